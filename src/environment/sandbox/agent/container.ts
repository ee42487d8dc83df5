import type { Service } from '../../../compose/model.ts';
import type { ServiceState } from '../../../core/event.ts';
import { systemClock } from '../../../core/clock.ts';
import { Turns } from '../../../core/turns.ts';
import type { ControlAction, ExecOptions, ExecResult, ServiceChange, ServiceStatus } from '../../model.ts';
import type { Container, ControlWithOptions } from '../supervisor-model.ts';
import type { ContainerSpec } from './container-spec.ts';
import type { Ended, Running, State } from './container-state.ts';
import { entryCommand, runCommand } from './exec.ts';
import { Notices } from '../../notices.ts';
import { launch } from './launch.ts';
import { Log } from './log.ts';
import { sendSignal, signalAll } from './processes.ts';
import { RestartPolicyState } from './restart-policy.ts';
import { watch } from './watch.ts';

/** One container: starts, ends and watches its processes. */
export class ServiceContainer implements Container {
  readonly spec: ContainerSpec;
  readonly createdAt = new Date();
  readonly log = new Log();
  readonly #onChange: (change: ServiceChange) => void;
  readonly #policy: RestartPolicyState;
  readonly #notices = new Notices();
  #state: State = { name: 'created' };
  /** Stopped by a person: the restart policy does not apply until it is started again. */
  #stopped = false;
  #removed = false;
  #cause: string | undefined;
  readonly #actions = new Turns();

  constructor(spec: ContainerSpec, onChange: (change: ServiceChange) => void) {
    this.spec = spec;
    this.#onChange = onChange;
    this.#policy = new RestartPolicyState(spec.service.restart);
  }

  get id(): string {
    return this.spec.id;
  }
  get name(): string {
    return this.spec.name;
  }
  get service(): Service {
    return this.spec.service;
  }
  get replica(): number {
    return this.spec.replica;
  }
  get ipAddress(): string {
    return this.spec.ipAddress;
  }
  get argv(): readonly string[] {
    return this.spec.argv;
  }
  get pid(): number | undefined {
    return this.#state.name === 'running' ? this.#state.process.pid : undefined;
  }
  get startedAt(): Date | undefined {
    if (this.#state.name === 'running') return this.#state.startedAt;
    return this.#state.name === 'created' ? undefined : this.#state.last.startedAt;
  }
  get finishedAt(): Date | undefined {
    return 'last' in this.#state ? this.#state.last.finishedAt : undefined;
  }

  get status(): ServiceStatus {
    const state = this.#state;
    const last = 'last' in state ? state.last : undefined;
    return {
      state: this.#stateName(),
      restarts: this.#policy.restarts,
      oomKilled: last?.oomKilled ?? (state.name === 'running' && state.oomKilled),
      ...(last && { exitCode: last.exitCode }),
      ...(state.name === 'running' && state.health && { health: state.health }),
      ...(state.name === 'running' &&
        state.health === 'unhealthy' &&
        state.healthSaid !== undefined && { unhealthySaid: state.healthSaid }),
    };
  }

  /** Does what `docker start|stop|…` does, after what was asked for before. */
  control(action: ControlAction | ControlWithOptions, cause: string): Promise<void> {
    return this.#actions.take(() => this.#as(cause, () => this.#do(action)));
  }

  /** Ends it for good: its restart policy starts it no more, and what is asked of it afterwards fails. */
  remove(how: 'stop' | 'kill', cause: string): Promise<void> {
    return this.#actions.take(async () => {
      await this.#as(cause, () => (how === 'kill' && this.pid !== undefined ? this.#kill() : this.#stop()));
      this.#removed = true;
    });
  }

  /** Resolves as soon as the condition holds; looked at after each change. */
  async until(condition: () => boolean, signal: AbortSignal): Promise<void> {
    while (!condition()) {
      signal.throwIfAborted();
      await this.#notices.next(signal);
    }
  }

  /** The command that runs a program in it, while it runs. */
  entry(
    argv: readonly string[],
    env: Readonly<Record<string, string>> = {},
    workingDir?: string,
  ): readonly string[] {
    return entryCommand(this.pid ?? 0, argv, {
      env: { ...this.spec.env, ...env },
      workingDir: workingDir ?? this.spec.workingDir,
    });
  }

  async lastLines(count: number): Promise<readonly string[]> {
    return this.log.tail(count).map(({ text }) => text);
  }

  exec(argv: readonly string[], options: ExecOptions = {}): Promise<ExecResult> {
    return runCommand(this.entry(argv, options.env), options);
  }

  async #as(cause: string, act: () => Promise<void>): Promise<void> {
    if (this.#removed) throw new Error(`No such container: ${this.name}`);
    this.#cause = cause;
    try {
      await act();
    } finally {
      this.#cause = undefined;
    }
  }

  async #do(request: ControlAction | ControlWithOptions): Promise<void> {
    const { action, timeoutMs, signal } = normalise(request);
    if (action === 'start') await this.#start();
    else if (action === 'stop') await this.#stop(timeoutMs);
    else if (action === 'restart') {
      await this.#stop(timeoutMs);
      await this.#start();
    } else if (action === 'kill') await this.#kill(signal);
    else if (action === 'crash') await this.#crash();
    else this.#freeze(action === 'pause');
  }

  async #start(): Promise<void> {
    if (this.#state.name === 'running') return;
    this.#cancelRestart();
    this.#stopped = false;
    this.#policy.reset();
    await this.#launch();
  }

  async #launch(): Promise<void> {
    await this.spec.prepare();
    const process = await launch(this.spec.command, this.log);
    const over = new AbortController();
    const state: Running = {
      name: 'running',
      process,
      startedAt: new Date(),
      over,
      ended: process.exited.then((exitCode) => this.#ended(state, exitCode)),
      paused: false,
      oomKilled: false,
      ...(this.service.healthcheck && { health: 'starting' as const }),
    };
    this.#enter(state);
    watch({
      service: this.service,
      pid: process.pid,
      exec: (argv, options) => this.exec(argv, options),
      onOutOfMemory: () => (state.oomKilled = true),
      onHealth: (health, said) => {
        state.health = health;
        state.healthSaid = said;
        if (!state.paused) this.#enter(state);
      },
      signal: over.signal,
    });
  }

  #ended(running: Running, exitCode: number): void {
    running.over.abort();
    const { startedAt, oomKilled } = running;
    const last: Ended = { exitCode, oomKilled, startedAt, finishedAt: new Date() };
    const delay = this.#stopped ? undefined : this.#policy.next(exitCode, Date.now() - startedAt.getTime());
    if (delay === undefined) return this.#enter({ name: 'exited', last });
    const cancel = new AbortController();
    this.#enter({ name: 'restarting', last, cancel }, 'restart policy');
    void this.#restartAfter(delay, cancel.signal, last);
  }

  async #restartAfter(delayMs: number, cancelled: AbortSignal, last: Ended): Promise<void> {
    await systemClock.sleep(delayMs, cancelled);
    // In its turn: what is asked for while it starts would start a second one beside it, or leave it running that was to be stopped.
    await this.#actions.take(async () => {
      if (cancelled.aborted) return;
      await this.#as('restart policy', () =>
        this.#launch().catch(() => this.#enter({ name: 'exited', last })),
      );
    });
  }

  async #stop(timeoutMs = this.service.stopGraceMs): Promise<void> {
    this.#stopped = true;
    this.#cancelRestart();
    const state = this.#state;
    if (state.name !== 'running') return;
    if (state.paused) this.#freeze(false);
    sendSignal(state.process.program, this.spec.stopSignal);
    const patience = new AbortController();
    await Promise.race([state.ended, systemClock.sleep(timeoutMs, patience.signal)]);
    patience.abort();
    sendSignal(state.process.pid, 'SIGKILL');
    await state.ended;
  }

  /** As Docker, a killed container is not restarted by its policy, unless the signal was only a message to it. */
  async #kill(signal = 'SIGKILL'): Promise<void> {
    const state = this.#state;
    if (state.name !== 'running') throw new Error(`container ${this.name} is not running`);
    const deadly = signal === 'SIGKILL' || signal === this.spec.stopSignal;
    if (deadly) this.#stopped = true;
    sendSignal(state.process.program, signal);
    if (signal === 'SIGKILL') await state.ended;
  }

  async #crash(): Promise<void> {
    const state = this.#state;
    if (state.name !== 'running') throw new Error(`container ${this.name} is not running`);
    sendSignal(state.process.pid, 'SIGKILL');
    await state.ended;
  }

  #freeze(paused: boolean): void {
    const state = this.#state;
    if (state.name !== 'running') throw new Error(`container ${this.name} is not running`);
    if (state.paused === paused)
      throw new Error(`container ${this.name} is ${paused ? 'already' : 'not'} paused`);
    signalAll(state.process.pid, paused ? 'SIGSTOP' : 'SIGCONT');
    state.paused = paused;
    this.#enter(state);
  }

  #cancelRestart(): void {
    if (this.#state.name !== 'restarting') return;
    this.#state.cancel.abort();
    this.#enter({ name: 'exited', last: this.#state.last });
  }

  #enter(state: State, cause = this.#cause): void {
    this.#state = state;
    const { state: name, exitCode, oomKilled } = this.status;
    this.#onChange({
      service: this.service.name,
      state: name,
      ...(cause !== undefined && { cause }),
      ...(exitCode !== undefined && { exitCode }),
      ...(oomKilled && { oomKilled }),
    });
    this.#notices.tell();
  }

  #stateName(): ServiceState {
    const state = this.#state;
    if (state.name !== 'running') return state.name;
    if (state.paused) return 'paused';
    return state.health ?? 'running';
  }
}

interface Request {
  readonly action: ControlAction;
  readonly timeoutMs?: number;
  readonly signal?: string;
}

const normalise = (request: ControlAction | ControlWithOptions): Request =>
  typeof request === 'string' ? { action: request } : request;
