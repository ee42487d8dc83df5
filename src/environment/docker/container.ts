import type Dockerode from 'dockerode';
import type { ContainerInspectInfo } from 'dockerode';
import type { Service } from '../../compose/model.ts';
import { HarnessError } from '../../core/errors.ts';
import type { ServiceState } from '../../core/event.ts';
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
import { Notices } from '../notices.ts';
import type { Startable } from '../start-order.ts';
import { runBeside } from './beside.ts';
import { crash } from './crash.ts';
import { asked, isHarmless, isUnchanged } from './engine.ts';
import { checkOf, lastCheck, tcpPorts } from './container-health.ts';
import type { ContainerEvent } from './events.ts';
import { execIn } from './exec.ts';
import { FirstHealth } from './first-health.ts';
import { lastLines } from './logs.ts';
import { ENDS_CAUSE, typedCause } from './typed-cause.ts';

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

/** A service's container: what the engine says of it, and what can be done to it. The runbook may replace it by another one. */
export class Container implements Startable {
  readonly service: Service;
  readonly replica: number;
  readonly #docker: Dockerode;
  readonly #onChange: ContainerOptions['onChange'];
  readonly #launch: ContainerOptions['launch'];
  readonly #gone: AbortSignal;
  readonly #notices = new Notices<string>();
  #id: string | undefined;
  #status: ServiceStatus = { state: 'created', oomKilled: false, restarts: 0 };
  /** Of what is being done to it here. */
  #cause: string | undefined;
  /** What others do to it, as far as the engine's events tell. */
  #typed: string | undefined;
  readonly #actions = new Turns();
  readonly #firstHealth: FirstHealth;
  /** Nobody asks for it any more. */
  readonly #over = new AbortController();

  constructor({ docker, service, replica, onChange, launch, opens, gone }: ContainerOptions) {
    this.#docker = docker;
    this.service = service;
    this.replica = replica;
    this.#onChange = onChange;
    this.#launch = launch;
    this.#gone = gone;
    this.#firstHealth = new FirstHealth({
      exec: (argv, options) => this.exec(argv, options),
      opens: (port, signal) => opens(this, port, signal),
      onHealthy: () => {
        this.#checked('healthy');
        this.#notices.tell('health');
      },
      over: this.#over.signal,
    });
  }

  get status(): ServiceStatus {
    return this.#status;
  }

  get isRunning(): boolean {
    return !STOPPED.has(this.#status.state);
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
    return runBeside(this.#docker, await this.#engine.inspect(), argv, signal);
  }

  /** Lets go of it: resolves when nothing is being done to it. */
  async release(): Promise<void> {
    this.#over.abort();
    await this.#actions.end();
  }

  async until(condition: () => boolean, signal: AbortSignal): Promise<void> {
    while (!condition()) {
      signal.throwIfAborted();
      this.#gone.throwIfAborted();
      await this.#notices.next(AbortSignal.any([signal, this.#gone]));
    }
  }

  /** @param user another one than the container's */
  execAs(user: string, argv: readonly string[]): Promise<ExecResult> {
    return execIn(this.#engine, argv, {}, user);
  }

  exec(argv: readonly string[], options?: ExecOptions): Promise<ExecResult> {
    return execIn(this.#engine, argv, options);
  }

  lastLines(count: number): Promise<readonly string[]> {
    return this.#id === undefined ? Promise.resolve([]) : lastLines(this.#engine, count);
  }

  /** Takes note of what happened. Called for one event after the other. */
  async handle({ action, id, attributes }: ContainerEvent): Promise<void> {
    if (action === 'create') this.#id = id;
    // One that was replaced says nothing more of the service.
    if (id !== this.#id) return;
    this.#typed = typedCause(action, attributes) ?? this.#typed;
    if (action === 'create') this.#enter({ state: 'created', oomKilled: false, restarts: 0 });
    else if (action === 'start') await this.#started();
    else if (action === 'restart' && this.#cause === undefined) this.#enter(this.#status);
    else if (action === 'die') await this.#died(Number(attributes['exitCode']));
    else if (action === 'oom') this.#status = { ...this.#status, oomKilled: true };
    else if (action === 'pause') this.#enter({ ...this.#status, state: 'paused' });
    else if (action === 'unpause') this.#enter({ ...this.#status, state: this.#status.health ?? 'running' });
    else if (action.startsWith('health_status: '))
      await this.#engineChecked(action.slice('health_status: '.length));
    if (ENDS_CAUSE.has(action)) this.#typed = undefined;
    this.#notices.tell(action);
  }

  get #engine(): Dockerode.Container {
    if (this.#id === undefined)
      throw new HarnessError('not-running', `service ${this.service.name} has no container`);
    return this.#docker.getContainer(this.#id);
  }

  async #do(action: ControlAction, cause: string): Promise<void> {
    await this.#until(DONE_BY[action], cause, () => this.#ask(action));
  }

  /** Does something, and waits for the event that says that it is done. @param act returns whether anything was changed */
  async #until(event: string, cause: string, act: () => Promise<boolean>): Promise<void> {
    this.#cause = cause;
    const settled = new AbortController();
    const over = AbortSignal.any([settled.signal, this.#gone]);
    const done = this.#notices.next(over, (one) => one === event);
    try {
      if (await act()) await done;
      this.#gone.throwIfAborted();
    } finally {
      settled.abort();
      this.#cause = undefined;
    }
  }

  async #recreate(service: Service, cause: string): Promise<void> {
    if (this.isRunning) await this.#do('stop', cause);
    const old = this.#engine;
    const { Mounts: mounts } = await asked(`cannot look at ${service.name}`, old.inspect());
    const anonymous = mounts.filter(
      ({ Type: type, Name: name = '' }) => type === 'volume' && ANONYMOUS.test(name),
    );
    await asked(`cannot remove the container of ${service.name}`, old.remove({ force: true }));
    this.#id = undefined;
    const volumes = anonymous.map(({ Name: name, Destination: target }) => `${name}:${target}`);
    await this.#until('start', cause, async () => {
      await this.#launch(service, volumes);
      return true;
    });
  }

  /** Returns whether that changed anything. */
  async #ask(action: ControlAction): Promise<boolean> {
    if (action === 'start' && this.#id === undefined) {
      await this.#launch(this.service, []);
      return true;
    }
    const what = `cannot ${action} ${this.service.name}`;
    const graceSeconds = { t: Math.ceil(this.service.stopGraceMs / 1000) };
    const container = this.#engine;
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

  async #started(): Promise<void> {
    const byPolicy = this.#status.state === 'restarting';
    const seen = await this.#inspect();
    const check = checkOf(seen?.Config.Healthcheck);
    this.#enter(
      {
        state: check === undefined ? 'running' : 'starting',
        oomKilled: false,
        restarts: seen?.RestartCount ?? 0,
        ...(check !== undefined && { health: 'starting' }),
      },
      byPolicy ? 'restart policy' : (this.#cause ?? this.#typed),
    );
    if (check !== undefined) this.#firstHealth.watch(check, tcpPorts(seen));
  }

  async #died(exitCode: number): Promise<void> {
    this.#firstHealth.know();
    const { restarts, oomKilled } = this.#status;
    const seen = await this.#inspect();
    const byPolicy = seen !== undefined && (seen.State.Restarting || seen.RestartCount > restarts);
    this.#enter(
      {
        state: byPolicy ? 'restarting' : 'exited',
        exitCode,
        oomKilled: oomKilled || (seen?.State.OOMKilled ?? false),
        restarts: seen?.RestartCount ?? restarts,
      },
      byPolicy ? 'restart policy' : (this.#cause ?? this.#typed),
    );
  }

  async #engineChecked(health: string): Promise<void> {
    if (health === 'healthy') return this.#checked('healthy');
    const said = lastCheck(await this.#inspect());
    this.#checked('unhealthy', said);
  }

  #checked(health: 'healthy' | 'unhealthy', unhealthySaid?: string): void {
    this.#firstHealth.know();
    const { state } = this.#status;
    if (STOPPED.has(state) || this.#status.health === health) return;
    this.#enter({
      ...this.#status,
      health,
      state: state === 'paused' ? state : health,
      ...(unhealthySaid !== undefined && { unhealthySaid }),
    });
  }

  #inspect(): Promise<ContainerInspectInfo | undefined> {
    return this.#engine.inspect().catch((error: unknown) => {
      if (isHarmless(error)) return undefined;
      throw error;
    });
  }

  #enter(status: ServiceStatus, cause = this.#cause ?? this.#typed): void {
    this.#status = status;
    const { state, exitCode, oomKilled } = status;
    this.#onChange({
      service: this.service.name,
      state,
      ...(cause !== undefined && { cause }),
      ...(exitCode !== undefined && { exitCode }),
      ...(oomKilled && { oomKilled }),
    });
  }
}

/** The name that the engine gives a volume that has none. */
const ANONYMOUS = /^[0-9a-f]{64}$/;

const STOPPED: ReadonlySet<ServiceState> = new Set(['created', 'restarting', 'exited']);
