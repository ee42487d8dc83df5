import type { Process } from '../supervisor-model.ts';

export const PROCESS_TITLES = ['UID', 'PID', 'PPID', 'C', 'STIME', 'TTY', 'TIME', 'CMD'];

/** A process as `ps -ef` shows it, which is what `docker top` asks for. */
export const processCells = (process: Process, now: Date): readonly string[] => {
  const age = Math.max(1, now.getTime() - process.startedAt.getTime());
  return [
    process.user,
    String(process.pid),
    String(process.parent),
    String(Math.min(99, Math.trunc((100 * process.cpuMs) / age))),
    startTime(process.startedAt, now),
    '?',
    cpuTime(process.cpuMs),
    process.command,
  ];
};

/** The hour within a day, else the day. */
const startTime = (start: Date, now: Date): string =>
  now.getTime() - start.getTime() < 24 * 3_600_000
    ? start.toTimeString().slice(0, 5)
    : start.toLocaleDateString('en-US', { month: 'short', day: '2-digit' }).replace(' ', '');

const cpuTime = (ms: number): string => new Date(ms).toISOString().slice(11, 19);

/** Processes of a container, the first one first. */
export const byPid = (processes: readonly Process[]): readonly Process[] =>
  processes.toSorted((a, b) => a.pid - b.pid);
