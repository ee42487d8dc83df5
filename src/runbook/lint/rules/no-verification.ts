import { eachLine } from '../../text/lines.ts';
import { firstAfter } from '../by-line.ts';
import { answersIncident } from '../incidents.ts';
import { changes } from '../../command/changes.ts';
import {
  ASKS_TO_LOOK,
  NAMES_A_CHANGE,
  SEEN,
  UNDOES,
  VERIFIES_ALL,
  VERIFIES_IT,
} from '../knowledge/verification.ts';
import type { Page, PlacedCommand, Problem, Rule } from '../model.ts';
import { placeIn } from '../place.ts';
import { oneLine, shown } from '../text.ts';
import type { Procedure } from '../../model.ts';

export const noVerification: Rule = {
  id: 'no-verification',
  severity: 'warning',
  summary: 'a procedure changes something, and does not say how to see that it worked',
  check: (page) => {
    const commands = Map.groupBy(page.commands, ({ procedure }) => procedure);
    const isVerifiedElsewhere = verifiedIn(page);
    return page.runbook.procedures
      .filter((procedure) => answersIncident(procedure) && !isVerifiedElsewhere(procedure))
      .flatMap((procedure) => problemsOf(page, procedure, commands.get(procedure) ?? []));
  },
};

/** A section of its own says how to see it: "How to confirm a deploy is healthy", for "Manual deploy". */
const verifiedIn = ({ runbook, headings }: Page): ((procedure: Procedure) => boolean) => {
  const ofIncidents = new Set(
    runbook.procedures
      .filter((procedure) => answersIncident(procedure) && !VERIFIES_IT.test(procedure.heading))
      .flatMap(({ lines }) => eachLine(lines)),
  );
  const sections = headings.filter(({ line, text }) => !ofIncidents.has(line) && !NAMES_A_CHANGE.test(text));
  const isForAll = sections.some(({ text }) => VERIFIES_ALL.test(text));
  const words = new Set(
    sections.filter(({ text }) => VERIFIES_IT.test(text)).flatMap(({ text }) => wordsOf(text)),
  );
  return ({ heading }) => isForAll || wordsOf(heading).some((word) => words.has(word));
};

const wordsOf = (heading: string): readonly string[] => heading.toLowerCase().match(/\p{L}{4,}/gu) ?? [];

const problemsOf = (page: Page, procedure: Procedure, all: readonly PlacedCommand[]): readonly Problem[] => {
  const commands = all.filter(
    ({ part }) => !/\breference\b|cheat ?sheet|useful commands/i.test(part.heading ?? ''),
  );
  const changing = commands.filter(isChange);
  const last = changing.at(-1);
  if (
    last === undefined ||
    procedure.parts.some(({ role, lines }) => role === 'verify' && lines[1] > last.command.lines[1])
  )
    return [];
  const after = page.lines.slice(last.command.lines[1], procedure.lines[1]).join('\n');
  const at = commands.indexOf(last);
  // Of several commands in one line of text the later ones are typed later.
  const lookedAt = commands.some((other, index) => {
    const lines = other.command.lines[0] - last.command.lines[1];
    return (lines > 0 || (lines === 0 && index > at)) && !isChange(other);
  });
  if (lookedAt || ASKS_TO_LOOK.test(after) || changing.some((change) => isChecked(page, change, changing)))
    return [];
  return [
    {
      message: `nothing after "${shown(last.command)}" says how to see that it worked`,
      place: placeIn(page, last.command),
      hint: 'end with a check that fails while the incident lasts: curl -f URL, pg_isready, …',
    },
  ];
};

/** Is one of the changes followed by words that say what to see, before anything else is done? The others are then seen likewise. */
const isChecked = (page: Page, { command }: PlacedCommand, changing: readonly PlacedCommand[]): boolean => {
  const next = firstAfter(changing, command.lines[1]);
  return (
    next !== undefined && SEEN.test(page.lines.slice(command.lines[1], next.command.lines[0] - 1).join('\n'))
  );
};

/** A fallback stands after the verification that sends people to it. */
const isChange = ({ command, part, step }: PlacedCommand): boolean =>
  step.fallback !== true &&
  !UNDOES.test(oneLine(command)) &&
  (command.flags.includes('destructive') || (part.role === 'mitigate' && changes(command)));
