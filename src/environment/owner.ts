import { readFileSync } from 'node:fs';

/**
 * `<pid>-<start time>` of a process, this one by default: part of the name of what it leaves on disk, so that a later run knows whether it is
 * still alive, also when the pid was given to another process since.
 */
export const ownerMark = (pid = process.pid): string => `${pid}-${startTime(pid)}`;

export const isOwnerAlive = (mark: string): boolean => {
  const [pid, started] = mark.split('-');
  return started !== undefined && startTime(Number(pid)) === started;
};

/** In clock ticks since boot: the 22nd field of `/proc/PID/stat`, counted after the name, which may hold spaces. */
const startTime = (pid: number): string | undefined => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19];
  } catch {
    return undefined;
  }
};
