import { unless } from '../cases.ts';
import { withFlag } from '../command/command.ts';
import { withEach } from '../commands-of.ts';
import type { Unit } from './units.ts';

/** "Is Redis up?", and "No: `x`": that is for where it is not. */
export const withAnswers = (units: readonly Unit[], question: string): readonly Unit[] =>
  units.map((unit) => {
    const answer = ANSWER.exec(unit.intro)?.[1];
    if (answer === undefined) return unit;
    const condition = AFFIRMS.test(answer) ? question : unless(question);
    return {
      ...unit,
      steps: unit.steps.map((step) =>
        withEach(step, (command) =>
          command.condition === undefined || ANSWER_ALONE.test(command.condition)
            ? { ...withFlag(command, 'conditional'), condition }
            : command,
        ),
      ),
    };
  });

const ANSWER = /^\W*(?:if\s+)?(yes|yep|true|no|nope|false)(?=\W*$|[*_]*\s*(?:[:,;.!(]|→|->|=>|—|–|-\s))/i;
const AFFIRMS = /^[yt]/i;
const ANSWER_ALONE = /^(?:yes|yep|true|no|nope|false)$/i;
