import { unless } from '../cases.ts';
import { withFlag } from '../command/command.ts';
import { withEach } from '../commands-of.ts';
import type { Command } from '../model.ts';
import { sentencesOf } from './conditions.ts';
import { mayAsk, questionIn } from './questions.ts';
import type { Unit } from './units.ts';

/** What the last sentence of a text asks. */
export const askedIn = (text: string): string | undefined =>
  mayAsk(text) ? questionIn(sentencesOf(text).at(-1)) : undefined;

/** "No: `x`", after "Is Redis up?"; "Case 1: the disk is full". */
export const ownCaseOf = (text: string, asked: string | undefined): string | undefined =>
  (asked === undefined ? undefined : caseOfAnswer(asked, text)) ?? numberedCase(text);

/**
 * What is for the case that its text names.
 * @param around the condition that all of them stand under
 */
export const withOwnCases = (units: readonly Unit[], around?: string): readonly Unit[] =>
  units.map((unit) => {
    const condition = unit.ownCase;
    if (condition === undefined) return unit;
    const inCase = (command: Command): Command =>
      command.condition === around || ANSWER_ALONE.test(command.condition ?? '')
        ? { ...withFlag(command, 'conditional'), condition }
        : command;
    return { ...unit, steps: unit.steps.map((step) => withEach(step, inCase)) };
  });

/** The case that a text which begins with yes or no is for; `undefined` where it answers nothing. */
export const caseOfAnswer = (question: string, text: string): string | undefined => {
  const answer = ANSWER.exec(text)?.[1];
  if (answer === undefined) return undefined;
  return AFFIRMS.test(answer) ? question : unless(question);
};

const ANSWER = /^\W*(?:if\s+)?(yes|yep|true|no|nope|false)(?=\W*$|[*_]*\s*(?:[:,;.!(]|→|->|=>|—|–|-\s))/i;
const AFFIRMS = /^[yt]/i;
const ANSWER_ALONE = /^(?:yes|yep|true|no|nope|false)$/i;

/** The case that a label names: "Case 1: the disk is full". */
export const numberedCase = (text: string): string | undefined => NUMBERED.exec(text)?.[1];

const NUMBERED =
  /^\W*(?:case|scenario|situation) #?(?:\d+|[a-z])[*_]*(?:\s*[:.)][*_]*|\s[–—-])\s+([^:.`*]{3,80}\w)[*_]*(?:[:.]|$)/i;
