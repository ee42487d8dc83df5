import { NAMES_A_CHANGE, VERIFIES } from '../knowledge/changes.ts';
import { piped, SILENT_CHECKS } from '../knowledge/silent-checks.ts';
import type { PlacedCommand, Problem, Rule, Page } from '../model.ts';
import { placeIn } from '../place.ts';
import { remembered } from '../../../core/remembered.ts';
import { oneLine } from '../text.ts';

export const checkCannotFail: Rule = {
  id: 'check-cannot-fail',
  severity: 'warning',
  summary: 'a check exits 0 whatever it finds',
  check: (page) => {
    // A line may hold thousands of commands.
    const saysWhatToRead = remembered((lines) => {
      const [first = 0, last = 0] = lines.split('-').map(Number);
      return WHAT_TO_READ.test(page.lines.slice(first - 1, last + 1).join('\n'));
    });
    return page.commands
      .filter(({ command }) => command.kind === 'shell')
      .flatMap((placed) =>
        problemsOf(page, placed, isVerification(placed) && !saysWhatToRead(placed.command.lines.join('-'))),
      );
  },
};

const problemsOf = (page: Page, { command }: PlacedCommand, verifies: boolean): readonly Problem[] => {
  const text = oneLine(command);
  const silent = SILENT_CHECKS.find(
    ({ form, unless, onlyVerification }) =>
      form.test(text) && unless?.test(text) !== true && (verifies || !onlyVerification),
  );
  if (silent !== undefined) {
    return [{ message: silent.why, place: placeIn(page, command, silent.form), hint: silent.remedy }];
  }
  return verifies && piped(text) && /^\s*(?:curl|wget|psql|docker\s+exec|pg_isready|nc)\b/.test(text)
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

/** `# Should return PONG`: the reader is sent to the output, and a drill checks it. */
const WHAT_TO_READ = /\b(?:should|must) (?:return|print|show|say|be)\b|\bexpect(?:ed)?\b/i;
