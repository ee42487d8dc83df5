import { badRequestBody } from './api-error.ts';
import type { Attributes } from './toxic.ts';

interface JsonTypes {
  string: string;
  number: number;
  boolean: boolean;
  object: Readonly<Record<string, unknown>>;
}
type Fields = Readonly<Record<string, keyof JsonTypes>>;
type Values<F extends Fields> = { readonly [Name in keyof F]?: JsonTypes[F[Name]] };

/** @throws ApiError 400 */
export const parseBody = (text: string): unknown => {
  if (text.trim() === '') throw badRequestBody('EOF');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw badRequestBody((error as Error).message);
  }
};

/** The named fields of a body; other fields are ignored, `null` is as good as absent. @throws ApiError 400 */
export const readFields = <F extends Fields>(body: unknown, fields: F): Values<F> => {
  const object = readObject(body ?? {}, 'body');
  const values = Object.entries(fields).flatMap(([name, type]) => {
    const value = object[name] ?? undefined;
    if (value === undefined) return [];
    if (type === 'object') return [[name, readObject(value, name)]];
    if (typeof value !== type) throw badRequestBody(`${name} is not a ${type}`);
    return [[name, value]];
  });
  return Object.fromEntries(values) as Values<F>;
};

/** `current` with the values of `body` for those that it has. @throws ApiError 400 */
export const readAttributes = (body: unknown, current: Attributes): Attributes => {
  const object = readObject(body ?? {}, 'attributes');
  const entries = Object.entries(current).map(([name, before]) => {
    const value = object[name] ?? before;
    if (!Number.isSafeInteger(value)) throw badRequestBody(`attributes.${name} is not an integer`);
    return [name, value as number];
  });
  return Object.fromEntries(entries);
};

const readObject = (value: unknown, name: string): Readonly<Record<string, unknown>> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badRequestBody(`${name} is not an object`);
  return value as Readonly<Record<string, unknown>>;
};
