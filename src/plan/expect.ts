import type { Claim, Command } from '../runbook/model.ts';
import type { PlannedCommand } from './model.ts';

/**
 * What a command's output must show, by the runbook's words: "# Should return PONG" at it or on the next line.
 * What a transcript shows below a prompt is an example of that day, with its own dates and numbers, and binds nobody.
 */
export const expectedOutput = (
  command: Command,
  claims: readonly Claim[],
  runbookPath: string,
): PlannedCommand['expect'] => {
  const { expect, lines } = command;
  if (expect !== undefined)
    return {
      text: expect,
      origin: { from: 'runbook', what: `expect="${expect}"`, file: runbookPath, lines },
    };
  const claim = claims.find(
    ({ about, value, lines: own }) =>
      about === 'expected-output' &&
      typeof value === 'string' &&
      own[0] >= lines[0] &&
      own[0] <= lines[1] + 1,
  );
  if (claim === undefined) return undefined;
  return {
    text: String(claim.value),
    origin: { from: 'runbook', what: claim.text, file: runbookPath, lines: claim.lines },
  };
};
