import { fenceAt } from '../by-line.ts';
import { NAMES_A_CHANGE, VERIFIES } from '../knowledge/verification.ts';
import { ENDS_IN_SUCCESS, type SilentCheck, SILENT_CHECKS } from '../knowledge/silent-checks.ts';
import { hasTrait } from '../../command/traits.ts';
import type { Command } from '../../model.ts';
import type { PlacedCommand, Problem, Rule, Page } from '../model.ts';
import { placeIn } from '../place.ts';
import { remembered } from '../../../core/remembered.ts';
import { oneLine, quotesBlanked } from '../text.ts';

export const checkCannotFail: Rule = {
  id: 'check-cannot-fail',
  severity: 'warning',
  summary: 'a check exits 0 whatever it finds',
  check: (page) => {
    // A line may hold thousands of commands.
    const saysWhatToRead = remembered((lines) => {
      const [first = 0, last = 0] = lines.split('-').map(Number);
      // At the end of its block, what stands below the block is about it.
      const below = fenceAt(page, last)?.[1] === last + 1 ? BELOW : 1;
      return WHAT_TO_READ.test(page.lines.slice(first - 1, last + below).join('\n'));
    });
    const isMeant = meantIn(page);
    return page.commands
      .filter(({ command }) => command.kind === 'shell')
      .flatMap((placed) =>
        problemsOf(
          page,
          placed,
          isVerification(placed) && !saysWhatToRead(placed.command.lines.join('-')),
          isMeant,
        ),
      );
  },
};

/** Is it meant to go on, as the text says, or as what is loaded needs? Places, and the file, are searched once for each check. */
const meantIn = (page: Page): ((silent: SilentCheck, command: Command) => boolean) => {
  const isSaid = remembered((key) => {
    const [index = 0, first = 0, last = 0] = key.split('-').map(Number);
    const text = page.lines.slice(Math.max(0, first - 1 - NEAR), last + NEAR).join('\n');
    return SILENT_CHECKS[index]?.unlessSaid?.test(text) === true;
  });
  const filesOf = remembered((index) => {
    const form = SILENT_CHECKS[Number(index)]?.unlessOf;
    return form === undefined
      ? []
      : page.commands.flatMap(({ command }) => form.exec(oneLine(command))?.[1]?.replace(/\.gz$/, '') ?? []);
  });
  return (silent, command) => {
    const index = SILENT_CHECKS.indexOf(silent);
    const text = oneLine(command);
    return (
      isSaid([index, ...command.lines].join('-')) || filesOf(`${index}`).some((file) => text.includes(file))
    );
  };
};

/** So many lines around a check can be about what it prints. */
const NEAR = 6;

const problemsOf = (
  page: Page,
  { command }: PlacedCommand,
  verifies: boolean,
  isMeant: (silent: SilentCheck, command: Command) => boolean,
): readonly Problem[] => {
  const text = oneLine(command);
  const silent = SILENT_CHECKS.find((each) => hasTrait(text, each) && (verifies || !each.onlyVerification));
  if (silent !== undefined) {
    if (isMeant(silent, command)) return [];
    return [{ message: silent.why, place: placeIn(page, command, silent.form), hint: silent.remedy }];
  }
  return verifies &&
    ENDS_IN_SUCCESS.test(quotesBlanked(text)) &&
    /^\s*(?:curl|wget|psql|docker\s+exec|pg_isready|nc)\b/.test(text)
    ? [
        {
          message: 'the exit status is that of the last program in the pipe, which always succeeds',
          place: placeIn(page, command),
          hint: 'set -o pipefail, or leave the pipe out',
        },
      ]
    : [];
};

const isVerification = ({ part, step, command }: PlacedCommand): boolean =>
  !command.flags.includes('destructive') &&
  ((part.role === 'verify' && !isOtherTask(part.heading ?? '')) ||
    /\b(?:verify|verification|confirm|smoke)\b/i.test(step.title ?? ''));

/** "#### Moving indices" below "### Verify that you are connected": what is done there is not the verification. */
const isOtherTask = (heading: string): boolean => NAMES_A_CHANGE.test(heading) && !VERIFIES.test(heading);

/** Its end, a blank line, and the text. */
const BELOW = 3;

/** `# Should return PONG`, "`redis-cli ping` → `PONG`": the reader is sent to the output, and a drill checks it. */
const WHAT_TO_READ =
  /\b(?:should|must|will) (?:return|print|show|say|be)\b|\bexpect(?:ed)?\b|`\s*(?:→|⇒|->|=>)\s|\s#\s+(?:=>|PONG$|0$|")/im;
