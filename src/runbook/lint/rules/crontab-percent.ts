import type { Rule } from '../model.ts';
import { placeOfText } from '../place.ts';

const CRONTAB = /^\s*(?:[\d*/,-]+\s+){4}[\d*/,-]+\s+\S.*?((?<!\\)%\S*)/;

export const crontabPercent: Rule = {
  id: 'crontab-percent',
  severity: 'error',
  summary: 'an unescaped % ends the command in a crontab',
  check: (page) =>
    page.lines.flatMap((line, index) => {
      const inFence = page.fences.some(([first, last]) => index + 1 > first && index + 1 < last);
      const percent = inFence ? CRONTAB.exec(line)?.[1] : undefined;
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
