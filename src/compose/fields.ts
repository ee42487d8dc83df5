import type { Diagnostic } from '../core/diagnostic.ts';
import type { Location } from '../core/location.ts';
import { placeOf } from '../core/places.ts';
import { isRecord } from '../core/yaml.ts';

/** Reads members of a mapping; what is wrong with one is told at its place. */
export interface Fields {
  /** The member as it is; `undefined` also for `null`. */
  value(key: string): unknown;
  text(key: string): string | undefined;
  flag(key: string): boolean;
  list(key: string): readonly { readonly entry: unknown; readonly location: Location }[];
  /** The member, through `parse`; when that finds nothing, it is told what was expected. */
  read<T>(key: string, parse: (text: string) => T | undefined, expected: string): T | undefined;
  /** The mapping in it, or an empty one. */
  inner(key: string): Fields;
  locate(key: string): Location;
  refuse(key: string, message: string, hint: string): void;
}

/** @param what for messages: `web` */
export const fieldsOf = (
  mapping: unknown,
  what: string,
  location: Location,
  diagnostics: Diagnostic[],
): Fields => {
  const value = (key: string): unknown => (isRecord(mapping) ? (mapping[key] ?? undefined) : undefined);
  const text = (key: string): string | undefined => {
    const found = value(key);
    return found === undefined ? undefined : String(found);
  };
  const locate = (key: string): Location => placeOf(mapping, key)?.value ?? location;
  const refuse = (key: string, message: string, hint: string): void => {
    diagnostics.push({ code: 'invalid-value', severity: 'error', message, location: locate(key), hint });
  };
  return {
    value,
    text,
    locate,
    refuse,
    flag: (key) => text(key) === 'true',
    list: (key) => {
      const found = value(key);
      if (found === undefined) return [];
      if (!Array.isArray(found)) return [{ entry: found, location: locate(key) }];
      return found
        .map((entry: unknown, index) => ({ entry, location: placeOf(found, index)?.value ?? locate(key) }))
        .filter(({ entry }) => entry !== null);
    },
    read: (key, parse, expected) => {
      const found = text(key);
      if (found === undefined || found === '') return undefined;
      const parsed = parse(found);
      if (parsed === undefined) refuse(key, `"${key}" of ${what} is "${found}"`, `write ${expected}`);
      return parsed;
    },
    inner: (key) => fieldsOf(value(key), what, locate(key), diagnostics),
  };
};
