import type { Socket } from 'node:net';
import { dirname } from 'node:path';
import type { System } from '../../compose/model.ts';
import { HarnessError } from '../../core/errors.ts';
import { checkMovable } from '../faketime.ts';
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
import { LOCAL_NAMES } from '../local-names.ts';
import { moveClockCommand } from './clock.ts';
import type { Engine } from './engine.ts';
import { startExec } from './exec.ts';
import { operatorEnv } from './operator.ts';
import { ExecProcess } from './operator-process.ts';
import type { RelayClient } from './relay-client.ts';
import type { Services } from './services.ts';

/** What an environment is made of, once it is ready. */
export interface Parts {
  readonly engine: Engine;
  readonly system: System;
  readonly services: Services;
  readonly network: Network;
  readonly relay: RelayClient;
  readonly movableClocks: readonly string[];
  /** The id of the operator's container. */
  readonly operator: string;
}

/** Running containers, as a drill sees them. */
export class StartedDocker implements StartedEnvironment {
  readonly system: System;
  readonly backend = 'docker';
  readonly #parts: Parts;
  readonly #end: () => Promise<void>;
  #ended: Promise<void> | undefined;

  /** @param end removes everything */
  constructor(parts: Parts, end: () => Promise<void>) {
    this.system = parts.system;
    this.#parts = parts;
    this.#end = end;
  }

  get network(): Network {
    return this.#parts.network;
  }

  async status(service: string): Promise<ServiceStatus> {
    return this.#alive.services.container(service).status;
  }

  async logs(service: string, tail: number): Promise<string> {
    const lines = await this.#alive.services.container(service).lastLines(tail);
    return lines.map((line) => `${line}\n`).join('');
  }

  async exec(service: string, argv: readonly string[], options?: ExecOptions): Promise<ExecResult> {
    return this.#alive.services.container(service).exec(argv, options);
  }

  async runBeside(
    service: string,
    argv: readonly string[],
    { signal }: Pick<ExecOptions, 'signal'> = {},
  ): Promise<ExecResult> {
    return this.#alive.services.container(service).runBeside(argv, signal);
  }

  async recreate(service: string, changes: ServiceChanges, cause: string): Promise<void> {
    await this.#alive.services.container(service).recreate(changes, cause);
  }

  async control(service: string, action: ControlAction, cause: string): Promise<void> {
    await this.#alive.services.container(service).control(action, cause);
  }

  async dial(host: string, port: number, signal?: AbortSignal): Promise<Socket> {
    const { services, relay } = this.#alive;
    const place = LOCAL_NAMES.has(host)
      ? services.publisher(port)
      : { container: services.named(host), target: port };
    if (place?.container === undefined)
      return relay.dial(LOCAL_NAMES.has(host) ? '127.0.0.1' : host, port, signal);
    if (!place.container.isRunning) throw refused(host, port);
    return relay.dial(services.hostOf(place.container), place.target, signal);
  }

  operator(argv: readonly string[], { env = {} }: OperatorOptions = {}): OperatorProcess {
    const { engine, operator, system } = this.#alive;
    return new ExecProcess(
      startExec(engine.docker.getContainer(operator), argv, {
        env: { ...operatorEnv(system), ...env },
        workingDir: dirname(system.file),
      }),
    );
  }

  async moveClock(service: string, offsetMs: number): Promise<void> {
    const { services, movableClocks } = this.#alive;
    checkMovable(service, movableClocks);
    const { exitCode, stderr } = await services.container(service).execAs('0', moveClockCommand(offsetMs));
    if (exitCode !== 0 || stderr !== '')
      throw new HarnessError('clock-not-moved', `the clock of ${service} cannot be moved: ${stderr.trim()}`);
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.#ended ??= this.#end();
    return this.#ended;
  }

  /** @throws HarnessError after the end */
  get #alive(): Parts {
    if (this.#ended !== undefined)
      throw new HarnessError('environment-ended', 'the drill’s containers have been removed');
    return this.#parts;
  }
}

/** The name of a container that does not run leads nowhere; on the machine itself, its ports would refuse. */
const refused = (host: string, port: number): Error =>
  Object.assign(new Error(`connect ECONNREFUSED ${host}:${port}`), { code: 'ECONNREFUSED' });
