import type { ErrorObject } from 'ajv';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { Location } from '../core/location.ts';
import { placeAt } from '../core/places.ts';
import { didYouMean } from '../core/suggest.ts';
import type { YamlFile, YamlPath } from '../core/yaml.ts';
import { schemaCheck } from './schema-check.ts';
import { keysAt } from './keys.ts';

/** What the Compose specification itself refuses: each once, at its place. Values of a wrong form become `null`. */
export const validateAgainstSchema = (value: unknown, { locate }: YamlFile): readonly Diagnostic[] => {
  const validate = schemaCheck();
  if (validate(value)) return [];
  const errors = (validate.errors ?? []).filter(
    (error) => !COMBINING.has(error.keyword) && !isEcho(error, value),
  );
  const groups = Map.groupBy(errors, keyOf);
  const wrong = [...groups.values()].filter(([error]) => error !== undefined && !isOtherForm(error, errors));
  const diagnostics = wrong.map((group) => describe(group, value, locate([])));
  for (const [error] of wrong)
    if (error !== undefined && unknownKey(error.params) === undefined) clear(error, value);
  return diagnostics;
};

const clear = ({ instancePath }: ErrorObject, root: unknown): void => {
  const path = pathOf(instancePath, root);
  const last = path.at(-1);
  let container = root as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) container = (container[key] ?? {}) as typeof container;
  if (last !== undefined) container[last] = null;
};

/** They only say that one of the others failed. */
const COMBINING = new Set(['oneOf', 'anyOf', 'allOf', 'if', 'not']);

/** A key with a wrong value is also called unknown. */
const isEcho = ({ instancePath, params }: ErrorObject, value: unknown): boolean =>
  params.unevaluatedProperty !== undefined &&
  keysAt(pathOf(instancePath, value)).includes(params.unevaluatedProperty);

/** A value that may have several forms fails each of them: one group, one diagnostic. */
const keyOf = ({ instancePath, params }: ErrorObject): string =>
  `${instancePath} ${unknownKey(params) ?? ''}`;

/** Of several forms that a value may have, the one that it got further with says what is wrong. */
const isOtherForm = ({ keyword, instancePath }: ErrorObject, errors: readonly ErrorObject[]): boolean =>
  keyword === 'type' &&
  errors.some(
    (other) =>
      other.instancePath.startsWith(`${instancePath}/`) ||
      (other.instancePath === instancePath && unknownKey(other.params) !== undefined),
  );

const unknownKey = (params: ErrorObject['params']): string | undefined =>
  params.additionalProperty ?? params.unevaluatedProperty ?? params.propertyName;

const describe = (group: readonly ErrorObject[], value: unknown, whole: Location): Diagnostic => {
  const [error] = group as [ErrorObject];
  const path = pathOf(error.instancePath, value);
  const key = unknownKey(error.params);
  if (key !== undefined) {
    return {
      code: 'unknown-key',
      severity: 'error',
      message: `the Compose specification has no key "${key}"${path.length === 0 ? '' : ` in ${dotted(path)}`}`,
      location: placeAt(value, [...path, key])?.key ?? whole,
      hint: didYouMean(key, keysAt(path)),
    };
  }
  return {
    code: 'invalid-compose',
    severity: 'error',
    message: `${path.length === 0 ? 'a Compose file' : dotted(path)} ${complaint(group)}`,
    location: placeAt(value, path)?.value ?? whole,
    hint:
      error.keyword === 'type' && typeof error.data === 'number'
        ? `write it in quotes: "${error.data}"`
        : 'see the Compose specification: https://docs.docker.com/reference/compose-file/',
  };
};

const dotted = (path: YamlPath): string =>
  path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${part}`))
    .join('');

const TYPES: Readonly<Record<string, string>> = {
  object: 'a mapping',
  array: 'a list',
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};

const complaint = (group: readonly ErrorObject[]): string => {
  const types = group
    .filter(({ keyword }) => keyword === 'type')
    .flatMap(({ params }) => [params.type].flat());
  const other = group.find(({ keyword }) => keyword !== 'type');
  if (other === undefined) {
    const names = [...new Set(types.flatMap((type) => TYPES[type as string] ?? []))];
    return `must be ${names.join(' or ')}`;
  }
  if (other.keyword === 'required') return `needs "${String(other.params.missingProperty)}"`;
  if (other.keyword === 'enum')
    return `must be one of ${(other.params.allowedValues as unknown[]).join(', ')}`;
  if (other.keyword === 'uniqueItems') return 'has the same entry twice';
  return other.message ?? 'is not valid';
};

/** A JSON pointer, with numbers where they count items of a list. */
const pathOf = (pointer: string, root: unknown): YamlPath => {
  const path: (string | number)[] = [];
  let value = root;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(value) ? Number(name) : name);
    value = (value as Record<string, unknown> | undefined)?.[name];
  }
  return path;
};
