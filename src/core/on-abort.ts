/**
 * Does something when the signal is aborted, and at once if it has been: what listens only after it has waited for something else
 * must not miss it.
 * @returns ends the listening
 */
export const onAbort = (signal: AbortSignal | undefined, act: () => void): (() => void) => {
  if (signal === undefined) return () => {};
  signal.addEventListener('abort', act, { once: true });
  if (signal.aborted) act();
  return () => signal.removeEventListener('abort', act);
};
