import { HarnessError } from '../core/errors.ts';

/** libfaketime, below one of the folders that a system may have it in. */
export const FAKETIME_ROOTS = [
  '/usr/lib/x86_64-linux-gnu',
  '/usr/lib/aarch64-linux-gnu',
  '/usr/lib64',
  '/usr/lib',
  '/usr/local/lib',
];
export const FAKETIME_FOLDER = 'faketime';
export const FAKETIME_LIBRARY = 'libfaketime.so.1';

/**
 * What a service whose clock can be moved is started with.
 * @param offset the file that moves it: read at each look at the clock, so it must never be half there
 */
export const faketimeEnv = (library: string, offset: string): Readonly<Record<string, string>> => ({
  LD_PRELOAD: library,
  FAKETIME_TIMESTAMP_FILE: offset,
  FAKETIME_NO_CACHE: '1',
  FAKETIME_DONT_FAKE_MONOTONIC: '1',
  // What processes share belongs to the first one's user; those of another user would wait for it for ever.
  FAKETIME_DISABLE_SHM: '1',
});

/** By how much a clock is moved, as libfaketime reads it: `+660`, in seconds. */
export const clockOffset = (offsetMs: number): string => `${offsetMs < 0 ? '' : '+'}${offsetMs / 1000}`;

/** @throws HarnessError for a service that was started without libfaketime */
export const checkMovable = (service: string, movableClocks: readonly string[]): void => {
  if (!movableClocks.includes(service))
    throw new HarnessError('clock-not-movable', `the clock of ${service} was not made movable at its start`);
};
