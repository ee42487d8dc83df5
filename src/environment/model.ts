import type { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import type { Service, System } from '../compose/model.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { ServiceState } from '../core/event.ts';

/** What a fault, a probe or a step may need of a backend; `plan` compares before anything starts. */
export type Capability =
  | 'process-control'
  | 'toxics'
  | 'sized-volumes'
  | 'memory-limit'
  | 'cpu-limit'
  /** A service whose clock can be moved while it runs. */
  | 'clock'
  /** A container that is made anew with another program, memory limit or other variables. */
  | 'recreate'
  /** Such a container with another image. */
  | 'images'
  /** A service's name that is gone for the others. */
  | 'names'
  /** A published port that another program on the drill's host takes. */
  | 'host-ports'
  /** The operator's place is a container, of an image that the drill names. */
  | 'operator-image';

/** Starts the services of a Compose file. */
export interface Backend {
  readonly name: 'sandbox' | 'docker';
  readonly capabilities: ReadonlySet<Capability>;
  /** The programs that it puts into the operator's place itself, whatever there is. */
  readonly brings: ReadonlySet<OperatorProgram>;
  /** What of this system the backend cannot start (an image that it has no server for, an unsupported key). */
  validate(system: System): readonly Diagnostic[];
  /**
   * Which of these programs the operator will have: `plan` skips the commands, and chooses the alternatives, by it.
   * @param image the operator's, if the drill names one
   * @throws HarnessError when that cannot be one
   */
  tools(names: readonly string[], image?: string): Promise<ReadonlySet<string>>;
  /**
   * What this machine lacks for it; each with the command to type as hint. No error among them: ready. Without a system, servers
   * that only some systems need are warnings.
   */
  missing(system?: System): Promise<readonly Diagnostic[]>;
  /**
   * Resolves when each service is healthy (or running, where it has no health check).
   * @throws HarnessError with the last log lines of the service that did not become ready; everything is then gone.
   */
  start(system: System, options: StartOptions): Promise<StartedEnvironment>;
}

/** How services are started. */
export interface StartOptions {
  readonly signal: AbortSignal;
  /** Called for each change of a service, in order, also for those that happen while starting. */
  readonly onService: (change: ServiceChange) => void;
  /** Called for each request of the operator's that was not done: it reached out of the drill, or the backend cannot do it. */
  readonly onRefused?: (refusal: Refusal) => void;
  /** The image of the operator's place. Absent: the backend's own. */
  readonly operatorImage?: string;
  /** Services whose clock a fault wants to move. */
  readonly movableClocks?: readonly string[];
  /** What Drillbook itself will run in the operator's place. */
  readonly programs?: readonly OperatorProgram[];
}

/** A program that only some drills need, and that Drillbook runs in the operator's place. */
export type OperatorProgram = 'k6' | 'prometheus';

/** What the operator was refused: the request, and the words of the refusal. */
export interface Refusal {
  readonly request: string;
  readonly message: string;
}

/** A service changed its state. */
export interface ServiceChange {
  readonly service: string;
  readonly state: ServiceState;
  /** What brought it about, as a person would name it: `docker compose restart postgres`, `fault`, `restart policy`. */
  readonly cause?: string;
  readonly exitCode?: number;
  readonly oomKilled?: boolean;
}

/** What is known of a service now. */
export interface ServiceStatus {
  readonly state: ServiceState;
  readonly exitCode?: number;
  readonly oomKilled: boolean;
  readonly restarts: number;
  readonly health?: 'starting' | 'healthy' | 'unhealthy';
  /** What the health check said when it made it unhealthy. */
  readonly unhealthySaid?: string;
}

/** Live services. Ends them all when disposed of; disposing of twice is harmless. */
export interface StartedEnvironment extends AsyncDisposable {
  readonly system: System;
  readonly backend: Backend['name'];

  status(service: string): Promise<ServiceStatus>;
  /** The last `tail` lines that the service wrote to stdout and stderr. */
  logs(service: string, tail: number): Promise<string>;
  /** Runs a program in the service, as `docker exec` would. Never throws for a non-zero exit. */
  exec(service: string, argv: readonly string[], options?: ExecOptions): Promise<ExecResult>;
  /**
   * As `exec`, but beside the service, in a container of its own with the same image, variables, mounts and user: also while the service is
   * down (`docker run --rm --volumes-from`). Takes no input.
   */
  runBeside(
    service: string,
    argv: readonly string[],
    options?: Pick<ExecOptions, 'signal'>,
  ): Promise<ExecResult>;
  /**
   * Puts a container with these changes to what the Compose file says in the place of the service's, and starts it; without
   * changes, one that is as the file says. So does a `docker compose up` that is typed afterwards, as Compose sees the difference.
   * Resolves when its program runs, or has failed.
   */
  recreate(service: string, changes: ServiceChanges, cause: string): Promise<void>;
  /** What `docker stop|kill|pause|unpause|start|restart` does; `cause` is what the journal shows. */
  control(service: string, action: ControlAction, cause: string): Promise<void>;

  /**
   * A connected TCP socket, as if opened on the drill's host: `localhost` and a published port, or a service's name and
   * one of its own ports (reached directly, not through the proxy).
   * @throws the connection error (`ECONNREFUSED`, …) with its `code`.
   */
  dial(host: string, port: number, signal?: AbortSignal): Promise<Socket>;

  /** Starts a program in the operator's place: the runbook's tools on the PATH, its names, its ports. */
  operator(argv: readonly string[], options?: OperatorOptions): OperatorProcess;
  /** The proxies between the services. */
  readonly network: Network;
  /** Moves the clock of a service named in `movableClocks`; `0` puts it right. */
  moveClock(service: string, offsetMs: number): Promise<void>;
}

/**
 * What `docker` of the same name does; and `crash`: the program dies as if by itself, by SIGKILL, so that a restart policy sets in,
 * which it does not after a `kill`.
 */
export type ControlAction = 'start' | 'stop' | 'kill' | 'crash' | 'pause' | 'unpause' | 'restart';

/** How a container differs from what the Compose file says; `environment` stands beside the variables there, `null` takes one away. */
export interface ServiceChanges extends Partial<
  Pick<Service, 'image' | 'command' | 'entrypoint' | 'memoryLimit'>
> {
  readonly environment?: Readonly<Record<string, string | null>>;
}

/** How a program in a service is run. */
export interface ExecOptions {
  readonly timeoutMs?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly signal?: AbortSignal;
}

/** How a program in a service ended. */
export interface ExecResult {
  /** 124 when it was ended for its time limit. */
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program in the operator’s place: the part of Node's `ChildProcess` that is used. It emits `exit` and `close` with its code, or `error`. */
export interface OperatorProcess extends EventEmitter {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Ends it at once, with all that it started. */
  kill(): unknown;
}

/** What a program in the operator’s place gets. */
export interface OperatorOptions {
  readonly env?: Readonly<Record<string, string>>;
}

/** The Toxiproxy between an app and its stores. */
export interface Network {
  /** The links that can be disturbed: each store's name, as the other services resolve it. */
  readonly links: readonly string[];
  /**
   * A connected TCP socket to the store through the link's proxy, as the other services have them.
   * @throws the connection error with its `code`
   */
  dial(link: string, signal?: AbortSignal): Promise<Socket>;
  addToxic(link: string, toxic: Toxic): Promise<void>;
  /** Nothing happens where there is none of this name. */
  removeToxic(link: string, name: string): Promise<void>;
  /** Refuses connections and cuts those that are open (`enabled: false`), or lets them pass again. */
  setEnabled(link: string, enabled: boolean): Promise<void>;
  /** Whether the other services can resolve a service's name; connections that are open stay so. */
  setNamed(service: string, named: boolean): Promise<void>;
}

/** As in Toxiproxy's HTTP API. */
export interface Toxic {
  readonly name: string;
  readonly type: 'latency' | 'bandwidth' | 'slow_close' | 'timeout' | 'reset_peer' | 'slicer' | 'limit_data';
  readonly stream: 'upstream' | 'downstream';
  /** 0 to 1: the share of connections that it hits. */
  readonly toxicity: number;
  readonly attributes: Readonly<Record<string, number>>;
}
