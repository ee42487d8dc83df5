import { type ChildProcess, spawn } from 'node:child_process';
import { ownModule } from '../../core/own-files.ts';

const MAIN = ownModule('reaper-main', import.meta.url);

/** Removes what a run has made, when this process is no longer there to do it. */
export interface Reaper {
  /** The run has removed everything itself. */
  dismiss(): void;
}

/**
 * Starts a process that waits for the end of this one: also after `kill -9`, the system closes the pipe between them.
 * @param folder a temporary folder of the run's, removed with the rest
 */
export const startReaper = (run: string, folder: string): Reaper => {
  const child: ChildProcess = spawn(process.execPath, [MAIN, run, folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    // What ends the whole group of Drillbook's processes must not end this one.
    detached: true,
  });
  child.on('error', () => {});
  child.stdin?.on('error', () => {});
  child.unref();
  return { dismiss: () => void child.kill() };
};
