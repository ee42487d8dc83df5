import { readdirSync } from 'node:fs';
import { systemClock } from '../../../core/clock.ts';
import { readProc, sendSignal } from './processes.ts';

/** A shell in a loop starts another child each time: this often it is tried in order, and then all at once. */
const ROUNDS = 40;
const ROUND_MS = 5;

/**
 * Ends a process group, children before their parents, so that each parent reaps its own. A process that is left to a container's
 * first one and then killed looks to that like a child of its own that has crashed: PostgreSQL ends all sessions then.
 *
 * @param leader its id is the group's; it ends by itself after its children
 */
export const endGroup = async (leader: number): Promise<void> => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const members = membersOf(leader);
    if (members.length === 0) return;
    const parents = new Set(members.map(({ parent }) => parent));
    const last = members.filter(({ pid, state }) => state !== 'Z' && !parents.has(pid));
    for (const { pid } of last) if (pid !== leader || members.length === 1) sendSignal(pid, 'SIGKILL');
    await systemClock.sleep(ROUND_MS);
  }
  sendSignal(-leader, 'SIGKILL');
};

interface Member {
  readonly pid: number;
  readonly state: string;
  readonly parent: number;
}

const membersOf = (group: number): readonly Member[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = readProc(Number(name), 'stat');
      // The name may hold anything, but ends with the last `)`.
      const [state = '', parent, itsGroup] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return Number(itsGroup) === group ? [{ pid: Number(name), state, parent: Number(parent) }] : [];
    });
