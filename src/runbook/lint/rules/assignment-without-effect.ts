import type { Command } from '../../model.ts';
import { fenceAt } from '../by-line.ts';
import { LISTS_VARIABLES, READERS } from '../knowledge/variables.ts';
import type { Page, Rule } from '../model.ts';
import { placeIn } from '../place.ts';

export const assignmentWithoutEffect: Rule = {
  id: 'assignment-without-effect',
  severity: 'warning',
  summary: 'a variable is set that nothing reads',
  check: (page) => {
    const read = variablesRead(page);
    const isListed = listsIn(page);
    const programs = [...new Set(page.commands.flatMap(({ command }) => command.tools))];
    return page.commands.flatMap(({ command }) => {
      const name = command.kind === 'shell' ? ASSIGNS.exec(command.text.trim())?.[1] : undefined;
      if (name === undefined || command.where !== 'fence' || read.has(name) || isListed(command)) return [];
      const reader = programs.find((program) => READERS.get(program)?.test(name) === true);
      return reader !== undefined
        ? [
            {
              message: `typed so, ${name} is not exported: ${reader} does not see it`,
              place: placeIn(page, command, name),
              hint: `export ${name}=…`,
            },
          ]
        : [
            {
              message: `typed into a shell, ${name} changes nothing: no command reads it, and no running service sees it`,
              place: placeIn(page, command, name),
              hint: 'if it belongs into a file (.env), show the command that writes it, and the restart that makes it count',
            },
          ];
    });
  },
};

/** "Required environment variables:" leads to a block of nothing else: they are listed there, and are set elsewhere. */
const listsIn = (page: Page): ((command: Command) => boolean) => {
  const fences = Map.groupBy(page.commands, ({ command }) => fenceAt(page, command.lines[0]));
  const lists = new Set(
    [...fences].flatMap(([fence, commands]) =>
      fence !== undefined &&
      commands.every(({ command }) => ASSIGNS.test(command.text.trim())) &&
      LISTS_VARIABLES.test(page.lines.slice(Math.max(0, fence[0] - 1 - LEAD), fence[0] - 1).join(' '))
        ? [fence]
        : [],
    ),
  );
  return ({ lines }) => {
    const fence = fenceAt(page, lines[0]);
    return fence !== undefined && lists.has(fence);
  };
};

/** So many lines before a block lead to it. */
const LEAD = 3;

const ASSIGNS = /^([A-Z][A-Z0-9_]{2,})=\S*$/;

/** `$X`, `export X`, `-e X`, anywhere in the file. */
const variablesRead = ({ lines }: Page): ReadonlySet<string> =>
  new Set(
    lines.flatMap((line) => [
      ...[...line.matchAll(/(?:\$\{?[!#]?|-e\s+)(\w+)/g)].map(([, name = '']) => name),
      ...(/\bexport\b(.*)/.exec(line)?.[1]?.match(/\w+/g) ?? []),
    ]),
  );
