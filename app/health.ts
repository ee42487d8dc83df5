import type { StoreName } from './settings.ts';
import { messageOf, Unavailable, within } from './unavailable.ts';

/** Shorter than anybody waits who asks for health: the answer must come while a store hangs. */
const CHECK_LIMIT = 500;

export interface Readiness {
  readonly ready: boolean;
  /** `ok`, or what is wrong. */
  readonly checks: Readonly<{ [store in StoreName]: string }>;
}

type Check = () => Promise<unknown>;

export const readiness = async (checks: { readonly [store in StoreName]: Check }): Promise<Readiness> => {
  const [postgres, redis] = await Promise.all([tryOut(checks.postgres), tryOut(checks.redis)]);
  return { ready: postgres === 'ok' && redis === 'ok', checks: { postgres, redis } };
};

const tryOut = async (check: Check): Promise<string> => {
  try {
    await within(CHECK_LIMIT, check());
    return 'ok';
  } catch (error) {
    return messageOf(error instanceof Unavailable ? error.cause : error);
  }
};
