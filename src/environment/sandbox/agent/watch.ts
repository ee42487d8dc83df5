import type { Service } from '../../../compose/model.ts';
import { watchHealth } from '../../health.ts';
import type { ExecOptions, ExecResult } from '../../model.ts';
import { portOpened } from './listening.ts';
import { watchMemory } from './memory-watch.ts';

export interface Watched {
  readonly service: Service;
  /** Its first process. */
  readonly pid: number;
  readonly exec: (argv: readonly string[], options: ExecOptions) => Promise<ExecResult>;
  /** Its largest process was killed for it. */
  readonly onOutOfMemory: () => void;
  /** @param said what its health check printed last */
  readonly onHealth: (health: 'healthy' | 'unhealthy', said: string) => void;
  /** Aborted when it has ended. */
  readonly signal: AbortSignal;
}

/** Watches a running container's memory and health, where it has a limit and a check. */
export const watch = ({ service, pid, exec, onOutOfMemory, onHealth, signal }: Watched): void => {
  const { healthcheck, memoryLimit } = service;
  if (memoryLimit !== undefined) void watchMemory(pid, memoryLimit, onOutOfMemory, signal);
  if (healthcheck === undefined) return;
  void watchHealth({
    check: healthcheck,
    exec: (argv, timeoutMs) => exec(argv, { timeoutMs, signal }),
    onChange: onHealth,
    signal,
    sign: (given) => portOpened(pid, given),
  });
};
