import type { Reason } from '../verdict/model.ts';

const DOUBTS: ReadonlySet<string> = new Set(['data-lost', 'not-verified', 'still-in-force']);

/** Whether a note puts a pass itself in doubt, so that nobody should see the verdict without it. */
export const isDoubt = ({ code }: Reason): boolean => DOUBTS.has(code);
