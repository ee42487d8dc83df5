import type { StoreName } from './settings.ts';

/** A store could not do what was asked of it; the client may try again. */
export class Unavailable extends Error {
  override name = 'Unavailable';
  readonly store: StoreName;

  constructor(store: StoreName, cause: unknown) {
    super(`${store}: ${messageOf(cause)}`, { cause });
    this.store = store;
  }
}

/** Of several addresses tried, each has failed with an error of its own, and the whole has no message. */
export const messageOf = (error: unknown): string => {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join(', ');
  return error instanceof Error ? error.message || error.name : String(error);
};

/** Rejects when it takes longer than `ms`; what was begun goes on, and its end is of no interest. */
export const within = async <Value>(ms: number, promise: Promise<Value>): Promise<Value> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
};
