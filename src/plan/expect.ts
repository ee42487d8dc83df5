import type { Claim, Command, Procedure } from '../runbook/model.ts';
import type { PlannedCommand } from './model.ts';

/** What commands must show by the runbook's words, by command. */
export type Expectations = ReadonlyMap<Command, Claim>;

/**
 * "# Should return PONG" at a command or on the next line. What a transcript shows below a prompt is an example of that day, with its own
 * dates and numbers, and binds nobody.
 */
export const expectationsOf = (procedure: Procedure): Expectations => {
  const commands = procedure.parts.flatMap(({ steps }) => steps.flatMap((step) => step.commands));
  const expected = new Map<Command, Claim>();
  for (const claim of answersIn(procedure)) {
    const command = commandOf(claim, commands);
    if (command !== undefined && !expected.has(command)) expected.set(command, claim);
  }
  for (const claim of statusesIn(procedure)) {
    const command = commandOf(claim, commands);
    if (command !== undefined && PRINTS_STATUS.test(command.text) && !expected.has(command))
      expected.set(command, claim);
  }
  return expected;
};

/** "# Should print 404", where the command prints the status and nothing else could be meant. */
const statusesIn = ({ parts }: Procedure): readonly Claim[] =>
  parts.flatMap(({ claims }) =>
    claims.filter(
      ({ about, comparison, text }) =>
        about === 'http-status' && comparison === '=' && !OTHER_STATUS.test(text) && ABOUT_OUTPUT.test(text),
    ),
  );

/** What may be meant by "200 or 204", "2xx", "not 500", "200 if …". */
const OTHER_STATUS = /\b(?:or|not|never|except|unless|if|when|instead)\b|n['’]t\b|\dxx|\d\d\d\D+\d\d\d/i;

/** `curl -o /dev/null -w '%{http_code}'`, `curl -I`: behind a body it would stand glued to it. */
const PRINTS_STATUS =
  /^(?=[^]*\s(?:-[a-zA-Z]*o|--output)[\s=])[^]*%\{(?:http|response)_code\}|\bcurl\s(?:[^|;&\n]*\s)?(?:-[a-zA-Z]*I[a-zA-Z]*|--head)(?=\s)/;

/** All that is said of what commands answer. */
export const answersIn = ({ parts }: Procedure): readonly Claim[] =>
  parts.flatMap(({ claims }) => claims.filter(({ about }) => about === 'expected-output'));

/** Of the commands on its lines the last; else the one that ends on the line before, where the words are about nothing else. */
const commandOf = (
  { lines: [first, last], text }: Claim,
  commands: readonly Command[],
): Command | undefined =>
  commands.findLast(({ lines }) => lines[0] <= last && first <= lines[1]) ??
  (ABOUT_OUTPUT.test(text) ? commands.findLast(({ lines }) => lines[1] === first - 1) : undefined);

/** "Should return PONG", "The output must be …": it begins so, without another subject. */
const ABOUT_OUTPUT =
  /^\W*(?:(?:and|then|this|it|that|(?:the |its )?(?:output|answer|response|result|command|query))\s+)*(?:should|must|will|expect(?:ed|s)?|returns?|shows?|prints?|you (?:should|must|will) see)\b/i;

/**
 * What the output must show: what a mark says, else the runbook's words.
 * @param typed the command, and what is typed into it
 */
export const expectedOutput = (
  typed: readonly Command[],
  expectations: Expectations,
  file: string,
): PlannedCommand['expect'] => {
  for (const { expect, lines } of typed)
    if (expect !== undefined)
      return { text: expect, origin: { from: 'runbook', what: `expect="${expect}"`, file, lines } };
  const claim = typed.map((command) => expectations.get(command)).find((each) => each !== undefined);
  return claim === undefined
    ? undefined
    : {
        text: String(claim.value),
        origin: { from: 'runbook', what: claim.text, file, lines: claim.lines },
      };
};
