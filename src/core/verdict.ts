/** `inconclusive`: nothing was proved, whatever it looks like. */
export type Verdict = 'pass' | 'fail' | 'inconclusive';
