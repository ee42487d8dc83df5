import { constants } from 'node:os';

/** The first and last of those that programs may use as they like; `node:os` knows no names for them. */
const [FIRST_REAL_TIME, LAST_REAL_TIME] = [34, 64];

const realTime = (): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Array.from({ length: LAST_REAL_TIME - FIRST_REAL_TIME + 1 }, (_, index) => {
      const after = index === 0 ? 'SIGRTMIN' : `SIGRTMIN+${index}`;
      const before = LAST_REAL_TIME - FIRST_REAL_TIME - index;
      const name = index <= 15 ? after : before === 0 ? 'SIGRTMAX' : `SIGRTMAX-${before}`;
      return [name, FIRST_REAL_TIME + index];
    }),
  );

/** Each signal under its name, as Docker has them: `SIGTERM`, `SIGRTMIN+3`. */
export const SIGNALS: Readonly<Record<string, number>> = { ...constants.signals, ...realTime() };

/** `SIGKILL` from `9`, `KILL`, `SIGKILL` or `kill`; undefined when there is no such signal. */
export const signalName = (typed: string): string | undefined => {
  if (/^\d+$/.test(typed)) return Object.entries(SIGNALS).find(([, number]) => number === Number(typed))?.[0];
  const name = `SIG${typed.toUpperCase().replace(/^SIG/, '')}`;
  return Object.hasOwn(SIGNALS, name) ? name : undefined;
};
