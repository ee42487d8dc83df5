import { withFlag } from '../command/command.ts';
import { unlessAny } from '../cases.ts';
import { commandsIn, withEach } from '../commands-of.ts';
import type { Command, Step } from '../model.ts';
import { sentencesOf } from './conditions.ts';
import { IF_NOT, questionIn } from './questions.ts';
import { hasCommands, type Unit } from './units.ts';

/**
 * "If X, do this. Otherwise do that", "Is X? … If not, do that": what is done otherwise is for where X is not so. After what is done in any case, it is the fallback
 * for where that did not help.
 * @param around the condition that all of them stand under
 */
export const withOpposites = (units: readonly Unit[], around?: string): readonly Unit[] => {
  let cases: readonly string[] = [];
  return units.map((unit) => {
    if (!hasCommands(unit)) return unit;
    const before = cases;
    cases = toldAfter(unit, before, around);
    const [known = unit.asked] = before;
    if (known === undefined || !OTHERWISE.test(unit.intro)) return unit;
    const condition = unlessAny(before.length === 0 ? [known] : before);
    return { ...unit, steps: unit.steps.map((step) => inOtherCase(step, condition)) };
  });
};

/**
 * The same within one text: "If X, run `x`, otherwise run `y`.", "Is X? If not, run `y`."
 * @param around the condition that all of it stands under
 */
export const withOppositesWithin = (
  commands: readonly Command[],
  text: string,
  around?: string,
): readonly Command[] => {
  const sentences = sentencesOf(text);
  const asked = questionIn(sentences[sentences.findIndex((each) => IF_NOT.test(each)) - 1]);
  let cases: readonly string[] = asked === undefined ? [] : [asked];
  return commands.map((command) => {
    const { condition } = command;
    if (condition !== undefined && ONLY_OTHERWISE.test(condition) && cases.length > 0)
      return { ...command, condition: unlessAny(cases) };
    cases = condition === undefined || condition === around ? [] : [...new Set([...cases, condition])];
    return command;
  });
};

const OTHERWISE =
  /^\W*(?:(?:step\s*)?\d+[.):]\s*)?(?:otherwise|else|if not)\b(?!,?\s+(?:if|when|in case)\b)/i;
const ONLY_OTHERWISE = /^(?:otherwise|else|not|no)$/i;

/** The cases that were told one after the other; none, where something is done whatever is the case. */
const toldAfter = ({ steps }: Unit, before: readonly string[], around?: string): readonly string[] => {
  const own = commandsIn(steps).map(({ condition }) => condition);
  const told = own.filter((condition) => condition !== undefined && condition !== around);
  return told.length < own.length ? [] : [...new Set([...before, ...(told as readonly string[])])];
};

const inOtherCase = (step: Step, condition: string): Step =>
  withEach({ ...step, ...(step.fallback === undefined ? {} : { fallback: false }) }, (command) => {
    const hasOwn = command.condition !== undefined && !ONLY_OTHERWISE.test(command.condition);
    return hasOwn ? command : { ...withFlag(command, 'conditional'), condition };
  });
