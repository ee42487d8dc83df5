import type { Drill } from './drill.ts';
import { ambiguous, forbidden } from './refused.ts';

/** What becomes of a field's value; `undefined` leaves the field out. */
export type Rule = (value: unknown, drill: Drill, field: string) => unknown;
/** The fields of an object that a drill allows, by the engine's spelling. */
export type Rules = Readonly<Record<string, Rule>>;

export const keep: Rule = (value) => value;
export const drop: Rule = () => undefined;
/** The value must be one of these, or say nothing. */
export const only =
  (...allowed: readonly unknown[]): Rule =>
  (value, _drill, field) => {
    if (isEmpty(value)) return undefined;
    if (!allowed.includes(value)) throw notAllowed(field, value);
    return value;
  };

/**
 * Makes an object anew from the fields that the rules know. The engine ignores case in names, so two spellings of one field are
 * refused; so is every other field that says something.
 */
export const shape = async (
  value: unknown,
  rules: Rules,
  drill: Drill,
  where = '',
): Promise<Record<string, unknown>> => {
  const given = foldedFields(value, where);
  const shaped: Record<string, unknown> = {};
  for (const [name, rule] of Object.entries(rules)) {
    const folded = fold(name);
    if (!given.has(folded)) continue;
    const made = await rule(given.get(folded)?.value, drill, `${where}${name}`);
    if (made !== undefined) shaped[name] = made;
    given.delete(folded);
  }
  for (const { name, value: left } of given.values()) {
    if (!isEmpty(left)) throw notAllowed(`${where}${name}`, left);
  }
  return shaped;
};

interface Field {
  readonly name: string;
  readonly value: unknown;
}

const foldedFields = (value: unknown, where: string): Map<string, Field> => {
  if (value === null || value === undefined) return new Map();
  if (typeof value !== 'object' || Array.isArray(value))
    throw ambiguous(`${where || 'the body'} is no object`);
  const fields = new Map<string, Field>();
  for (const [name, field] of Object.entries(value)) {
    const folded = fold(name);
    if (fields.has(folded)) throw ambiguous(`${where}${name} is there twice`);
    fields.set(folded, { name, value: field });
  }
  return fields;
};

/** As Go compares the names of fields: the long s and the Kelvin sign are letters, too. */
const fold = (name: string): string => name.toUpperCase().toLowerCase();

/** Go's zero values: what clients send for the fields that they do not use. */
export const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === false ||
  value === 0 ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

export const notAllowed = (field: string, value: unknown): Error =>
  forbidden(`${field} ${JSON.stringify(value)} is not allowed in a drill`);

/** A list of texts; nothing for nothing. */
export const texts = (value: unknown, field: string): readonly string[] => {
  if (isEmpty(value)) return [];
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) return value;
  throw ambiguous(`${field} is no list of texts`);
};

/** A text; the empty one for nothing. */
export const text = (value: unknown, field: string): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  throw ambiguous(`${field} is no text`);
};
