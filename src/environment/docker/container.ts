import type Dockerode from 'dockerode';
import type { Service } from '../../compose/model.ts';
import { Turns } from '../../core/turns.ts';
import { changed } from '../changed.ts';
import type {
  ControlAction,
  ExecOptions,
  ExecResult,
  ServiceChange,
  ServiceChanges,
  ServiceStatus,
} from '../model.ts';
import type { Startable } from '../start-order.ts';
import { runBeside } from './beside.ts';
import { crash } from './crash.ts';
import { asked, isUnchanged } from './engine.ts';
import type { ContainerEvent } from './events.ts';
import { execIn } from './exec.ts';
import { lastLines } from './logs.ts';
import { SeenContainer } from './seen-container.ts';

export interface ContainerOptions {
  readonly docker: Dockerode;
  readonly service: Service;
  readonly replica: number;
  readonly onChange: (change: ServiceChange) => void;
  /** Creates and starts one, with volumes of the one before it: `NAME:TARGET`. */
  readonly launch: (service: Service, volumes: readonly string[]) => Promise<void>;
  /** Resolves when a port of the container's is open. @throws the connection's error */
  readonly opens: (container: Container, port: number, signal: AbortSignal) => Promise<void>;
  /** Aborted when the engine tells no more. */
  readonly gone: AbortSignal;
}

/** After which event an action is done. */
const DONE_BY: Readonly<Record<ControlAction, string>> = {
  start: 'start',
  stop: 'stop',
  kill: 'die',
  crash: 'die',
  pause: 'pause',
  unpause: 'unpause',
  restart: 'restart',
};

/** A service's container, and what can be done to it. The runbook may replace it by another one. */
export class Container implements Startable {
  readonly service: Service;
  readonly replica: number;
  readonly #docker: Dockerode;
  readonly #launch: ContainerOptions['launch'];
  readonly #seen: SeenContainer;
  readonly #actions = new Turns();
  /** Nobody asks for it any more. */
  readonly #over = new AbortController();

  constructor({ docker, service, replica, onChange, launch, opens, gone }: ContainerOptions) {
    this.#docker = docker;
    this.service = service;
    this.replica = replica;
    this.#launch = launch;
    this.#seen = new SeenContainer({
      docker,
      service: service.name,
      onChange,
      exec: (argv, options) => this.exec(argv, options),
      opens: (port, signal) => opens(this, port, signal),
      over: this.#over.signal,
      gone,
    });
  }

  get status(): ServiceStatus {
    return this.#seen.status;
  }

  get isRunning(): boolean {
    return this.#seen.isRunning;
  }

  /** Does what `docker start|stop|…` does, after what was asked for before. */
  control(action: ControlAction, cause: string): Promise<void> {
    return this.#actions.take(() => this.#do(action, cause));
  }

  /** Puts another one in its place, with the same data. */
  recreate(changes: ServiceChanges, cause: string): Promise<void> {
    return this.#actions.take(() => this.#recreate(changed(this.service, changes), cause));
  }

  /** Runs a program in a container of its own that is made as this one is. */
  async runBeside(argv: readonly string[], signal?: AbortSignal): Promise<ExecResult> {
    return runBeside(this.#docker, await this.#seen.container.inspect(), argv, signal);
  }

  /** Lets go of it: resolves when nothing is being done to it. */
  async release(): Promise<void> {
    this.#over.abort();
    await this.#actions.end();
  }

  until(condition: () => boolean, signal: AbortSignal): Promise<void> {
    return this.#seen.until(condition, signal);
  }

  /** Takes note of what happened. Called for one event after the other. */
  handle(event: ContainerEvent): Promise<void> {
    return this.#seen.handle(event);
  }

  /** @param user another one than the container's */
  execAs(user: string, argv: readonly string[]): Promise<ExecResult> {
    return execIn(this.#seen.container, argv, {}, user);
  }

  exec(argv: readonly string[], options?: ExecOptions): Promise<ExecResult> {
    return execIn(this.#seen.container, argv, options);
  }

  lastLines(count: number): Promise<readonly string[]> {
    return this.#seen.exists ? lastLines(this.#seen.container, count) : Promise.resolve([]);
  }

  async #do(action: ControlAction, cause: string): Promise<void> {
    await this.#seen.doing(cause, DONE_BY[action], () => this.#ask(action));
  }

  async #recreate(service: Service, cause: string): Promise<void> {
    if (this.isRunning) await this.#do('stop', cause);
    const old = this.#seen.container;
    const { Mounts: mounts } = await asked(`cannot look at ${service.name}`, old.inspect());
    const anonymous = mounts.filter(
      ({ Type: type, Name: name = '' }) => type === 'volume' && ANONYMOUS.test(name),
    );
    await asked(`cannot remove the container of ${service.name}`, old.remove({ force: true }));
    this.#seen.forget();
    const volumes = anonymous.map(({ Name: name, Destination: target }) => `${name}:${target}`);
    await this.#seen.doing(cause, 'start', async () => {
      await this.#launch(service, volumes);
      return true;
    });
  }

  /** Returns whether that changed anything. */
  async #ask(action: ControlAction): Promise<boolean> {
    if (action === 'start' && !this.#seen.exists) {
      await this.#launch(this.service, []);
      return true;
    }
    const what = `cannot ${action} ${this.service.name}`;
    const graceSeconds = { t: Math.ceil(this.service.stopGraceMs / 1000) };
    const container = this.#seen.container;
    const call =
      action === 'crash'
        ? crash(this.#docker, container)
        : action === 'stop' || action === 'restart'
          ? container[action](graceSeconds)
          : container[action]();
    return asked(
      what,
      call.then(
        () => true,
        (error: unknown) => {
          if (isUnchanged(error)) return false;
          throw error;
        },
      ),
    );
  }
}

/** The name that the engine gives a volume that has none. */
const ANONYMOUS = /^[0-9a-f]{64}$/;
