import { CHANGES } from '../knowledge/changes.ts';
import type { Rule } from '../model.ts';
import { placeIn } from '../place.ts';
import { oneLine } from '../text.ts';

/** What a step's title promises, when it begins with it. */
const DEEDS =
  /^\W*(?:\d+[.)]\s*)?(kill|terminate|restart|rollback|roll back|delete|purge|clear|retry|drain|scale)\b/i;

export const titleNotDone: Rule = {
  id: 'title-not-done',
  severity: 'warning',
  summary: 'a step promises an action, and its commands only look',
  check: (page) => {
    const steps = [...new Set(page.commands.map(({ step }) => step))];
    return steps.flatMap(({ title, commands }) => {
      const deed = DEEDS.exec(title ?? '')?.[1];
      const [first] = commands;
      if (deed === undefined || first === undefined || first.where !== 'fence') return [];
      const acts = commands.some(
        (command) =>
          command.flags.includes('destructive') ||
          CHANGES.test(oneLine(command).replaceAll(/\b\w+_start\b/g, '')),
      );
      return acts
        ? []
        : [
            {
              message: `the step says "${title}", and its commands only look`,
              place: placeIn(page, first),
              hint: `add the command that does it (${deed.toLowerCase()}), or call the step what it is`,
            },
          ];
    });
  },
};
