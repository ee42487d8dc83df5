import { availableParallelism } from 'node:os';
import { InvalidArgumentError } from 'commander';

/** How many drills may run at once. */
export type Parallel = number | 'auto';

/** Drills wait more than they work: docs/performance.md has what was measured. */
const DRILLS_PER_CORE = 2;

/** In bytes: services, volumes that a fault fills, and Drillbook's own part. */
const MEMORY_OF_A_DRILL = 512 * 1024 ** 2;

export const parseParallel = (text: string): Parallel => {
  if (text === 'auto') return text;
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('It must be a number from 1, or auto.');
  return Number(text);
};

/** What bounds `auto`. */
export interface Room {
  readonly cores: number;
  /** In bytes. */
  readonly memory: number;
}

export const roomHere = (): Room => ({ cores: availableParallelism(), memory: process.availableMemory() });

/** How many of the drills run at once. */
export const drillsAtOnce = (parallel: Parallel, drills: number, { cores, memory }: Room): number => {
  const bearable = Math.min(cores * DRILLS_PER_CORE, Math.floor(memory / MEMORY_OF_A_DRILL));
  return Math.max(1, Math.min(drills, parallel === 'auto' ? bearable : parallel));
};
