import { HarnessError } from '../core/errors.ts';
import type { Arm, Phase } from '../core/event.ts';
import type { StartedEnvironment } from '../environment/model.ts';
import { Operator } from '../operator/operator.ts';
import { programsOf } from '../plan/programs.ts';
import { Breakage } from './breakage.ts';
import { diagnose } from './diagnose.ts';
import { Instruments } from './instruments.ts';
import type { RunningDrill } from './model.ts';
import { asStartError, reportError } from './report-error.ts';
import { respond } from './respond.ts';
import { Watch } from './watch.ts';

/**
 * One way through a drill, from fresh services to none:
 *
 *     prepare → steady → inject → detect → respond → recover → audit → teardown
 *
 * Without evidence of the fault it ends after `inject`; when no probe notices it, `respond` and `recover` are left out; the
 * control has no `respond`, but a `diagnose` before `steady`. `teardown` comes whatever happens.
 *
 * @param recoverTime how long after the fault is in the system may take to come back, or is watched, in ms
 * @returns how long it took, in ms; nothing when it did not come back
 */
export const conductArm = async (
  drill: RunningDrill,
  arm: Arm,
  recoverTime: number,
): Promise<number | undefined> => {
  const { emit, signal } = drill;
  emit({ type: 'arm-started', arm });
  const run = new ArmRun(drill, arm, recoverTime);
  try {
    return await run.through();
  } catch (error) {
    if (!signal.aborted) reportError(drill, arm, error);
    return undefined;
  } finally {
    await run.teardown();
    emit({ type: 'arm-finished', arm });
  }
};

/** By when k6 tells of its first second, in ms; a script that asks nothing by HTTP tells of none. */
const FIRST_SECOND = 3000;

/** Of each service's log. */
const KEPT_LINES = 10_000;

/** How much longer than promised a figure is followed until enough was asked to tell it, in ms: of one probe, twice what 1 % takes. */
const TELLING = 60_000;

class ArmRun {
  readonly #drill: RunningDrill;
  readonly #arm: Arm;
  readonly #recoverTime: number;
  readonly #watch: Watch;
  readonly #instruments: Instruments;
  /** What must be undone, in the order in which it was done. */
  readonly #undo = new AsyncDisposableStack();
  #breakage: Breakage | undefined;
  /** When the probes and the promised figures were back, when the watch was over. */
  #allBackAt: number | undefined;

  constructor(drill: RunningDrill, arm: Arm, recoverTime: number) {
    this.#drill = drill;
    this.#arm = arm;
    this.#recoverTime = recoverTime;
    this.#watch = new Watch(drill.plan, drill.clock, drill.signal);
    this.#instruments = new Instruments(drill, arm, this.#watch);
  }

  async through(): Promise<number | undefined> {
    const environment = await this.#prepare();
    const operator = this.#undo.use(new Operator(environment));
    const breakage = this.#breakable(environment);
    if (this.#arm === 'control') await this.#diagnose(operator);
    await this.#steady(environment);
    this.#phase('inject');
    const outage = this.#watch.beginOutage();
    await breakage.inject();
    const { injectedAt } = outage;
    if (!(await breakage.isEvident())) return undefined;
    if (await this.#detect(injectedAt)) {
      if (this.#arm === 'treated') await this.#respond(operator, injectedAt + this.#recoverTime);
      await this.#recover(injectedAt, breakage);
      for (const typed of await operator.stillRunning())
        this.#drill.emit({ type: 'still-running', arm: this.#arm, ...typed });
    }
    this.#phase('audit');
    await this.#instruments.stopLoad();
    const backAt = outage.backSince;
    const allBackAt = this.#allBackAt ?? backAt;
    if (this.#arm === 'treated' && backAt !== undefined) await this.#instruments.audit();
    await breakage.close();
    return backAt === undefined || allBackAt === undefined
      ? undefined
      : Math.max(backAt, allBackAt) - injectedAt;
  }

  async teardown(): Promise<void> {
    this.#phase('teardown');
    try {
      await this.#undo.disposeAsync();
    } catch (error) {
      reportError(this.#drill, this.#arm, firstCause(error));
    }
  }

  #phase(phase: Phase): number {
    this.#drill.emit({ type: 'phase', arm: this.#arm, phase });
    return this.#drill.clock.now();
  }

  async #prepare(): Promise<StartedEnvironment> {
    this.#phase('prepare');
    const { backend, system, plan, faults, signal, emit } = this.#drill;
    const starting = backend.start(system, {
      signal,
      movableClocks: plan.faults.flatMap(
        ({ kind, spec }) => faults.find((fault) => fault.kind === kind)?.movableClocks?.(spec) ?? [],
      ),
      programs: programsOf(plan, faults),
      ...(plan.operator !== undefined && { operatorImage: plan.operator.image }),
      onService: (change) => {
        emit({ type: 'service', arm: this.#arm, ...change });
        this.#breakage?.onService(change);
      },
      onRefused: ({ request, message }) => emit({ type: 'refused', arm: this.#arm, request, message }),
    });
    const environment = await starting.catch((error: unknown) => {
      throw asStartError(error);
    });
    this.#undo.use(environment);
    this.#undo.defer(() => this.#keepLogs(environment));
    return environment;
  }

  async #keepLogs(environment: StartedEnvironment): Promise<void> {
    const { keepLog, system } = this.#drill;
    if (keepLog === undefined) return;
    for (const { name } of system.services)
      await keepLog(this.#arm, name, await environment.logs(name, KEPT_LINES));
  }

  #breakable(environment: StartedEnvironment): Breakage {
    const breakage = new Breakage(this.#drill, this.#arm, environment, (isLater) =>
      this.#watch.outage?.addFault(this.#drill.clock.now(), isLater),
    );
    this.#breakage = breakage;
    this.#undo.defer(() => breakage.heal());
    return breakage;
  }

  /** Before the steady state, which shows that it has harmed nothing. */
  async #diagnose(operator: Operator): Promise<void> {
    this.#phase('diagnose');
    const { plan, emit, signal } = this.#drill;
    await diagnose(plan.steps, { operator, emit, signal });
  }

  /** @throws HarnessError when the probes do not hold: a drill of a system that is broken already would prove nothing */
  async #steady(environment: StartedEnvironment): Promise<void> {
    const { clock, plan, emit } = this.#drill;
    const begun = this.#phase('steady');
    await this.#undo.use(this.#instruments).start(environment);
    const { steady } = this.#watch;
    const deadline = begun + plan.timing.steadyTimeout;
    const isSteady = (): boolean => steady.stableSince !== undefined;
    if (await this.#watch.until(() => isSteady() && this.#isQuiet(), deadline)) {
      await this.#loaded(() => isSteady() && this.#isQuiet(), deadline);
      emit({ type: 'steady', arm: this.#arm });
      return;
    }
    if (isSteady()) throw this.#notQuiet();
    const failing = this.#watch.failing().map(({ probe, seen }) => `${probe}: ${seen}`);
    throw new HarnessError(
      'not-steady',
      `the system was not steady within ${Math.round(clock.now() - begun)} ms, before anything was broken: ${
        failing.join('; ') || 'its probes hold and fail in turn'
      }`,
      {
        hint: 'look at the services’ states in the journal; a probe that can never hold does not belong in the drill (one that is derived: "derived-probes: off")',
      },
    );
  }

  /** @throws HarnessError when the load gets no good answer: the runbook would be blamed for it */
  async #loaded(isSteady: () => boolean, deadline: number): Promise<void> {
    const { clock, plan } = this.#drill;
    const watch = this.#watch;
    if (plan.load === undefined) return;
    await watch.until(() => watch.isLoadAnswered !== undefined, clock.now() + FIRST_SECOND);
    if (watch.isLoadAnswered === undefined) return;
    if (await watch.until(() => watch.isLoadAnswered === true && isSteady(), deadline)) return;
    const { url } = plan.load.spec;
    throw new HarnessError(
      'not-steady',
      `the load on ${url} got no good answer in a second, before anything was broken`,
      { hint: 'look at what the script asks: "url:" of the load, and what it takes for a good answer' },
    );
  }

  /** Alerts of the start have settled. */
  #isQuiet(): boolean {
    return this.#instruments.activeAlerts.length === 0;
  }

  #notQuiet(): HarnessError {
    const active = this.#instruments.activeAlerts.join(', ');
    return new HarnessError(
      'alert-before-fault',
      `${active} fires, or is about to, though nothing is broken`,
      {
        hint: 'look at what the alert asks for: is that so in a healthy system?',
      },
    );
  }

  async #detect(injectedAt: number): Promise<boolean> {
    this.#phase('detect');
    const { detectTimeout } = this.#drill.plan.timing;
    const isNoticed = (): boolean => this.#watch.outage?.firstFailed !== undefined;
    if (!(await this.#watch.until(isNoticed, injectedAt + detectTimeout))) return false;
    // Nobody comes before the alert calls; when it does not, somebody else does at last.
    await this.#watch.until(() => this.#instruments.isSomebodyCalled, injectedAt + detectTimeout);
    return true;
  }

  async #respond(operator: Operator, deadline: number): Promise<void> {
    this.#phase('respond');
    const { plan, emit, clock, signal } = this.#drill;
    const over = new AbortController();
    const done = new AbortController();
    const timeIsUp = (): void => over.abort('the time to recover was up');
    // At once, or the first command would be begun in no time.
    if (clock.now() >= deadline) timeIsUp();
    void clock.sleep(deadline - clock.now(), AbortSignal.any([signal, done.signal])).then(timeIsUp);
    try {
      await respond(plan.steps, {
        operator,
        emit,
        clock,
        deadline,
        signal: AbortSignal.any([signal, over.signal]),
        holds: () => this.#watch.failing().length === 0,
      });
    } finally {
      done.abort();
    }
    signal.throwIfAborted();
    emit({ type: 'runbook-finished', arm: this.#arm });
    this.#watch.outage?.endRunbook(clock.now());
  }

  async #recover(injectedAt: number, breakage: Breakage): Promise<void> {
    this.#phase('recover');
    const { emit, clock } = this.#drill;
    const isBack = (): boolean => !breakage.isExpecting && this.#watch.outage?.backSince !== undefined;
    const deadline = injectedAt + this.#recoverTime;
    await this.#waitFor(isBack, deadline);
    if (isBack()) {
      await this.#settle(this.#arm === 'treated' ? injectedAt + this.#figuresTime() : deadline);
      await this.#waitFor(isBack, deadline);
    }
    // What is promised is asked of the control, too: probes that hold do not say that the error rate does.
    const recovered = isBack() && (this.#arm === 'treated' || this.#watch.allBackSince !== undefined);
    this.#allBackAt = this.#watch.allBackSince;
    this.#watch.outage?.end();
    if (recovered) emit({ type: 'recovered', arm: this.#arm });
    emit({ type: 'watch-ended', arm: this.#arm, recovered, watchedMs: clock.now() - injectedAt });
  }

  async #waitFor(isBack: () => boolean, deadline: number): Promise<void> {
    if (await this.#watch.until(isBack, deadline)) return;
    // All hold at last: whether that lasts takes a little longer to say.
    if (this.#watch.failing().length > 0) return;
    const { stableFor, sampleTimeout } = this.#drill.plan.timing;
    await this.#watch.until(isBack, this.#drill.clock.now() + stableFor + sampleTimeout);
  }

  /** By when the figures are promised to have come back, in ms from the fault. */
  #figuresTime(): number {
    return Math.max(...this.#drill.plan.objectives.map(({ level }) => level?.within ?? 0));
  }

  /** The probes hold: a figure that is promised to come back may take longer, and they must hold until then. */
  async #settle(dueAt: number): Promise<void> {
    const { clock, plan } = this.#drill;
    const { stableFor, sampleTimeout } = plan.timing;
    const watch = this.#watch;
    // Of what has come back at last, a little longer, also where the probes held too late for it: then it is known when it came back.
    await watch.until(() => watch.told, Math.max(dueAt, clock.now()) + stableFor + sampleTimeout);
    // One that has come back may need more samples to tell: the next failure says enough.
    await watch.until(() => watch.told || !watch.settled, clock.now() + TELLING);
  }
}

/** Of errors while undoing, the first is the cause of the others. */
const firstCause = (error: unknown): unknown =>
  error instanceof SuppressedError ? firstCause(error.suppressed) : error;
