import type { Command } from '../../model.ts';
import { eachLine } from '../../text/lines.ts';
import { DEPRECATED } from '../knowledge/deprecated.ts';
import type { Page, Place, Problem, Rule } from '../model.ts';
import { placeIn, spansIn } from '../place.ts';
import { oneLine } from '../text.ts';

export const deprecatedCommand: Rule = {
  id: 'deprecated-command',
  severity: 'warning',
  summary: 'a command or an option that current versions no longer have',
  check: (page) => {
    const known = DEPRECATED.filter(
      ({ unlessFile }) => unlessFile === undefined || !page.lines.some((line) => unlessFile.test(line)),
    );
    return page.commands.flatMap(({ command }) => problemsOf(page, command, known));
  },
};

const problemsOf = (page: Page, command: Command, known: typeof DEPRECATED): readonly Problem[] =>
  known
    .filter(({ form }) => form.test(oneLine(command)))
    .map(({ form, why, instead, replacement, gone }) => {
      const place = placeIn(page, command, form);
      return {
        message: why,
        place,
        hint: `use ${instead}`,
        ...(gone === true ? { severity: 'error' as const } : {}),
        ...(replacement === undefined ? {} : fixOf(page, command, place, form, replacement)),
      };
    });

/** In the command's own columns, on all of its lines: what else they say of the program stays. */
const fixOf = (
  page: Page,
  command: Command,
  { line, column, endColumn = column }: Place,
  form: RegExp,
  text: string,
): Pick<Problem, 'fix'> => {
  const edits = eachLine(command.lines).flatMap((at) => {
    const found = spansIn(page, command, at);
    const spans = found.length === 0 && at === line ? [[column - 1, endColumn - 1] as const] : found;
    return [...(page.raw[at - 1] ?? '').matchAll(new RegExp(form, 'g'))]
      .map((match) => ({ line: at, start: match.index, end: match.index + match[0].length, text }))
      .filter(({ start, end }) => spans.some(([from, to]) => from <= start && end <= to));
  });
  return edits.length === 0 ? {} : { fix: edits };
};
