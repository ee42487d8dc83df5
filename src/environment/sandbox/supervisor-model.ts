import type { Readable } from 'node:stream';
import type { NamedVolume, Service, System } from '../../compose/model.ts';
import type { ControlAction, ServiceStatus } from '../model.ts';

/**
 * What the front ends (`docker`, `docker compose`, `pm2`, `systemctl` on the operator's PATH) know of the drill's services.
 * The agent inside the sandbox implements it; the front ends turn arguments into calls and calls into the real tools' output.
 */
export interface Supervisor {
  readonly system: System;
  /** All containers, also stopped ones, newest first. */
  containers(): readonly Container[];
  /** `cause` goes into the journal: the command as typed. Resolves when it is done, as the real command would. */
  control(container: Container, action: ControlAction | ControlWithOptions, cause: string): Promise<void>;
  /** Creates and starts what does not run yet, waits for dependencies' conditions. */
  up(services: readonly string[], options: UpOptions, cause: string): Promise<void>;
  /** Stops and removes containers; their anonymous volumes, and with `volumes` the named ones too. */
  remove(
    containers: readonly Container[],
    options: { readonly volumes: boolean; readonly force: boolean },
    cause: string,
  ): Promise<void>;
  /** The named volumes that are there: one that was removed comes again, empty, with the next container that has it. */
  volumes(): readonly NamedVolume[];
  /** With their data. No container may have them. */
  removeVolumes(volumes: readonly NamedVolume[]): Promise<void>;
  /** What the container wrote, from the beginning or the last `tail` lines, each line with its time and stream; follows until the signal. */
  logs(container: Container, options: LogOptions): AsyncIterable<LogLine>;
  /** The container's processes, as seen from the drill's host. */
  processes(container: Container): Promise<readonly Process[]>;
  usage(container: Container): Promise<Usage>;
  /** How to run a program in the container from the drill's host: `nsenter …`. The front end executes it itself, so that stdin, signals and exit status are real. */
  entry(container: Container, options: EntryOptions): readonly string[];
}

export interface Container {
  /** 64 hex digits. */
  readonly id: string;
  /** Without the leading slash. */
  readonly name: string;
  readonly service: Service;
  /** 1-based, of the service's replicas. */
  readonly replica: number;
  readonly status: ServiceStatus;
  readonly createdAt: Date;
  readonly startedAt?: Date | undefined;
  readonly finishedAt?: Date | undefined;
  /** Of the container's first process, on the drill's host; absent while it does not run. */
  readonly pid?: number | undefined;
  readonly ipAddress?: string;
  /** What runs in it. */
  readonly argv: readonly string[];
}

export type ControlWithOptions =
  | { readonly action: 'stop' | 'restart'; readonly timeoutMs: number }
  | { readonly action: 'kill'; readonly signal: string };

export interface UpOptions {
  readonly forceRecreate: boolean;
  readonly noDeps: boolean;
  /** Service → number of containers. */
  readonly scale: Readonly<Record<string, number>>;
  /** Wait until running and healthy. */
  readonly wait: boolean;
}

export interface LogOptions {
  readonly tail?: number;
  readonly follow: boolean;
  readonly since?: Date;
  readonly signal: AbortSignal;
}

export interface LogLine {
  readonly stream: 'stdout' | 'stderr';
  readonly time: Date;
  /** Without the newline. */
  readonly text: string;
}

export interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly user: string;
  /** CPU time in ms. */
  readonly cpuMs: number;
  readonly startedAt: Date;
  readonly command: string;
}

/** Resource use at this moment. */
export interface Usage {
  /** Since the last reading: 100 is one core. */
  readonly cpuPercent: number;
  readonly memoryBytes: number;
  /** The service's limit, or the machine's memory. */
  readonly memoryLimitBytes: number;
  readonly networkReceivedBytes: number;
  readonly networkSentBytes: number;
  readonly blockReadBytes: number;
  readonly blockWrittenBytes: number;
  readonly processes: number;
}

export interface EntryOptions {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly workingDir?: string;
  readonly user?: string;
}

/** One call of a front end: a process on the drill's host that talks to the agent over a Unix socket. */
export interface FrontEndCall {
  /** The name that was typed: `docker`, `docker-compose`, `systemctl`, `service`, `journalctl`, `pm2`, `sudo`, `doas`. */
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Read from the caller only when the front end reads it. */
  readonly stdin: Readable;
  readonly stdinIsTerminal: boolean;
  readonly stdoutIsTerminal: boolean;
  /** Aborted when the caller is gone. */
  readonly signal: AbortSignal;
}

/** What the front end's process does for a call. */
export type FrontEndReply =
  | { readonly write: 'stdout' | 'stderr'; readonly text: string }
  /** For Drillbook, not for the process: the real program can do what was asked, and the sandbox cannot. */
  | { readonly refused: string }
  /** Replaces the process: `docker exec`. The program's absolute path comes first; `env` is added to the caller's. Last reply. */
  | { readonly exec: readonly string[]; readonly env?: Readonly<Record<string, string>> }
  /** Last reply. */
  | { readonly exit: number };

/** One front end: arguments in, replies out. Pure but for the supervisor, so that it can be tested without a sandbox. */
export type FrontEnd = (call: FrontEndCall, supervisor: Supervisor) => AsyncIterable<FrontEndReply>;
