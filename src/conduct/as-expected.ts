import type { CommandResult } from '../operator/operator.ts';
import type { Expected } from '../plan/model.ts';
import { shows } from './shows.ts';

/**
 * A command's result, judged by what the runbook says it must show. Where it shows exactly that, its exit code tells nothing against it:
 * `grep` ends with 1 where it finds nothing, and `systemctl is-active` with 3 where it prints "inactive".
 */
export const asExpected = (result: CommandResult, expected: Expected): CommandResult => {
  const { status, exitCode, reason } = result;
  if (exitCode === undefined || NOT_RUN.has(exitCode)) return result;
  if (expected.fails === true)
    return exitCode === 0
      ? failed(result, 'it should fail, and did not')
      : reason === undefined
        ? { ...result, status: 'ok' }
        : result;
  if (status === 'ok') return meets(result.output, expected) ? result : failed(result, lackOf(expected));
  return reason === undefined && isExactly(result.output, expected) ? { ...result, status: 'ok' } : result;
};

/** The shell's own: what should be run is not there, or is no program. */
const NOT_RUN: ReadonlySet<number> = new Set([126, 127]);

const failed = (result: CommandResult, reason: string): CommandResult => ({
  ...result,
  status: 'failed',
  reason,
});

const lackOf = ({ text, number }: Expected): string =>
  number !== undefined
    ? `it prints no number ${number.comparison} ${number.value}`
    : text === ''
      ? 'it should print nothing'
      : `its output does not show “${text}”`;

const meets = (output: string, { text, number }: Expected): boolean => {
  if (number === undefined) return text === '' ? isNothing(output) : shows(output, text);
  const printed = numbersIn(output);
  // Rows of several columns: which of them is meant is not known.
  return printed.length === 0 || printed.some((each) => COMPARE[number.comparison](each, number.value));
};

/** Lines of nothing but a number, also as redis-cli has it. */
const numbersIn = (output: string): readonly number[] =>
  output
    .split('\n')
    .flatMap((line) => /^\s*(?:\(integer\) )?(-?\d+(?:\.\d+)?)\s*$/.exec(line)?.[1] ?? [])
    .map(Number);

const COMPARE = {
  '<': (one: number, other: number) => one < other,
  '<=': (one: number, other: number) => one <= other,
  '>': (one: number, other: number) => one > other,
  '>=': (one: number, other: number) => one >= other,
  '=': (one: number, other: number) => one === other,
} as const;

const isExactly = (output: string, { text, number }: Expected): boolean =>
  number !== undefined
    ? /^\s*-?[\d.]+\s*$/.test(output) && COMPARE[number.comparison](Number(output), number.value)
    : text === ''
      ? isNothing(output)
      : withSingleBlanks(output) === withSingleBlanks(text);

const withSingleBlanks = (text: string): string => text.trim().replaceAll(/\s+/g, ' ');

/** Nothing but the heads of columns, what a client says of nothing, and what Docker says of a Compose file. */
const isNothing = (output: string): boolean => {
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !WARNING.test(line));
  return (
    lines.length === 0 ||
    (lines.length === 1 && (HEADS.test(lines[0] ?? '') || NONE.test(lines[0] ?? ''))) ||
    /^\(0 rows\)\s*$/.test(lines.at(-1) ?? '')
  );
};

const WARNING = /^(?:WARN\[\d+\]|time="[^"]*" level=warning )/;
const HEADS = /^(?=[^]* {2})[A-Z ]+$/;
const NONE = /^\s*(?:\((?:nil|empty [\w ]+)\)|\[\s*\]|No resources found\b.*)\s*$/;
