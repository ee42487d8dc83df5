import { ALERT_NAME, CHANGES, TROUBLE, VERIFIES } from '../knowledge/changes.ts';
import type { Page, PlacedCommand, Problem, Rule } from '../model.ts';
import { placeOfText } from '../place.ts';
import { oneLine, shown } from '../text.ts';
import type { Procedure } from '../../model.ts';

export const noVerification: Rule = {
  id: 'no-verification',
  severity: 'warning',
  summary: 'a procedure changes something, and does not say how to see that it worked',
  check: (page) =>
    page.runbook.procedures.filter(answersIncident).flatMap((procedure) => problemsOf(page, procedure)),
};

/** Instructions for setting something up are checked at their end, or not at all. */
const answersIncident = ({ heading, alert, severity }: Procedure): boolean =>
  alert !== undefined || severity !== undefined || ALERT_NAME.test(heading) || TROUBLE.test(heading);

const problemsOf = (page: Page, procedure: Procedure): readonly Problem[] => {
  const commands = page.commands.filter(
    ({ procedure: own, part }) =>
      own === procedure && !/\breference\b|cheat ?sheet|useful commands/i.test(part.heading ?? ''),
  );
  const last = commands.findLast(changes);
  if (
    last === undefined ||
    procedure.parts.some(({ role, lines }) => role === 'verify' && lines[1] > last.command.lines[1])
  )
    return [];
  const after = page.lines.slice(last.command.lines[1], procedure.lines[1]).join('\n');
  const lookedAt = commands.some(
    (other) => other.command.lines[0] > last.command.lines[1] && !changes(other),
  );
  if (lookedAt || VERIFIES.test(after)) return [];
  return [
    {
      message: `nothing after "${shown(last.command)}" (line ${last.command.lines[0]}) says how to see that it worked`,
      place: placeOfText(page, procedure.lines[0], page.raw[procedure.lines[0] - 1]?.trim() ?? ''),
      hint: 'end with a check that fails while the incident lasts: curl -f URL, pg_isready, …',
    },
  ];
};

/** A fallback stands after the verification that sends people to it. */
const changes = ({ command, part, step }: PlacedCommand): boolean =>
  step.fallback !== true &&
  (command.flags.includes('destructive') || (part.role === 'mitigate' && CHANGES.test(oneLine(command))));
