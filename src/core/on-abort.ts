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

/**
 * Waits for something no longer than until the signal is aborted; what becomes of it then, nobody asks.
 * @throws what it throws, or the signal's reason
 */
export const unlessAborted = async <Value>(running: Promise<Value>, signal: AbortSignal): Promise<Value> => {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const settled = onAbort(signal, () => reject(signal.reason as Error));
  try {
    return await Promise.race([running, aborted]);
  } finally {
    settled();
  }
};
