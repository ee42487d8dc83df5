import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export type Interruption = (typeof SIGNALS)[number];

/**
 * Turns the first signal into an abort, so that a drill heals and tears down, and a repair ends between two files; a second one ends the
 * program at once.
 */
export interface CaughtSignals extends Disposable {
  /** Aborted with the signal's name as reason. */
  readonly signal: AbortSignal;
  /** 128 + the signal's number, once one was caught. */
  readonly exitCode: number | undefined;
}

export const catchSignals = (): CaughtSignals => {
  const controller = new AbortController();
  let caught: Interruption | undefined;
  const onSignal = (signal: Interruption): void => {
    // The services are in namespaces that end with this process: nothing is left behind even so.
    if (caught !== undefined) process.exit(128 + constants.signals[signal]);
    caught = signal;
    controller.abort(signal);
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return {
    signal: controller.signal,
    get exitCode() {
      return caught === undefined ? undefined : 128 + constants.signals[caught];
    },
    [Symbol.dispose]: () => {
      for (const signal of SIGNALS) process.off(signal, onSignal);
    },
  };
};
