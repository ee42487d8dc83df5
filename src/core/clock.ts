/** Time as the drill sees it. Injected, so that tests steer it. */
export interface Clock {
  /** Milliseconds since an arbitrary start, never going back, with sub-millisecond resolution. */
  now(): number;
  /** Wall time, for people who compare the journal with other logs. */
  wall(): Date;
  /** Resolves after `ms`, or at once when there is no time left or (without error) the signal is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** What a timer of Node's bears, in ms: one that is set to more goes off at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** The machine’s own clock. */
export const systemClock: Clock = {
  now: () => performance.now(),
  wall: () => new Date(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      let left = ms;
      const done = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const wait = (): NodeJS.Timeout => {
        const part = Math.min(left, LONGEST_TIMER);
        left -= part;
        return setTimeout(
          () => {
            if (left > 0) timer = wait();
            else done();
          },
          Math.max(0, part),
        );
      };
      let timer = wait();
      signal?.addEventListener('abort', done, { once: true });
    }),
};
