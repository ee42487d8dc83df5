import { placeOf, setPlaces, takePlaces, type Place } from '../core/places.ts';
import { isRecord } from '../core/yaml.ts';

/** How the parts of a service are merged, where it is not "mappings key by key, lists one after the other". */
const REPLACED = new Set(['command', 'entrypoint', 'healthcheck.test']);
const NAME_VALUE = new Set(['environment', 'build.args', 'annotations', 'labels', 'sysctls']);
const NAMED = new Set(['depends_on', 'networks']);
const LISTS = new Set(['env_file', 'tmpfs', 'dns', 'dns_search', 'extra_hosts']);

/** What a service is with all that it inherits. `path` is within the service. */
const mergeValues = (base: unknown, own: unknown, path: string): unknown => {
  if (own === null || own === undefined) return base ?? own;
  if (base === null || base === undefined || REPLACED.has(path)) return own;
  if (path === 'build') return mergeMappings(asBuild(base), asBuild(own), path);
  if (NAME_VALUE.has(path)) return replaceMembers(asMapping(base), asMapping(own));
  if (NAMED.has(path)) return mergeMappings(asNamed(base), asNamed(own), path);
  if (path === 'volumes') return byTarget(append(base, own));
  if (LISTS.has(path)) return append(asList(base), asList(own));
  if (isRecord(base) && isRecord(own)) return mergeMappings(base, own, path);
  return Array.isArray(base) && Array.isArray(own) ? append(base, own) : own;
};

export type Mapping = Readonly<Record<string, unknown>>;

export const mergeMappings = (base: Mapping, own: Mapping, path: string): Mapping =>
  takePlaces(
    {
      ...base,
      ...Object.fromEntries(
        Object.entries(own).map(([key, value]) => [
          key,
          mergeValues(base[key], value, path === '' ? key : `${path}.${key}`),
        ]),
      ),
    },
    base,
    own,
  );

/** In these, a name without a value is not left out: its value comes from the surroundings, and no other counts. */
const replaceMembers = (base: Mapping, own: Mapping): Mapping => takePlaces({ ...base, ...own }, base, own);

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const append = (base: unknown, own: unknown): readonly unknown[] => {
  const places = new Map<string, Place>();
  const merged: unknown[] = [];
  for (const list of [asList(base), asList(own)]) {
    for (const [index, item] of list.entries()) {
      if (merged.some((other) => JSON.stringify(other) === JSON.stringify(item))) continue;
      const place = placeOf(list, index);
      if (place !== undefined) places.set(String(merged.length), place);
      merged.push(item);
    }
  }
  return setPlaces(merged, places);
};

const targetOf = (volume: unknown): unknown => (isRecord(volume) ? volume.target : volume);

/** Of two volumes at one place in the container, the later one counts. */
const byTarget = (volumes: readonly unknown[]): readonly unknown[] => {
  const kept = volumes.filter(
    (volume, index) => !volumes.some((other, at) => at > index && targetOf(other) === targetOf(volume)),
  );
  return setPlaces(
    kept,
    new Map(
      kept.flatMap((volume, index) => {
        const place = placeOf(volumes, volumes.indexOf(volume));
        return place === undefined ? [] : [[String(index), place] as const];
      }),
    ),
  );
};

const asBuild = (value: unknown): Mapping => (isRecord(value) ? value : { context: value });

/** `[name]` is `{name: {}}`. */
export const asNamed = (value: unknown): Mapping => {
  if (isRecord(value)) return value;
  const list = asList(value);
  return relocated(list.map((name, index) => [String(name), {}, placeOf(list, index)]));
};

/** `[K=V, K]` is `{K: V}`; a key without a value has `null`. */
export const asMapping = (value: unknown): Mapping => {
  if (isRecord(value)) return value;
  if (!Array.isArray(value)) return {};
  return relocated(
    value.map((item, index) => {
      const text = String(item);
      const at = text.indexOf('=');
      const place = placeOf(value, index);
      return at < 0 ? [text, null, place] : [text.slice(0, at), text.slice(at + 1), place];
    }),
  );
};

const relocated = (entries: readonly (readonly [string, unknown, Place | undefined])[]): Mapping =>
  setPlaces(
    Object.fromEntries(entries.map(([key, value]) => [key, value])),
    new Map(entries.flatMap(([key, , place]) => (place === undefined ? [] : [[key, place] as const]))),
  );
