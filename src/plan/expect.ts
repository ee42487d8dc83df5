import type { Lines } from '../core/location.ts';
import { looks } from '../runbook/command/changes.ts';
import { commandsIn } from '../runbook/commands-of.ts';
import type { Claim, Command, Part, Procedure, Step } from '../runbook/model.ts';
import { IN_CASE } from '../runbook/knowledge/claims-output.ts';
import type { Expected, PlannedCommand } from './model.ts';
import { HIDES_STATUS, PRINTS_NUMBER, PRINTS_STATUS } from './prints.ts';

/** What commands must show by the runbook's words, by command. */
export type Expectations = ReadonlyMap<Command, Claim>;

/**
 * "# Should return PONG" at a command or on the next line; in a verification, also below its block. What a transcript shows below a
 * prompt is an example of that day, with its own dates and numbers, and binds nobody.
 */
export const expectationsOf = ({ parts }: Procedure): Expectations => {
  const steps = parts.flatMap((part) => part.steps);
  const commands = commandsIn(steps);
  const expected = new Map<Command, Claim>();
  for (const isOf of [isAnswer, isStatus, isNumber, isUnseenStatus])
    for (const part of parts)
      for (const claim of part.claims) {
        const command = isSaid(claim) ? commandOf(claim, commands, steps, part) : undefined;
        if (command !== undefined && isOf(claim, command, part) && !expected.has(command))
          expected.set(command, claim);
      }
  return expected;
};

const isSaid = ({ about }: Claim): boolean =>
  about === 'expected-output' || about === 'http-status' || about === 'threshold';

const isAnswer = ({ about, value }: Claim): boolean =>
  about === 'expected-output' && typeof value !== 'number';

/** "Should print 404", where the command prints the status and nothing else could be meant. */
const isStatus = ({ about, comparison, text }: Claim, command: Command): boolean =>
  about === 'http-status' &&
  comparison === '=' &&
  PRINTS_STATUS.test(command.text) &&
  !OTHER_STATUS.test(withoutCode(text)) &&
  isAboutOutput(text);

/** "Should be less than 10", where the command prints a number, and in a verification: while it is broken it may well be more. */
const isNumber = (
  { about, value, unit, text }: Claim,
  command: Command,
  { role }: Pick<Part, 'role'>,
): boolean =>
  (about === 'expected-output' || about === 'threshold') &&
  typeof value === 'number' &&
  unit === 'count' &&
  role === 'verify' &&
  PRINTS_NUMBER.test(command.text) &&
  !IN_CASE.test(withoutCode(text));

/** "Returns 200", in a verification that would go on at any status. */
const isUnseenStatus = (
  { about, comparison }: Claim,
  { text }: Command,
  { role }: Pick<Part, 'role'>,
): boolean => about === 'http-status' && comparison === '=' && role === 'verify' && HIDES_STATUS.test(text);

/** What may be meant by "200 or 204", "2xx", "not 500", "200 if …". */
const OTHER_STATUS = /\b(?:or|not|never|except|unless|if|when|instead)\b|n['’]t\b|\dxx|\d\d\d\D+\d\d\d/i;

/** All that is said of what commands answer, but a number alone, which may be about anything. */
export const answersIn = ({ parts }: Procedure): readonly Claim[] =>
  parts.flatMap(({ claims }) => claims.filter(isAnswer));

/**
 * Of the commands on its lines the last; else the one that ends on the line before, or whose block ends there, where the words are
 * about nothing else.
 */
const commandOf = (
  claim: Claim,
  commands: readonly Command[],
  steps: readonly Step[],
  { role }: Pick<Part, 'role'>,
): Command | undefined => {
  const [first, last] = claim.lines;
  const beside = commands.findLast(({ lines }) => lines[0] <= last && first <= lines[1]);
  if (beside !== undefined || !(isAboutOutput(claim.text) || typeof claim.value === 'number')) return beside;
  return (
    commands.findLast(({ lines }) => lines[1] === first - 1) ??
    (role === 'verify' && !ELSEWHERE.test(claim.text) ? commandAbove(claim.lines, steps) : undefined)
  );
};

/** The last command of the block above, where no other of it prints anything. */
const commandAbove = ([first]: Lines, steps: readonly Step[]): Command | undefined => {
  for (const { commands } of steps) {
    const command = commands.findLast(
      ({ lines, where }) => lines[1] < first && first - lines[1] <= (where === 'fence' ? 3 : 2),
    );
    if (command !== undefined)
      return commands.some((other) => other !== command && looks(other)) ? undefined : command;
  }
  return undefined;
};

/** What is to be seen in another place than the command's output. */
const ELSEWHERE =
  /\b(?:in|on|from) (?:the |your |a |its )?(?:[\w-]+ ){0,2}(?:page|browser|dashboard|logs?|ui|console|slack|channel|grafana|e-?mail|graphs?|screen)\b/i;

/** "Should return PONG", "The output must be …", "=> PONG": it begins so, without another subject than a command. */
const isAboutOutput = (text: string): boolean => ABOUT_OUTPUT.test(withoutCode(text));

const ABOUT_OUTPUT =
  /^=>|^\W*(?:(?:and|then|this|it|that|verify|check|confirm|(?:the |its )?(?:output|answer|response|result|command|query))\s+)*(?:should|must|will|expect(?:ed|s)?|returns?|shows?|prints?|you (?:should|must|will) see)\b/i;

/** A command in a sentence is what it is about. */
const withoutCode = (text: string): string => text.replaceAll(/`[^`]*\s[^`]*`/g, 'it');

/**
 * What the output must show: what a mark says, else the runbook's words.
 * @param typed the command, and what is typed into it
 */
export const expectedOutput = (
  typed: readonly Command[],
  expectations: Expectations,
  file: string,
): Pick<PlannedCommand, 'expect' | 'sample' | 'unseenStatus'> => {
  for (const { expect, lines } of typed)
    if (expect !== undefined)
      return {
        expect: { text: expect, origin: { from: 'runbook', what: `expect="${expect}"`, file, lines } },
      };
  const [command, claim] =
    typed.map((each) => [each, expectations.get(each)] as const).find(([, said]) => said !== undefined) ?? [];
  if (command === undefined || claim === undefined) return {};
  const origin = { from: 'runbook', what: claim.text, file, lines: claim.lines } as const;
  if (claim.about === 'http-status' && HIDES_STATUS.test(command.text)) return { unseenStatus: origin };
  return claim.value === undefined ? { sample: origin } : { expect: { ...comparedWith(claim), origin } };
};

const comparedWith = ({ value, unit, comparison = '=', fails }: Claim): Omit<Expected, 'origin'> => ({
  text: String(value),
  ...(unit === 'count' ? { number: { comparison, value: Number(value) } } : {}),
  ...(fails === true ? { fails } : {}),
});
