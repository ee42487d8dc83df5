import { constants } from 'node:os';

/** `SIGKILL` from `9`, `KILL`, `SIGKILL` or `kill`; undefined when there is no such signal. */
export const signalName = (typed: string): string | undefined => {
  if (/^\d+$/.test(typed))
    return Object.entries(constants.signals).find(([, number]) => number === Number(typed))?.[0];
  const name = `SIG${typed.toUpperCase().replace(/^SIG/, '')}`;
  return Object.hasOwn(constants.signals, name) ? name : undefined;
};
