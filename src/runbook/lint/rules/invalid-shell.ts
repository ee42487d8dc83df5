import type { Rule } from '../model.ts';
import { placeIn } from '../place.ts';
import { readByBash } from '../shells.ts';
import { shown } from '../text.ts';

export const invalidShell: Rule = {
  id: 'invalid-shell',
  severity: 'error',
  summary: 'a command is not valid bash',
  check: (page) => {
    const isReadByBash = readByBash(page);
    return page.commands.flatMap(({ command }) =>
      command.invalid === undefined ||
      command.placeholders.length > 0 ||
      command.where !== 'fence' ||
      !isReadByBash(command)
        ? []
        : [
            {
              message: `"${shown(command)}" is not valid bash: ${command.invalid}`,
              place: placeIn(page, command),
              hint: 'see that quotes, brackets and here-documents are closed; text belongs after #',
            },
          ],
    );
  },
};
