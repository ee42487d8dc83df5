import { fenceAt } from '../by-line.ts';
import type { Rule } from '../model.ts';
import { placeOfText } from '../place.ts';

const CRONTAB = /^\s*(?:[\d*/,-]+\s+){4}[\d*/,-]+\s+\S.*?((?<!\\)%\S*)/;

export const crontabPercent: Rule = {
  id: 'crontab-percent',
  severity: 'error',
  summary: 'an unescaped % ends the command in a crontab',
  check: (page) =>
    page.lines.flatMap((line, index) => {
      const percent = fenceAt(page, index + 1) === undefined ? undefined : CRONTAB.exec(line)?.[1];
      return percent === undefined
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
