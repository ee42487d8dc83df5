import type { Clock } from '../core/clock.ts';

/** How long what is passing may take to pass, and how often it is looked, in ms. */
const [PATIENCE, POLL] = [5000, 20];

/**
 * Looks until it is so, but no longer than what is passing takes: where it does not become so, the evidence says what there is instead.
 * @throws the signal's reason, when it is aborted meanwhile
 */
export const waitUntil = async (
  condition: () => Promise<boolean>,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<void> => {
  const deadline = clock.now() + PATIENCE;
  while (!(await condition()) && clock.now() < deadline) {
    await clock.sleep(POLL, signal);
    signal.throwIfAborted();
  }
};
