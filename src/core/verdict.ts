/** `inconclusive`: nothing was proved, whatever it looks like. */
export type Verdict = 'pass' | 'fail' | 'inconclusive';

const WORST_FIRST: readonly Verdict[] = ['fail', 'inconclusive', 'pass'];

/** Merges worst-first: fail, then inconclusive, then pass. Nothing to merge proves nothing: inconclusive. */
export const mergeVerdicts = (verdicts: readonly Verdict[]): Verdict =>
  WORST_FIRST.find((verdict) => verdicts.includes(verdict)) ?? 'inconclusive';
