import type { Rule } from '../model.ts';
import { placeIn } from '../place.ts';

export const assignmentWithoutEffect: Rule = {
  id: 'assignment-without-effect',
  severity: 'warning',
  summary: 'a variable is set that nothing reads',
  check: (page) =>
    page.commands.flatMap(({ command }) => {
      const name =
        command.kind === 'shell' ? /^([A-Z][A-Z0-9_]{2,})=\S*$/.exec(command.text.trim())?.[1] : undefined;
      if (name === undefined || command.where !== 'fence') return [];
      const isRead = page.lines.some((line) =>
        new RegExp(String.raw`\$\{?[!#]?${name}\b|\bexport\b.*\b${name}\b|-e\s+${name}\b`).test(line),
      );
      return isRead
        ? []
        : [
            {
              message: `typed into a shell, ${name} changes nothing: no command reads it, and no running service sees it`,
              place: placeIn(page, command, name),
              hint: 'if it belongs into a file (.env), show the command that writes it, and the restart that makes it count',
            },
          ];
    }),
};
