import { SIGNALS } from '../../../compose/signal.ts';
import { own } from '../../../core/own.ts';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

/** Pids, on the drill's host, of all processes in the container whose first process this is. */
export const containerPids = (firstPid: number): readonly number[] => {
  const namespace = pidNamespace(firstPid);
  if (namespace === undefined) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pidNamespace(pid) === namespace);
};

/** The namespace that the process itself is in. */
const pidNamespace = (pid: number): string | undefined => {
  try {
    return readlinkSync(`/proc/${pid}/ns/pid`);
  } catch {
    return undefined;
  }
};

/** A file of `/proc/PID`, or of `/proc` itself; empty when the process is gone. */
export const readProc = (pid: number | '', file: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
};

/** Its first child; `undefined` before it is there and after it has ended. */
export const childOf = (pid: number | undefined): number | undefined =>
  Number(readProc(pid ?? '', `task/${pid}/children`).split(' ')[0]) || undefined;

/** Sends a signal to all of them; those that were started meanwhile too. */
export const signalAll = (firstPid: number, signal: string): void => {
  const told = new Set<number>();
  for (let round = 0; round < 5; round += 1) {
    const fresh = containerPids(firstPid).filter((pid) => !told.has(pid));
    if (fresh.length === 0) return;
    for (const pid of fresh) {
      told.add(pid);
      sendSignal(pid, signal);
    }
  }
};

/**
 * Returns whether there was a process to take it.
 * @param signal a name of `SIGNALS`, of which Node itself knows the usual ones only
 */
export const sendSignal = (pid: number, signal: string): boolean => {
  const number = own(SIGNALS, signal);
  if (number === undefined) throw new TypeError(`no signal is called ${signal}`);
  try {
    return process.kill(pid, number);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
};
