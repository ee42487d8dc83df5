import { maskPlaceholders } from './placeholders.ts';
import { simpleCommands, type SimpleCommand } from './simple-commands.ts';
import { TELLING } from './telling.ts';

/** The telling part of a command: continuations joined, without the remarks behind its lines. */
export const tellingOf = (text: string): string =>
  text
    .slice(0, TELLING)
    .replaceAll(/\\[ \t]*\n\s*/g, ' ')
    .replaceAll(/\s#\s[^\n'"]*$/gm, '');

/** With the words that a statement compares a column with taken out: `WHERE note = 'delete from x'` deletes nothing. */
export const withoutValues = (telling: string): string => telling.replaceAll(COMPARED, "$1''");

const COMPARED =
  /(\b(?:where|and|or|not)\s+[\w."]+\s*(?:=|<>|!=|~\*?|(?:not\s+)?i?like\b)\s*)'[^'\s]*\s[^']*'/gi;

/** The programs that it starts, as forms are matched on them. */
export const programsStarted = (telling: string): readonly SimpleCommand[] =>
  simpleCommands(maskPlaceholders(telling)).map((simple) =>
    /["'`(]/.test(simple.text)
      ? { ...simple, text: withoutQuoted(simple.text), itself: withoutQuoted(simple.itself) }
      : simple,
  );

/** What is quoted is data, not verbs, unless it is a single word; what a substitution prints is data, too. */
export const withoutQuoted = (text: string): string =>
  text
    .replaceAll(/\$\((?:[^()]|\([^()]*\))*\)|`[^`]*`/g, '$_')
    .replaceAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'/g, (_, double?: string, single?: string) => {
      const inner = double ?? single ?? '';
      return inner === '' ? '""' : /^[^\s"'<>|;&]+$/.test(inner) ? inner : '"_"';
    });
