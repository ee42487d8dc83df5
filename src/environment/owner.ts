import { readFileSync, readlinkSync } from 'node:fs';

/**
 * `<pid>-<start time>-<PID namespace>-<boot>` of a process, this one by default: part of the name of what it leaves behind, so that a later run
 * knows whether it is still alive, also when the pid was given to another process since. Of a pid that nobody has, the mark of a dead one.
 */
export const ownerMark = (pid = process.pid): string => [pid, startTime(pid), namespace(), boot()].join('-');

/**
 * Whether the process of a mark may still be alive: it counts as dead only where that is known. A process of another PID namespace (a CI job in
 * another container) cannot be seen from here, and its pid is somebody else's here.
 */
export const isOwnerAlive = (mark: string): boolean => {
  const [pid, started, itsNamespace, itsBoot] = mark.split('-');
  if (!itsBoot || !itsNamespace || boot() === '' || namespace() === '') return true;
  if (itsBoot !== boot()) return false;
  return itsNamespace !== namespace() || (started !== '' && startTime(Number(pid)) === started);
};

/** Whether the mark was made since this machine was started; else by another machine, or before. */
export const isOfThisBoot = (mark: string): boolean => mark.endsWith(`-${boot()}`);

/** In clock ticks since boot: the 22nd field of `/proc/PID/stat`, counted after the name, which may hold spaces. */
const startTime = (pid: number): string =>
  read(() => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19]);

/** Its number: another one that is there at the same time has another. */
const namespace = (): string => read(() => /\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0]);

const boot = (): string =>
  read(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim().replaceAll('-', ''));

/** Nothing where there is no `/proc`, or no such process. */
const read = (look: () => string | undefined): string => {
  try {
    return look() ?? '';
  } catch {
    return '';
  }
};
