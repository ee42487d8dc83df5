import type { Launched } from './launch.ts';

/**
 * What a container is doing. Each state holds only what is true in it.
 *
 *     created ── start ──> running <── unpause / pause ──> running, paused
 *                          ▲  │
 *                          │ ended
 *                          │  ├─ restart policy ──> restarting ── back-off ──> running
 *                        start└─ else ──> exited
 *                          └────────────────┘
 */
export type State =
  | { readonly name: 'created' }
  | Running
  | { readonly name: 'restarting'; readonly last: Ended; readonly cancel: AbortController }
  | { readonly name: 'exited'; readonly last: Ended };

export interface Running {
  readonly name: 'running';
  readonly process: Launched;
  readonly startedAt: Date;
  /** Aborted when the process is gone, after its log was read. */
  readonly over: AbortController;
  readonly ended: Promise<void>;
  health?: 'starting' | 'healthy' | 'unhealthy';
  healthSaid?: string;
  paused: boolean;
  oomKilled: boolean;
}

export interface Ended {
  readonly exitCode: number;
  readonly oomKilled: boolean;
  readonly startedAt: Date;
  readonly finishedAt: Date;
}
