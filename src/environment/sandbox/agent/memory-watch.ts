import { systemClock } from '../../../core/clock.ts';
import { containerPids, readProc, sendSignal } from './processes.ts';

const INTERVAL_MS = 50;

/**
 * Does what the kernel does in a memory cgroup, which a sandbox has none of: when a container's processes hold more than its
 * limit, the largest of them is killed.
 */
export const watchMemory = async (
  firstPid: number,
  limitBytes: number,
  onKill: () => void,
  signal: AbortSignal,
): Promise<void> => {
  while (!signal.aborted) {
    const pids = containerPids(firstPid);
    // The sum of resident sets counts shared pages more than once: an upper bound that is cheap to read.
    if (sum(pids.map(residentBytes)) > limitBytes && sum(pids.map(chargedBytes)) > limitBytes) {
      const largest = [...pids].sort((a, b) => residentBytes(b) - residentBytes(a))[0];
      if (largest !== undefined) {
        onKill();
        sendSignal(largest, 'SIGKILL');
      }
    }
    await systemClock.sleep(INTERVAL_MS, signal);
  }
};

/** What a memory cgroup would charge for: anonymous and shared memory, each page once. */
export const containerMemory = (firstPid: number): number => sum(containerPids(firstPid).map(chargedBytes));

const residentBytes = (pid: number): number => kilobytes(readProc(pid, 'status'), 'VmRSS') * 1024;

const chargedBytes = (pid: number): number => {
  const text = readProc(pid, 'smaps_rollup');
  return (kilobytes(text, 'Pss_Anon') + kilobytes(text, 'Pss_Shmem')) * 1024;
};

const kilobytes = (text: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
