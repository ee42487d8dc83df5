import { FENCE } from '../text/fences.ts';

/** Could the text have one at all? */
const HAS_STEP_WITH_CODE = /^[ \t]*\d{1,9}[.)][ \t].*`[^`\n]+`/m;

const STEP = /^[ \t]*\d{1,9}[.)][ \t]+\p{L}/u;
const STEP_WITH_CODE = /^[ \t]*\d{1,9}[.)][ \t]+\p{L}[^`]*`[^`]+`/u;

/**
 * A text with spaces in place of the fences around numbered steps that name their commands in backticks, which no language of code has: it is Markdown
 * that was set in a fence for its looks. Blocks that say what is in them are left, and so are those with a line that would be a heading.
 */
export const withoutFencesAroundSteps = (text: string): string => {
  if (!HAS_STEP_WITH_CODE.test(text)) return text;
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const [, marks = '', info = ''] = FENCE.exec(lines[at] ?? '') ?? [];
    if (marks === '' || info.includes('`')) continue;
    const end = endOf(lines, at + 1, marks);
    const within = lines.slice(at + 1, end);
    const isClosed = end < lines.length;
    if (isClosed && NO_LANGUAGE.test(info) && lines[at]?.trim().startsWith(marks) && isSteps(within))
      for (const line of [at, end]) lines[line] = ' '.repeat(lines[line]?.length ?? 0);
    at = end;
  }
  return lines.join('\n');
};

const NO_LANGUAGE = /^\s*(?:text|txt|plaintext)?\s*$/i;

/** The line that closes a fence, or the end of the text. */
const endOf = (lines: readonly string[], first: number, marks: string): number => {
  let at = first;
  for (; at < lines.length; at++) {
    const [, own = '', info = ''] = FENCE.exec(lines[at] ?? '') ?? [];
    if (own.startsWith(marks) && info.trim() === '') break;
  }
  return at;
};

/** Two steps with code at least, as many as those without any. */
const isSteps = (lines: readonly string[]): boolean => {
  const steps = lines.filter((line) => STEP.test(line)).length;
  const withCode = lines.filter((line) => STEP_WITH_CODE.test(line)).length;
  return withCode > 1 && withCode * 2 >= steps && !lines.some((line) => /^\s*#/.test(line));
};
