import { fenceAt, lastBefore } from '../by-line.ts';
import type { Page, Rule } from '../model.ts';
import { placeOfText } from '../place.ts';

const CRONTAB = /^\s*(?:[\d*/,-]+\s+){4}[\d*/,-]+\s+\S.*?((?<!\\)%\S*)/;

export const crontabPercent: Rule = {
  id: 'crontab-percent',
  severity: 'error',
  summary: 'an unescaped % ends the command in a crontab',
  check: (page) =>
    page.lines.flatMap((line, index) => {
      const percent = CRONTAB.exec(line)?.[1];
      return percent === undefined || fenceAt(page, index + 1) === undefined || isPrinted(page, index + 1)
        ? []
        : [
            {
              message: 'in a crontab % ends the command, and the rest becomes its input',
              place: placeOfText(page, index + 1, percent),
              hint: 'write \\%',
            },
          ];
    }),
};

/** By a command in the same block; what `crontab -l` prints is a crontab. */
const isPrinted = (page: Page, line: number): boolean => {
  const command = lastBefore(page.commands, line)?.command;
  return (
    command?.expectedOutput?.includes((page.lines[line - 1] ?? '').trim()) === true &&
    !/\bcrontab\b/.test(command.text)
  );
};
