import { TemplateError } from './lex.ts';
import { printValue, sprintf } from './print.ts';

export type TemplateFunction = (...args: readonly unknown[]) => unknown;

/** Go's own functions, and those that Docker adds (docker/cli templates/templates.go). */
export const functions: Readonly<Record<string, TemplateFunction>> = {
  print: (...args) => args.map(printValue).join(' '),
  println: (...args) => `${args.map(printValue).join(' ')}\n`,
  printf: (format, ...args) => sprintf(String(format), args),
  len: (value) => lengthOf(value),
  index: (value, ...keys) => keys.reduce(element, value),
  slice: (value, from = 0, to) => {
    if (typeof value !== 'string' && !Array.isArray(value)) throw new TemplateError('slice of untyped nil');
    return value.slice(Number(from), to === undefined ? undefined : Number(to));
  },
  not: (value) => !truth(value),
  and: (...args) => args.find((value) => !truth(value)) ?? args.at(-1),
  or: (...args) => args.find(truth) ?? args.at(-1),
  eq: (value, ...others) => others.includes(value),
  ne: (a, b) => a !== b,
  lt: (a, b) => compare(a, b) < 0,
  le: (a, b) => compare(a, b) <= 0,
  gt: (a, b) => compare(a, b) > 0,
  ge: (a, b) => compare(a, b) >= 0,
  json: (value) => JSON.stringify(value ?? null),
  split: (value, separator) => String(value).split(String(separator)),
  join: (values, separator) =>
    Array.isArray(values) ? values.map(printValue).join(String(separator)) : values,
  title: (value) => String(value).replaceAll(/(^|\s)(\p{L})/gu, (letter) => letter.toUpperCase()),
  lower: (value) => String(value).toLowerCase(),
  upper: (value) => String(value).toUpperCase(),
  pad: (value, before, after) =>
    value === '' ? value : ' '.repeat(count(before)) + String(value) + ' '.repeat(count(after)),
  truncate: (value, length) => String(value).slice(0, Number(length)),
  html: (value) => printValue(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
};

/** Numbers other than 0, and what is not empty. */
export const truth = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : Boolean(value);
};

const count = (value: unknown): number => Math.min(1000, Math.max(0, Number(value) || 0));

const lengthOf = (value: unknown): number => {
  if (typeof value === 'string' || Array.isArray(value)) return value.length;
  if (typeof value === 'object' && value !== null) return Object.keys(value).length;
  throw new TemplateError(`len of type ${typeof value}`);
};

const element = (value: unknown, key: unknown): unknown => {
  if (value === undefined || value === null) throw new TemplateError('index of untyped nil');
  if (Array.isArray(value) || typeof value === 'string') {
    if (typeof key === 'number' && key >= 0 && key < value.length) return value[key];
    throw new TemplateError(`index out of range: ${String(key)}`);
  }
  if (typeof value !== 'object') throw new TemplateError(`can't index item of type ${typeof value}`);
  return Object.hasOwn(value, String(key)) ? (value as Record<string, unknown>)[String(key)] : '';
};

const compare = (a: unknown, b: unknown): number => {
  if (typeof a !== typeof b || (typeof a !== 'number' && typeof a !== 'string'))
    throw new TemplateError('incompatible types for comparison');
  if (a === b) return 0;
  return (a as string) < (b as string) ? -1 : 1;
};
