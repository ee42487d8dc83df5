import { nearest } from '../../../core/suggest.ts';
import { VERBS } from '../knowledge/verbs.ts';
import type { Rule } from '../model.ts';
import { placeIn } from '../place.ts';
import { oneLine } from '../text.ts';

export const unknownCommand: Rule = {
  id: 'unknown-command',
  severity: 'error',
  summary: 'a program has no such verb',
  check: (page) =>
    page.commands
      .filter(({ command }) => command.kind === 'shell')
      .flatMap(({ command }) =>
        VERBS.flatMap(({ program, name, verbs }) => {
          const verb = program.exec(oneLine(command).trim())?.[1];
          if (verb === undefined || verbs.includes(verb)) return [];
          // kubectl and docker have plug-ins: only what is nearly a verb is surely none.
          const meant = nearest(verb, verbs);
          return meant === undefined || verb.length < 4
            ? []
            : [
                {
                  message: `${name} has no "${verb}"`,
                  place: placeIn(page, command, verb),
                  hint: `did you mean "${meant}"?`,
                },
              ];
        }),
      ),
};
