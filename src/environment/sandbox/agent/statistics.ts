import { totalmem } from 'node:os';
import type { Container, Process, Usage } from '../supervisor-model.ts';
import { containerMemory } from './memory-watch.ts';
import { containerPids, readProc } from './processes.ts';

/** Of `/proc/PID/stat`: a hundredth of a second, on every Linux. */
const TICK_MS = 10;

/**
 * A container's processes, in the order of their pids.
 * @param user the one that a container has
 */
export const listProcesses = (firstPid: number, user: string): readonly Process[] => {
  const booted = bootTime();
  return containerPids(firstPid).flatMap((pid) => {
    const stat = statOf(pid);
    if (stat === undefined) return [];
    return [
      {
        pid,
        parent: stat.parent,
        user,
        cpuMs: stat.cpuMs,
        startedAt: new Date(booted + stat.startedMs),
        command: readProc(pid, 'cmdline').split('\0').join(' ').trim() || `[${stat.name}]`,
      },
    ];
  });
};

/** CPU time and moment of the last reading, by container. */
const lastReading = new WeakMap<Container, { readonly cpuMs: number; readonly at: number }>();

export const readUsage = (container: Container): Usage => {
  const pids = container.pid === undefined ? [] : containerPids(container.pid);
  const cpuMs = pids.reduce((total, pid) => total + (statOf(pid)?.cpuMs ?? 0), 0);
  const at = performance.now();
  const last = lastReading.get(container) ?? { cpuMs: 0, at: at - uptimeOf(container) };
  lastReading.set(container, { cpuMs, at });
  const io = pids.map((pid) => readProc(pid, 'io'));
  const net = container.pid === undefined ? [] : networkBytes(container.pid);
  return {
    cpuPercent: at > last.at ? (100 * Math.max(0, cpuMs - last.cpuMs)) / (at - last.at) : 0,
    memoryBytes: container.pid === undefined ? 0 : containerMemory(container.pid),
    memoryLimitBytes: container.service.memoryLimit ?? totalmem(),
    networkReceivedBytes: net[0] ?? 0,
    networkSentBytes: net[8] ?? 0,
    blockReadBytes: sum(io, 'read_bytes'),
    blockWrittenBytes: sum(io, 'write_bytes'),
    processes: pids.length,
  };
};

const uptimeOf = ({ startedAt }: Container): number =>
  startedAt === undefined ? 0 : Date.now() - startedAt.getTime();

/** What `/proc/PID/stat` says; its second field, the name, may hold spaces. */
const statOf = (pid: number) => {
  const [, name, rest] = /^\d+ \((.*)\) (.*)/s.exec(readProc(pid, 'stat')) ?? [];
  if (name === undefined || rest === undefined) return undefined;
  const fields = rest.split(' ').map(Number);
  const field = (number: number): number => fields[number - 3] ?? 0;
  return {
    name,
    parent: field(4),
    cpuMs: (field(14) + field(15)) * TICK_MS,
    startedMs: field(22) * TICK_MS,
  };
};

const bootTime = (): number => Number(/^btime (\d+)/m.exec(readProc('', 'stat'))?.[1] ?? 0) * 1000;

/** The counters of `eth0`: received bytes first, sent ones ninth. */
const networkBytes = (pid: number): readonly number[] =>
  (/^\s*eth0:(.*)$/m.exec(readProc(pid, 'net/dev'))?.[1] ?? '').trim().split(/\s+/).map(Number);

const sum = (texts: readonly string[], name: string): number =>
  texts.reduce((total, text) => total + Number(new RegExp(`^${name}: (\\d+)`, 'm').exec(text)?.[1] ?? 0), 0);
