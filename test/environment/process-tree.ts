import { readFileSync, readdirSync } from 'node:fs';

/** A process, told apart from a later one with the same pid. */
export interface Seen {
  readonly pid: number;
  readonly startTime: string;
  readonly command: string;
}

/** All processes that descend from this one, in its own namespaces or others. */
export const descendants = (pid: number): readonly Seen[] => {
  const parents = new Map(
    pids().flatMap((one) => (statOf(one) ? [[one, Number(statOf(one)?.[1])] as const] : [])),
  );
  const isBelow = (one: number): boolean => {
    const parent = parents.get(one);
    return parent !== undefined && (parent === pid || isBelow(parent));
  };
  return [...parents.keys()].filter(isBelow).flatMap((one) => seen(one) ?? []);
};

export const stillAlive = (processes: readonly Seen[]): readonly Seen[] =>
  processes.filter(({ pid, startTime }) => seen(pid)?.startTime === startTime);

const pids = (): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);

const seen = (pid: number): Seen | undefined => {
  const fields = statOf(pid);
  return fields === undefined
    ? undefined
    : { pid, startTime: fields[19] ?? '', command: read(pid, 'cmdline') };
};

/** From the third field of `/proc/PID/stat` on; none for a zombie, which is gone but for its exit code. */
const statOf = (pid: number): readonly string[] | undefined => {
  const fields = read(pid, 'stat').split(') ').at(-1)?.split(' ');
  return fields === undefined || fields.length < 20 || fields[0] === 'Z' ? undefined : fields;
};

const read = (pid: number, file: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
};
