import type { Page, Rule } from '../model.ts';
import { placeIn } from '../place.ts';

export const assignmentWithoutEffect: Rule = {
  id: 'assignment-without-effect',
  severity: 'warning',
  summary: 'a variable is set that nothing reads',
  check: (page) => {
    const read = variablesRead(page);
    return page.commands.flatMap(({ command }) => {
      const name =
        command.kind === 'shell' ? /^([A-Z][A-Z0-9_]{2,})=\S*$/.exec(command.text.trim())?.[1] : undefined;
      if (name === undefined || command.where !== 'fence') return [];
      return read.has(name)
        ? []
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

/** `$X`, `export X`, `-e X`, anywhere in the file. */
const variablesRead = ({ lines }: Page): ReadonlySet<string> =>
  new Set(
    lines.flatMap((line) => [
      ...[...line.matchAll(/(?:\$\{?[!#]?|-e\s+)(\w+)/g)].map(([, name = '']) => name),
      ...(/\bexport\b(.*)/.exec(line)?.[1]?.match(/\w+/g) ?? []),
    ]),
  );
