import { looks } from '../../command/changes.ts';
import { fenceAt } from '../by-line.ts';
import type { Page, Problem, Rule } from '../model.ts';
import { placeIn, placeOfText } from '../place.ts';

/** What a step's title promises, when it begins with it. */
const DEEDS =
  /^\W*(?:\d+[.)]\s*)?(kill|block|terminate|restart|rollback|roll back|delete|purge|clear|retry|drain|scale)\b/i;

export const titleNotDone: Rule = {
  id: 'title-not-done',
  severity: 'warning',
  summary: 'a step promises an action, and its commands only look',
  check: (page) => [...onlyLook(page), ...inWords(page)],
};

const onlyLook = (page: Page): readonly Problem[] => {
  const steps = [...new Set(page.commands.map(({ step }) => step))];
  return steps.flatMap(({ title, commands }) => {
    const deed = DEEDS.exec(title ?? '')?.[1];
    const [first] = commands;
    if (deed === undefined || first === undefined || first.where !== 'fence') return [];
    return !commands.every(looks) || commands.some(({ text }) => WRITES_STATEMENTS.test(text))
      ? []
      : [
          {
            message: `the step says "${title}", and its commands only look`,
            place: placeIn(page, first),
            hint: `add the command that does it (${deed.toLowerCase()}), or call the step what it is`,
          },
        ];
  });
};

/** `SELECT CONCAT('KILL ', id, ';') …`: what it prints is typed then. */
const WRITES_STATEMENTS = /\bselect\b[^;]*'(?:kill|drop|alter|delete|revoke|truncate|reindex|vacuum) /i;

/** A comment among commands that promises an action, and only words follow: "# 3. Retry failed jobs". */
const inWords = (page: Page): readonly Problem[] =>
  [...page.runbook.procedures.flatMap(({ parts }) => parts), ...page.runbook.reference]
    .flatMap(({ steps }) => steps)
    .flatMap(({ title = '', manual, lines: [line] }) => {
      const deed = DEEDS.exec(title)?.[1];
      const isComment = /^\s*#/.test(page.lines[line - 1] ?? '') && fenceAt(page, line) !== undefined;
      // After a colon stands the command, as a comment.
      return deed === undefined || !manual || !isComment || title.includes(':')
        ? []
        : [
            {
              message: `the step says "${title}", and gives no command for it`,
              severity: 'info' as const,
              place: placeOfText(page, line, page.raw[line - 1]?.trim() ?? ''),
              hint: `write down the command that does it (${deed.toLowerCase()}), or where to click`,
            },
          ];
    });
