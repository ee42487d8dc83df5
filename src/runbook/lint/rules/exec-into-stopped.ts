import { beginningWithin } from '../by-line.ts';
import type { Heading, Page, PlacedCommand, Rule } from '../model.ts';
import { placeIn } from '../place.ts';
import { oneLine, shown } from '../text.ts';
import { targetsOf } from './unknown-service.ts';

export const execIntoStopped: Rule = {
  id: 'exec-into-stopped',
  severity: 'warning',
  summary: 'a command is run in the container whose absence is the incident',
  check: (page) =>
    page.headings.flatMap((heading) => {
      const subject = subjectOf(heading);
      if (subject === undefined || !speaksForAll(page, heading)) return [];
      const inside = beginningWithin(page.commands, heading.line + 1, heading.last);
      const restart = inside.find(({ command }) => /\b(?:re)?start\b|\bup\b/.test(oneLine(command)));
      return inside
        .filter((placed) => restart === undefined || placed.command.lines[0] < restart.command.lines[0])
        .filter((placed) => isExecIn(placed, subject))
        .map(({ command }) => ({
          message: `"${heading.text}": while it is down nothing can be run in it, so "${shown(command, 40)}" fails`,
          place: placeIn(page, command),
          hint: 'look at it from outside (docker logs, docker inspect, the volume on the host), or start it first',
        }));
    }),
};

/** What a heading says to be down, and how its containers are called. */
const SUBJECTS: readonly { readonly words: RegExp; readonly containers: RegExp }[] = [
  { words: /postgres|database|\bdb\b/i, containers: /postgres|(?:^|[-_])(?:db|database|pg)(?:$|[-_\d])/i },
  { words: /redis/i, containers: /redis/i },
  { words: /celery|worker/i, containers: /celery|worker/i },
  { words: /mysql|mariadb/i, containers: /mysql|mariadb/i },
  { words: /mongo/i, containers: /mongo/i },
];

/** A title may name the first of many incidents; where the file answers one, it is that one's. */
const speaksForAll = ({ runbook }: Page, { depth, line }: Heading): boolean =>
  depth > 1 || runbook.procedures.some(({ lines }) => lines[0] === line);

const subjectOf = ({ text }: Heading): RegExp | undefined =>
  /\b(?:is )?(?:down|not running|crashed|stopped|unavailable)\b/i.test(text) && !/slow|lag/i.test(text)
    ? SUBJECTS.find(({ words }) => words.test(text))?.containers
    : undefined;

const isExecIn = ({ command }: PlacedCommand, container: RegExp): boolean =>
  /\bexec\b/.test(command.text) && targetsOf(oneLine(command)).some(({ name }) => container.test(name));
