import { formatDuration } from '../core/duration.ts';
import type { Arm, FaultReference } from '../core/event.ts';
import { HarnessError } from '../core/errors.ts';
import { unlessAborted } from '../core/on-abort.ts';
import type { ServiceChange, StartedEnvironment } from '../environment/model.ts';
import type { Evidence, Fault } from '../fault/model.ts';
import type { PlannedFault } from '../plan/model.ts';
import { LiftingEvent } from './lifting-event.ts';
import type { RunningDrill } from './model.ts';
import { reportError } from './report-error.ts';

/** How long evidence may take to show, and how often it is looked for, in ms. */
const EVIDENCE_TIMEOUT = 5000;
const EVIDENCE_INTERVAL = 50;

/** A fault of the plan, and how the journal's events name it. */
interface Placed {
  readonly planned: PlannedFault;
  readonly about: { readonly arm: Arm } & FaultReference;
}

interface Broken extends Placed {
  readonly fault: Fault;
  readonly liftedBy?: LiftingEvent;
  lifted: boolean;
}

/** The faults that are in the system: put in, looked at, lifted by what the drill names, healed at the end. */
export class Breakage {
  readonly #drill: RunningDrill;
  readonly #arm: Arm;
  readonly #environment: StartedEnvironment;
  readonly #signal: AbortSignal;
  readonly #onInjected: (isLater: boolean) => void;
  readonly #broken: Broken[] = [];
  /** What goes on by itself: later faults, until each is in and was looked at, and those on their way out. */
  readonly #underWay: Promise<void>[] = [];
  #expected = 0;
  /** Ends the waits for what lifts a fault. */
  readonly #over = new AbortController();

  /** @param onInjected called when a fault has come: what was well until then says nothing */
  constructor(
    drill: RunningDrill,
    arm: Arm,
    environment: StartedEnvironment,
    onInjected: (isLater: boolean) => void,
  ) {
    this.#drill = drill;
    this.#arm = arm;
    this.#environment = environment;
    this.#signal = drill.signal;
    this.#onInjected = onInjected;
  }

  /**
   * Puts in those that come first; the others follow by themselves.
   * @throws HarnessError when a fault cannot be put in
   */
  async inject(): Promise<void> {
    const faults = this.#drill.plan.faults.map((planned, place) => ({
      planned,
      about: { arm: this.#arm, fault: planned.what, place },
    }));
    for (const fault of faults) if (fault.planned.after === undefined) await this.#inject(fault);
    const later = faults.filter(({ planned }) => planned.after !== undefined);
    this.#expected = later.length;
    for (const fault of later) this.#begin(this.#follow(fault));
  }

  /** Whether each fault that came first was seen in force. */
  async isEvident(): Promise<boolean> {
    const seen: boolean[] = [];
    for (const broken of this.#broken)
      if (broken.planned.after === undefined) seen.push(await this.#look(broken));
    return seen.every(Boolean);
  }

  /** Whether a fault is still to come, or to be looked at: until then, nothing has recovered from it. */
  get isExpecting(): boolean {
    return this.#expected > 0;
  }

  /** What became of the faults. */
  async close(): Promise<void> {
    for (const { about, fault } of this.#broken) {
      const evidence = await unlessAborted(read(fault), this.#signal);
      this.#drill.emit({ type: 'evidence', ...about, when: 'audit', ...evidence });
    }
  }

  /** To be told of all that happens to the services: it may be what lifts a fault. */
  onService(change: ServiceChange): void {
    for (const broken of this.#broken)
      if (broken.liftedBy?.comesWith(change) === true) this.#begin(this.#lift(broken, change.cause ?? ''));
  }

  /**
   * Takes out what is still in, the last one first.
   * @throws HarnessError when one could not be taken out, or the bug in what went on by itself; the others are out then
   */
  async heal(): Promise<void> {
    this.#over.abort();
    // What is on its way out must not be taken out a second time meanwhile, nor find its services gone.
    const ended = await Promise.allSettled(this.#underWay);
    const failed: unknown[] = [];
    for (const { about, fault, lifted } of this.#broken.splice(0).toReversed()) {
      try {
        await fault.heal();
        if (!lifted) this.#drill.emit({ type: 'fault-healed', ...about });
      } catch (error) {
        failed.push(error);
      }
    }
    const bug = ended.find(({ status }) => status === 'rejected');
    if (bug?.status === 'rejected') throw bug.reason;
    if (failed.length > 0) throw notHealed(failed[0]);
  }

  #begin(work: Promise<void>): void {
    // What is wrong with it, `heal` tells.
    work.catch(() => {});
    this.#underWay.push(work);
  }

  async #inject({ planned, about }: Placed): Promise<Broken> {
    this.#signal.throwIfAborted();
    const { faults, clock, emit } = this.#drill;
    const definition = faults.find(({ kind }) => kind === planned.kind);
    if (definition === undefined) throw new Error(`no fault ${planned.kind}`);
    const context = { environment: this.#environment, clock, signal: this.#signal };
    const { liftedBy } = planned;
    const broken: Broken = {
      planned,
      about,
      fault: definition.open(planned.spec, context),
      ...(liftedBy && 'event' in liftedBy && { liftedBy: new LiftingEvent(liftedBy.event) }),
      lifted: false,
    };
    // Before it is in: what it did until it failed is healed too.
    this.#broken.push(broken);
    await unlessAborted(broken.fault.inject().catch(notInjected(planned.what)), this.#signal);
    emit({ type: 'fault-injected', ...about });
    this.#onInjected(planned.after !== undefined);
    if (liftedBy && 'after' in liftedBy) this.#liftAfter(broken, liftedBy.after);
    return broken;
  }

  async #follow(placed: Placed): Promise<void> {
    const signal = AbortSignal.any([this.#signal, this.#over.signal]);
    await this.#drill.clock.sleep(placed.planned.after ?? 0, signal);
    if (signal.aborted) return;
    try {
      const broken = await this.#inject(placed);
      await this.#look(broken);
    } catch (error) {
      if (!signal.aborted) this.#missed(placed, error);
    } finally {
      this.#expected -= 1;
    }
  }

  async #look({ about, fault }: Broken): Promise<boolean> {
    const { clock, emit } = this.#drill;
    const deadline = clock.now() + EVIDENCE_TIMEOUT;
    for (;;) {
      const evidence = await unlessAborted(read(fault), this.#signal);
      if (evidence.seen || clock.now() >= deadline) {
        emit({ type: 'evidence', ...about, when: 'after-inject', ...evidence });
        return evidence.seen;
      }
      await clock.sleep(EVIDENCE_INTERVAL, this.#signal);
      this.#signal.throwIfAborted();
    }
  }

  /** With the runbook withheld, what broke first may have left nothing to break: that is no trouble of Drillbook's. */
  #missed({ about }: Placed, error: unknown): void {
    if (!(error instanceof HarnessError)) throw error;
    if (this.#arm === 'treated') return reportError(this.#drill, this.#arm, error);
    const evidence = { when: 'after-inject', seen: false, what: error.message } as const;
    this.#drill.emit({ type: 'evidence', ...about, ...evidence });
  }

  #liftAfter(broken: Broken, ms: number): void {
    const signal = AbortSignal.any([this.#signal, this.#over.signal]);
    void this.#drill.clock.sleep(ms, signal).then(() => {
      if (!signal.aborted) this.#begin(this.#lift(broken, `${formatDuration(ms)} passed`));
    });
  }

  async #lift(broken: Broken, by: string): Promise<void> {
    if (broken.lifted || !this.#broken.includes(broken)) return;
    broken.lifted = true;
    const { emit } = this.#drill;
    try {
      await broken.fault.heal();
      emit({ type: 'fault-lifted', ...broken.about, by });
    } catch (error) {
      reportError(this.#drill, this.#arm, notHealed(error));
    }
  }
}

/** What cannot be read is no evidence. */
const read = (fault: Fault): Promise<Evidence> =>
  fault
    .evidence()
    .catch((error: unknown) => ({ seen: false, what: `it cannot be read: ${(error as Error).message}` }));

const notInjected =
  (what: string) =>
  (error: unknown): never => {
    if (error instanceof HarnessError) throw error;
    throw new HarnessError('fault-not-injected', `could not ${what}: ${(error as Error).message}`, {
      cause: error,
    });
  };

const notHealed = (error: unknown): HarnessError =>
  new HarnessError('fault-not-healed', `could not take a fault out: ${(error as Error).message}`, {
    cause: error,
  });
