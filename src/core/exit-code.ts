import type { Verdict } from './verdict.ts';

/** Exit codes of the program (`sysexits.h` where it has one; 128 + signal for interruptions). */
export const EXIT = {
  pass: 0,
  fail: 1,
  inconclusive: 2,
  invalid: 3,
  usage: 64,
  bug: 70,
} as const satisfies Record<Verdict | 'invalid' | 'usage' | 'bug', number>;

/** From worst to best, for several drills in one run. */
const WORST_FIRST: readonly number[] = [EXIT.bug, EXIT.fail, EXIT.inconclusive, EXIT.invalid, EXIT.pass];

/** The worst of several exit codes; 0 for none. */
export const worstExitCode = (codes: readonly number[]): number =>
  WORST_FIRST.find((code) => codes.includes(code)) ?? codes[0] ?? EXIT.pass;
