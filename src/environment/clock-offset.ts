/** By how much a clock is moved, in libfaketime's words: `+660`, in seconds. */
export const clockOffset = (offsetMs: number): string => `${offsetMs < 0 ? '' : '+'}${offsetMs / 1000}`;
