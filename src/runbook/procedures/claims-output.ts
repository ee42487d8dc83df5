import { likenessOf } from '../command/likeness.ts';
import {
  ANOTHER,
  ANSWER_NOTED,
  ARROW,
  BARE,
  BARE_NUMBER,
  BEHIND_ARROW,
  DENIED,
  FAILS,
  IN_CASE,
  KIND_OF_OUTPUT,
  NUMBER,
  PRINTS,
  QUOTED,
  SHOWS,
  SHOWS_NOTHING,
  STANDS_FOR,
  SUBJECT,
  TO_A_PERSON,
} from '../knowledge/claims-output.ts';
import type { Claim } from '../model.ts';
import { matchesOf } from '../text/matches.ts';
import type { Sentence } from './claims-text.ts';
import { definiteIn } from './definite-output.ts';

/** How much of a sentence, in characters, is read. */
const READ = 2000;

/**
 * What a command must print by a sentence's words. Where it may be meant otherwise there is none: a check then needs to end well,
 * while a wrong expectation fails a system that is well.
 */
export const outputOf = (sentence: Sentence): readonly Claim[] => {
  const { text: whole, lineAt } = sentence;
  const text = whole.slice(0, READ);
  const without = withoutOutput(text, sentence);
  if (without !== undefined) return [without];
  const noted = sentence.noted ? ARROW.exec(text)?.[1] : undefined;
  if (noted !== undefined) return answerOf(sentence, definiteIn(noted));
  for (const match of matchesOf(SHOWS, text)) {
    const at = match.index + match[0].length;
    const said = outputAt(text, at, match);
    if (said === undefined) continue;
    const { value, end } = said;
    const [before, after] = [text.slice(0, match.index), text.slice(end)];
    if (!isPlain(value) || !isSure(match, before, after)) return [];
    const lines = [lineAt(0), lineAt(match.index)] as const;
    return answerOf(
      { text: whole, lines },
      definiteIn(value) ?? (EXPECTED.test(match[0]) ? undefined : value),
    );
  }
  return numberOf(text, sentence);
};

/** "`redis-cli ping` → `PONG`", `redis-cli llen jobs  # 0`: what comes behind a check. */
export const shownBehind = ({ text, noted, lines }: Sentence): string | undefined => {
  if (noted) return lines[0] === lines[1] ? ANSWER_NOTED.exec(text)?.[0] : undefined;
  const shown = BEHIND_ARROW.exec(text.slice(0, READ))?.[1];
  return shown === undefined || likenessOf(shown.replaceAll('`', '')) >= 2 ? undefined : shown;
};

/** What a block shows that "Expected output:" leads to. Where it is a sample it has no value. */
export const answerOf = (
  { text, lines }: Pick<Sentence, 'text' | 'lines'>,
  value: string | undefined,
): readonly Claim[] => [
  {
    about: 'expected-output',
    text,
    lines,
    comparison: '=',
    ...(value === undefined ? {} : { value }),
    unit: 'text',
  },
];

/** Without a verb of printing it may be the status of an exit, or about something else: what prints a number will tell. */
const numberOf = (text: string, { text: whole, lineAt }: Sentence): readonly Claim[] => {
  const number = NUMBER.exec(text)?.[1];
  if (number === undefined || STATUS.test(number) || DENIED.test(text) || IN_CASE.test(text)) return [];
  const lines = [lineAt(0), lineAt(text.length - 1)] as const;
  return [
    { about: 'expected-output', text: whole, lines, comparison: '=', value: Number(number), unit: 'count' },
  ];
};

/** Without a verb it may be an example: "Expected: `31: server.1=10.1.57.192`". */
const EXPECTED = /^expect/i;

const STATUS = /^[1-5]\d\d$/;

/** It prints nothing, or fails, as it should. */
const withoutOutput = (text: string, { text: whole, lineAt }: Sentence): Claim | undefined => {
  const fails = FAILS.exec(text);
  const match = fails ?? SHOWS_NOTHING.exec(text);
  if (match === null) return undefined;
  const [before, after] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
  if (!SUBJECT.test(before) || IN_CASE.test(before) || IN_CASE.test(after)) return undefined;
  return {
    about: 'expected-output',
    text: whole,
    lines: [lineAt(0), lineAt(match.index)],
    comparison: '=',
    value: '',
    unit: 'text',
    ...(fails === null ? {} : { fails: true }),
  };
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
  /[\p{L}\p{N}]/u.test(value) && !STATUS.test(value) && !STANDS_FOR.test(value);

const isSure = ([verb, modal]: RegExpExecArray, before: string, after: string): boolean =>
  (modal !== undefined || SUBJECT.test(before)) &&
  !TO_A_PERSON.test(before + verb) &&
  !DENIED.test(before) &&
  !IN_CASE.test(before) &&
  !IN_CASE.test(after) &&
  !ANOTHER.test(after.trimStart());
