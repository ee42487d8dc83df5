import type Dockerode from 'dockerode';
import type { ContainerInspectInfo } from 'dockerode';
import { HarnessError } from '../../core/errors.ts';
import type { ServiceState } from '../../core/event.ts';
import type { ServiceChange, ServiceStatus } from '../model.ts';
import { Notices } from '../notices.ts';
import { checkOf, lastCheck, tcpPorts } from './container-health.ts';
import { isHarmless } from './engine.ts';
import type { ContainerEvent } from './events.ts';
import { FirstHealth, type FirstHealthOptions } from './first-health.ts';
import { ENDS_CAUSE, typedCause } from './typed-cause.ts';

export interface SeenContainerOptions extends Omit<FirstHealthOptions, 'onHealthy'> {
  readonly docker: Dockerode;
  /** Its name. */
  readonly service: string;
  readonly onChange: (change: ServiceChange) => void;
  /** Aborted when the engine tells no more. */
  readonly gone: AbortSignal;
}

/** What the engine says of a service's container, which one it is, and why it changed. */
export class SeenContainer {
  readonly #docker: Dockerode;
  readonly #service: string;
  readonly #onChange: SeenContainerOptions['onChange'];
  readonly #gone: AbortSignal;
  readonly #notices = new Notices<string>();
  readonly #firstHealth: FirstHealth;
  #id: string | undefined;
  #status: ServiceStatus = { state: 'created', oomKilled: false, restarts: 0 };
  /** Of what is being done to it here. */
  #cause: string | undefined;
  /** What others do to it, as far as the engine's events tell. */
  #typed: string | undefined;

  constructor({ docker, service, onChange, gone, ...health }: SeenContainerOptions) {
    this.#docker = docker;
    this.#service = service;
    this.#onChange = onChange;
    this.#gone = gone;
    this.#firstHealth = new FirstHealth({
      ...health,
      onHealthy: () => {
        this.#checked('healthy');
        this.#notices.tell('health');
      },
    });
  }

  get status(): ServiceStatus {
    return this.#status;
  }

  get isRunning(): boolean {
    return !STOPPED.has(this.#status.state);
  }

  get exists(): boolean {
    return this.#id !== undefined;
  }

  /** @throws HarnessError when the service has none */
  get container(): Dockerode.Container {
    if (this.#id === undefined)
      throw new HarnessError('not-running', `service ${this.#service} has no container`);
    return this.#docker.getContainer(this.#id);
  }

  /** It was removed, and another one comes in its place. */
  forget(): void {
    this.#id = undefined;
  }

  async until(condition: () => boolean, signal: AbortSignal): Promise<void> {
    while (!condition()) {
      signal.throwIfAborted();
      this.#gone.throwIfAborted();
      await this.#notices.next(AbortSignal.any([signal, this.#gone]));
    }
  }

  /** Does something, and waits for the event that says that it is done. @param act returns whether anything was changed */
  async doing(cause: string, event: string, act: () => Promise<boolean>): Promise<void> {
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
    else if (action === 'unpause') await this.#goesOn();
    else if (action.startsWith('health_status: '))
      await this.#engineChecked(action.slice('health_status: '.length));
    if (ENDS_CAUSE.has(action)) this.#typed = undefined;
    this.#notices.tell(action);
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

  /** To the engine, what was paused is unhealthy until it has been checked again; that it takes it for so is no event. */
  async #goesOn(): Promise<void> {
    const { health, ...status } = this.#status;
    const isUnhealthy = (await this.#inspect())?.State.Health?.Status === 'unhealthy';
    const now = isUnhealthy ? 'unhealthy' : health;
    this.#enter({ ...status, state: now ?? 'running', ...(now !== undefined && { health: now }) });
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
    return this.container.inspect().catch((error: unknown) => {
      if (isHarmless(error)) return undefined;
      throw error;
    });
  }

  #enter(status: ServiceStatus, cause = this.#cause ?? this.#typed): void {
    this.#status = status;
    const { state, exitCode, oomKilled } = status;
    this.#onChange({
      service: this.#service,
      state,
      ...(cause !== undefined && { cause }),
      ...(exitCode !== undefined && { exitCode }),
      ...(oomKilled && { oomKilled }),
    });
  }
}

const STOPPED: ReadonlySet<ServiceState> = new Set(['created', 'restarting', 'exited']);
