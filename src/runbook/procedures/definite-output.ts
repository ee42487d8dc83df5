import { STANDS_FOR } from '../knowledge/claims-output.ts';

/**
 * What of an output that a runbook shows must be seen again, whatever the day: a line of words, a small number, of JSON what does not
 * count or date. Several lines, and a line with figures (a time, an id, a version), are a sample of what may be seen.
 */
export const definiteIn = (shown: string): string | undefined => {
  const text = shown.trim();
  if (STANDS_FOR.test(text)) return undefined;
  const json = jsonIn(text);
  if (json !== undefined) return definiteJson(text, json);
  if (text.includes('\n') || text.length > LONGEST) return undefined;
  const number = /^(?:\(integer\) )?(\d{1,2})$/.exec(text)?.[1];
  if (number !== undefined) return number;
  const line = /^"([^"]*)"$/.exec(text)?.[1] ?? text;
  return /\d|^~?\/|^[$>#] |^[(|+]/.test(line) || !/\p{L}/u.test(line) ? undefined : line;
};

const LONGEST = 100;

/** An object or a list. */
const jsonIn = (text: string): object | undefined => {
  if (!/^[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
};

/** One value is what it is about; of several, figures are those of a day. */
const definiteJson = (text: string, json: object): string | undefined => {
  if (leavesOf(json) <= 1) return text;
  const kept = withoutFigures(json);
  return kept === undefined ? undefined : JSON.stringify(kept);
};

const leavesOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce((sum: number, each) => sum + leavesOf(each), 0)
    : 1;

const withoutFigures = (value: unknown): unknown => {
  if (typeof value === 'number' || (typeof value === 'string' && /\d/.test(value))) return undefined;
  if (Array.isArray(value)) {
    const kept = value.map(withoutFigures).filter((each) => each !== undefined);
    return kept.length === 0 ? undefined : kept;
  }
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .map(([key, each]) => [key, withoutFigures(each)] as const)
    .filter(([, each]) => each !== undefined);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
};
