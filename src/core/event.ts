import type { Lines } from './location.ts';

/** Of the journal's format. */
export const JOURNAL_VERSION = 1;

/** One way through a drill: with the runbook, or with the runbook withheld. */
export type Arm = 'treated' | 'control';

/** The parts of an arm, in their order. */
export type Phase =
  | 'prepare'
  | 'diagnose'
  | 'steady'
  | 'inject'
  | 'detect'
  | 'respond'
  | 'recover'
  | 'audit'
  | 'teardown';

/** What a service is doing. */
export type ServiceState =
  | 'created'
  | 'starting'
  | 'running'
  | 'healthy'
  | 'unhealthy'
  | 'paused'
  | 'restarting'
  | 'exited';

/** When it happened. The conductor adds it; whoever emits an event gives only the `EventBody`. */
export interface EventTime {
  /** Milliseconds since the drill started, monotonic. */
  readonly at: number;
  /** ISO 8601 wall time. */
  readonly wall: string;
}

/** Which of the plan's faults; several may be told in the same words. */
export interface FaultReference {
  /** In words. */
  readonly fault: string;
  /** Its place in the plan, from 0. */
  readonly place: number;
}

/**
 * Everything that can happen in a drill. The journal is a list of these, one JSON object a line; the judge, the reports and
 * the live view are readers of it. Adding a field is compatible; changing one raises `JOURNAL_VERSION`.
 */
export type DrillEvent = EventTime & EventBody;

/** What can happen; `type` tells which. */
export type EventBody =
  /** First line of a journal. `plan` is a `Plan` (src/plan/model.ts), typed there, since core knows no folder. */
  | {
      readonly type: 'drill-started';
      readonly version: number;
      readonly drillbook: string;
      readonly plan: unknown;
    }
  | { readonly type: 'arm-started'; readonly arm: Arm }
  | { readonly type: 'phase'; readonly arm: Arm; readonly phase: Phase }
  | {
      readonly type: 'service';
      readonly arm: Arm;
      readonly service: string;
      readonly state: ServiceState;
      readonly cause?: string;
      readonly exitCode?: number;
      readonly oomKilled?: boolean;
    }
  /** `at` is when it ended, `begun` when it was begun, on the drill's clock. */
  | {
      readonly type: 'sample';
      readonly arm: Arm;
      readonly probe: string;
      readonly begun: number;
      readonly at: number;
      readonly ok: boolean;
      readonly seen: string;
    }
  /** Every probe has held for `stable-for`. */
  | { readonly type: 'steady'; readonly arm: Arm }
  | ({ readonly type: 'fault-injected'; readonly arm: Arm } & FaultReference)
  /** `when: after-inject` must be seen; `when: audit` says whether the fault is still there at the end. */
  | ({
      readonly type: 'evidence';
      readonly arm: Arm;
      readonly when: 'after-inject' | 'audit';
      readonly seen: boolean;
      readonly what: string;
    } & FaultReference)
  /** By the event that the drill names (`restart postgres`), before the end. */
  | ({ readonly type: 'fault-lifted'; readonly arm: Arm; readonly by: string } & FaultReference)
  /** By Drillbook, at the end. Never a recovery. */
  | ({ readonly type: 'fault-healed'; readonly arm: Arm } & FaultReference)
  | { readonly type: 'step-started'; readonly arm: Arm; readonly step: number }
  | {
      readonly type: 'command-started';
      readonly arm: Arm;
      readonly step: number;
      readonly lines: Lines;
      readonly command: string;
    }
  /** In the control only before the fault: how a diagnosis reads while nothing is broken. */
  | {
      readonly type: 'command-finished';
      readonly arm: Arm;
      readonly step: number;
      readonly lines: Lines;
      readonly command: string;
      readonly status: CommandStatus;
      readonly exitCode?: number;
      readonly ms: number;
      /** First and last part, bounded; secrets replaced. */
      readonly output: string;
      readonly truncated: boolean;
      /** Tries, for a verification that is repeated until it holds. */
      readonly tries: number;
      /** Why it was skipped or counts as failed. */
      readonly reason?: string;
    }
  /** Something typed at the operator's place was not done: it reached out of the drill, or the sandbox cannot do it. */
  | {
      readonly type: 'refused';
      readonly arm: Arm;
      readonly request: string;
      readonly message: string;
    }
  /** Nothing more is typed: whether all is well must show again. */
  | { readonly type: 'runbook-finished'; readonly arm: Arm }
  | {
      readonly type: 'write-acknowledged';
      readonly arm: Arm;
      readonly ledger: string;
      readonly number: number;
    }
  | {
      readonly type: 'write-refused';
      readonly arm: Arm;
      readonly ledger: string;
      readonly number: number;
      readonly reason: string;
    }
  /** k6’s first requests are on their way. */
  | { readonly type: 'load-started'; readonly arm: Arm; readonly script: string; readonly url: string }
  /** What the requests of one second came to; latencies in ms. */
  | {
      readonly type: 'load-second';
      readonly arm: Arm;
      readonly wallMs: number;
      readonly requests: number;
      readonly failed: number;
      readonly p50?: number;
      readonly p95?: number;
      readonly p99?: number;
    }
  /** The load was over before it was ended: its time, or the script’s iterations. */
  | { readonly type: 'load-ended'; readonly arm: Arm }
  /** One of the team’s alerts has begun to fire, or no longer does. */
  | {
      readonly type: 'alert';
      readonly arm: Arm;
      readonly alert: string;
      readonly state: 'firing' | 'resolved';
    }
  /** The script’s own thresholds, over all that it sent. */
  | {
      readonly type: 'load-finished';
      readonly arm: Arm;
      readonly thresholds: readonly {
        readonly metric: string;
        readonly met: boolean;
        /** Nothing was measured that it could be compared with. */
        readonly empty?: true;
      }[];
    }
  /** After the recovery: which of the acknowledged writes are missing. `checked: false`: the store could not be read. */
  | {
      readonly type: 'ledger-audited';
      readonly arm: Arm;
      readonly ledger: string;
      readonly checked: boolean;
      readonly acknowledged: number;
      readonly lost: readonly number[];
      readonly reason?: string;
    }
  /** The system has come back (treated) or has done so by itself (control), and held to the end of the watch, which follows. */
  | { readonly type: 'recovered'; readonly arm: Arm }
  /** The wait for the recovery is over: given up at the time limit, or watched for long enough. */
  | {
      readonly type: 'watch-ended';
      readonly arm: Arm;
      readonly recovered: boolean;
      readonly watchedMs: number;
    }
  /** A background job that this command started runs when the watch is over. */
  | {
      readonly type: 'still-running';
      readonly arm: Arm;
      readonly step: number;
      readonly lines: Lines;
      readonly command: string;
    }
  | {
      readonly type: 'harness-error';
      readonly arm?: Arm;
      readonly code: string;
      readonly message: string;
      readonly hint?: string;
    }
  | { readonly type: 'interrupted'; readonly signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP' }
  | { readonly type: 'arm-finished'; readonly arm: Arm }
  /** Last line of a complete journal. */
  | { readonly type: 'drill-finished' };

/** How a command ended. `window-ended`: an endless one, after its bounded time. */
export type CommandStatus = 'ok' | 'failed' | 'skipped' | 'timed-out' | 'window-ended';

/** A command that was ended at its time limit has failed, too. */
export const hasFailed = ({ status }: { readonly status: CommandStatus }): boolean =>
  status === 'failed' || status === 'timed-out';

/** The events of one type. */
export type EventOf<Type extends EventBody['type']> = Extract<DrillEvent, { type: Type }>;

/** Writes an event down, with the time. */
export type Emit = (event: EventBody) => void;
