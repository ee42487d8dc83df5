import {
  ANOTHER,
  BARE,
  BARE_NUMBER,
  DENIED,
  IN_CASE,
  KIND_OF_OUTPUT,
  PRINTS,
  QUOTED,
  SHOWS,
  STANDS_FOR,
  SUBJECT,
  TO_A_PERSON,
} from '../knowledge/claims-output.ts';
import type { Claim } from '../model.ts';
import { matchesOf } from '../text/matches.ts';
import type { Sentence } from './claims-text.ts';

/** How much of a sentence, in characters, is read. */
const READ = 2000;

/**
 * What a command must print by a sentence's words. Where it may be meant otherwise there is none: a check then needs to end well,
 * while a wrong expectation fails a system that is well.
 */
export const outputOf = ({ text: whole, lineAt }: Sentence): readonly Claim[] => {
  const text = whole.slice(0, READ);
  for (const match of matchesOf(SHOWS, text)) {
    const at = match.index + match[0].length;
    const said = outputAt(text, at, match);
    if (said === undefined) continue;
    const { value, end } = said;
    const [before, after] = [text.slice(0, match.index), text.slice(end)];
    if (!isPlain(value) || !isSure(match, before, after)) return [];
    const lines = [lineAt(0), lineAt(match.index)] as const;
    return [{ about: 'expected-output', text: whole, lines, comparison: '=', value, unit: 'text' }];
  }
  return [];
};

interface Output {
  readonly value: string;
  readonly end: number;
}

const outputAt = (text: string, at: number, [verb, modal]: RegExpExecArray): Output | undefined => {
  const quoted = firstAt(QUOTED, text, at);
  if (quoted !== undefined) return { ...quoted, value: quoted.value.replaceAll(/\\(["\\])/g, '$1') };
  if (modal === undefined) return undefined;
  const bare = firstAt(PRINTS.test(verb) ? [BARE, BARE_NUMBER] : [BARE], text, at);
  return bare === undefined || KIND_OF_OUTPUT.test(bare.value) ? undefined : bare;
};

const firstAt = (forms: readonly RegExp[], text: string, at: number): Output | undefined => {
  for (const form of forms) {
    form.lastIndex = at;
    const value = form.exec(text)?.[1];
    if (value !== undefined) return { value, end: form.lastIndex };
  }
  return undefined;
};

/** A text that output can lack: no status, nothing that stands for something else. */
const isPlain = (value: string): boolean =>
  /[\p{L}\p{N}]/u.test(value) && !/^[1-5]\d\d$/.test(value) && !STANDS_FOR.test(value);

const isSure = ([verb, modal]: RegExpExecArray, before: string, after: string): boolean =>
  (modal !== undefined || SUBJECT.test(before)) &&
  !TO_A_PERSON.test(before + verb) &&
  !DENIED.test(before) &&
  !IN_CASE.test(before) &&
  !IN_CASE.test(after) &&
  !ANOTHER.test(after.trimStart());
