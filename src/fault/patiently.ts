import { systemClock } from '../core/clock.ts';

/** How long a refusal that passes is waited out, and how often it is tried again, in ms. */
const [PATIENCE, INTERVAL] = [3000, 50];

/** Tries until it can be done. @throws what it threw, when that does not pass, or has not passed after a while */
export const patiently = async <Value>(
  attempt: () => Promise<Value>,
  passes: (error: unknown) => boolean,
): Promise<Value> => {
  const deadline = performance.now() + PATIENCE;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!passes(error) || performance.now() > deadline) throw error;
      await systemClock.sleep(INTERVAL);
    }
  }
};
