import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { dirname } from 'node:path';
import type { System } from '../../compose/model.ts';
import { HarnessError } from '../../core/errors.ts';
import type {
  ControlAction,
  ExecOptions,
  ExecResult,
  Network,
  OperatorOptions,
  OperatorProcess,
  ServiceChanges,
  ServiceStatus,
  StartedEnvironment,
} from '../model.ts';
import type { AgentClient } from './agent-client.ts';
import { Collected } from './agent/collected.ts';
import { entryCommand } from './agent/exec.ts';
import { childOf, sendSignal } from './agent/processes.ts';

/** A running sandbox, as seen from outside: what it is asked goes to the agent in it. */
export class StartedSandbox implements StartedEnvironment {
  readonly system: System;
  readonly backend = 'sandbox';
  readonly #host: ChildProcess;
  readonly #client: AgentClient;
  readonly #operatorEnv: Readonly<Record<string, string>>;
  readonly #exited: Promise<unknown>;
  readonly #said = new Collected(4000);
  #network: Network | undefined;

  constructor(
    system: System,
    host: ChildProcess,
    client: AgentClient,
    operatorEnv: Readonly<Record<string, string>>,
  ) {
    this.system = system;
    this.#host = host;
    this.#client = client;
    this.#operatorEnv = operatorEnv;
    host.stdout?.resume();
    if (host.stderr !== null) void this.#said.read(host.stderr);
    this.#exited = once(host, 'close').catch(() => {});
    void this.#exited.then(() => client.end(this.#hasEnded()));
  }

  /** Resolves when each service is ready. */
  async ready(signal: AbortSignal): Promise<void> {
    const { links } = await this.#client.call('start', [], signal);
    this.#network = {
      links,
      dial: (link, linkSignal) => this.#client.call('dialLink', [link], linkSignal),
      addToxic: (link, toxic) => this.#client.call('addToxic', [link, toxic]),
      removeToxic: (link, name) => this.#client.call('removeToxic', [link, name]),
      setEnabled: (link, enabled) => this.#client.call('setEnabled', [link, enabled]),
      setNamed: (service, named) => this.#client.call('setNamed', [service, named]),
    };
  }

  get network(): Network {
    if (this.#network === undefined) throw new TypeError('the sandbox is not ready yet');
    return this.#network;
  }

  status(service: string): Promise<ServiceStatus> {
    return this.#client.call('status', [service]);
  }

  logs(service: string, tail: number): Promise<string> {
    return this.#client.call('logs', [service, tail]);
  }

  exec(
    service: string,
    argv: readonly string[],
    { signal, ...options }: ExecOptions = {},
  ): Promise<ExecResult> {
    return this.#client.call('exec', [service, argv, options], signal);
  }

  runBeside(
    service: string,
    argv: readonly string[],
    { signal }: Pick<ExecOptions, 'signal'> = {},
  ): Promise<ExecResult> {
    return this.#client.call('runBeside', [service, argv], signal);
  }

  recreate(service: string, changes: ServiceChanges, cause: string): Promise<void> {
    return this.#client.call('recreate', [service, changes, cause]);
  }

  control(service: string, action: ControlAction, cause: string): Promise<void> {
    return this.#client.call('control', [service, action, cause]);
  }

  dial(host: string, port: number, signal?: AbortSignal): Promise<Socket> {
    return this.#client.call('dial', [host, port], signal);
  }

  moveClock(service: string, offsetMs: number): Promise<void> {
    return this.#client.call('moveClock', [service, offsetMs]);
  }

  operator(argv: readonly string[], { env = {} }: OperatorOptions = {}): OperatorProcess {
    const [program, ...args] = entryCommand(this.#agentPid(), argv, {
      env: { ...this.#operatorEnv, ...env },
      workingDir: dirname(this.system.file),
    });
    // A process group of its own, so that it can be ended with all that it started.
    const child = spawn(program, args, { stdio: 'pipe', detached: true });
    return Object.assign(child, { kill: () => killGroup(child) });
  }

  /** Ending the first process of a pid namespace ends all of them, and it is gone when they are. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#host.exitCode === null && this.#host.signalCode === null) {
      const first = childOf(this.#host.pid);
      if (first !== undefined) sendSignal(first, 'SIGKILL');
      else this.#host.kill('SIGKILL');
    }
    await this.#exited;
  }

  /** On the machine: `setpriv` became `unshare`, that started `bwrap`, that started the agent in mounts of its own. */
  #agentPid(): number {
    const pid = childOf(childOf(this.#host.pid));
    if (pid === undefined) throw this.#hasEnded();
    return pid;
  }

  #hasEnded(): HarnessError {
    const said = this.#said.text.trim();
    return new HarnessError('sandbox-ended', `the sandbox has ended${said === '' ? '' : `: ${said}`}`, {
      hint: 'drillbook doctor',
    });
  }
}

const killGroup = ({ pid, exitCode, signalCode }: ChildProcess): void => {
  if (pid !== undefined && exitCode === null && signalCode === null) sendSignal(-pid, 'SIGKILL');
};
