import type { Diagnostic } from '../core/diagnostic.ts';
import { placeOf } from '../core/places.ts';
import { isRecord, type YamlFile } from '../core/yaml.ts';
import { FILE, type Keys, type Support } from './keys.ts';

interface Found {
  readonly key: string;
  readonly support: Exclude<Support, 'used' | { readonly keys: Keys } | { readonly each: Keys }>;
  readonly location: Diagnostic['location'];
  /** The service that it is in. */
  readonly service?: string;
}

/** Keys that the specification knows, and a drill does not use; each is told once, at its first place. */
export const unsupportedKeys = (value: unknown, yaml: YamlFile): readonly Diagnostic[] => {
  const found = [...walk(value, FILE, [])];
  const first = found.filter(
    ({ key, support }, index) =>
      found.findIndex((other) => other.key === key && other.support === support) === index,
  );
  return first.map(({ key, support, location }) => {
    const services = new Set(
      found.flatMap((other) =>
        other.key === key && other.support === support && other.service !== undefined ? [other.service] : [],
      ),
    );
    const who = services.size > 1 ? ` (of ${[...services].join(', ')})` : '';
    return { ...describe(`"${key}"${who}`, support), location: location ?? yaml.locate([]) };
  });
};

const describe = (key: string, support: Found['support']): Omit<Diagnostic, 'location'> => {
  if (support === 'harmless')
    return { code: 'ignored-key', severity: 'info', message: `${key} changes nothing in a drill` };
  if ('ignored' in support)
    return { code: 'ignored-key', severity: 'warning', message: `${key} is left out: ${support.ignored}` };
  return {
    code: 'unsupported-key',
    severity: 'error',
    message: `${key} is not supported`,
    hint: support.refused,
  };
};

function* walk(value: unknown, keys: Keys, path: readonly string[]): Generator<Found> {
  if (!isRecord(value)) return;
  for (const [key, item] of Object.entries(value)) {
    if (key.startsWith('x-')) continue;
    const support = keys[key];
    if (support === undefined || support === 'used' || item === null) continue;
    const here = [...path, key];
    if (typeof support === 'object' && 'keys' in support) yield* walk(item, support.keys, here);
    else if (typeof support === 'object' && 'each' in support)
      for (const [name, member] of Object.entries(item as object))
        yield* walk(member, support.each, [...here, name]);
    else {
      const service = path[0] === 'services' ? path[1] : undefined;
      const location = placeOf(value, key)?.key;
      yield {
        key: [...path.slice(2), key].filter((part) => !/^\d+$/.test(part)).join('.'),
        support,
        location,
        ...(service === undefined ? {} : { service }),
      };
    }
  }
}
