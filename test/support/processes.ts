import { readdirSync, readFileSync } from 'node:fs';

/** All living processes below one, at any depth. */
export const descendants = (pid: number): readonly number[] => {
  const parents = new Map<number, number[]>();
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const parent = parentOf(Number(entry));
    if (parent !== undefined) parents.set(parent, [...(parents.get(parent) ?? []), Number(entry)]);
  }
  const below = (of: number): readonly number[] =>
    (parents.get(of) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(pid);
};

/** Those of the processes that still live; zombies do not. */
export const alive = (pids: readonly number[]): readonly number[] =>
  pids.filter((pid) => !['Z', 'X', undefined].includes(stateOf(pid)));

const statOf = (pid: number): readonly string[] | undefined => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
  } catch {
    return undefined;
  }
};

const stateOf = (pid: number): string | undefined => statOf(pid)?.[0];

const parentOf = (pid: number): number | undefined => {
  const parent = statOf(pid)?.[1];
  return parent === undefined ? undefined : Number(parent);
};
