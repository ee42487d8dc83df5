import type { Command } from 'commander';

/** Says what the program ends with; the last call counts. */
export type SetExitCode = (code: number) => void;

/** One command of the program, one file. It imports what it needs only when it is run. */
export type CreateCommand = (setExitCode: SetExitCode) => Command;
