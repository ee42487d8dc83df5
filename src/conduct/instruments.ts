import type { Arm } from '../core/event.ts';
import { Alerts } from '../alert/prometheus.ts';
import type { StartedEnvironment } from '../environment/model.ts';
import { Load } from '../load/k6.ts';
import { Ledger } from '../probe/ledger/ledger.ts';
import { openLedgerStore } from '../probe/ledger/open.ts';
import { type Sample, Sampler } from '../probe/sampler.ts';
import type { RunningDrill } from './model.ts';
import { reportError } from './report-error.ts';
import type { Watch } from './watch.ts';

/** What looks at the services through one arm, from the steady state on: samplers of the probes, ledgers, load and alerts. */
export class Instruments implements AsyncDisposable {
  readonly #drill: RunningDrill;
  readonly #arm: Arm;
  readonly #watch: Watch;
  readonly #started = new AsyncDisposableStack();
  readonly #ledgers: Ledger[] = [];
  #load: Load | undefined;
  #alerts: Alerts | undefined;

  constructor(drill: RunningDrill, arm: Arm, watch: Watch) {
    this.#drill = drill;
    this.#arm = arm;
    this.#watch = watch;
  }

  async start(environment: StartedEnvironment): Promise<void> {
    this.#startLedgers(environment);
    this.#startSamplers(environment);
    await this.#startLoad(environment);
    await this.#startAlerts(environment);
  }

  /** Names of the alerts that fire, or are about to, or have been for as long as the probes must hold. */
  get activeAlerts(): readonly string[] {
    return this.#alerts?.activeWithin(this.#drill.plan.timing.stableFor) ?? [];
  }

  /** Has an alert called somebody? Where there is none, whoever looks is called at once. */
  get isSomebodyCalled(): boolean {
    return this.#alerts === undefined || this.#alerts.firing.size > 0;
  }

  async stopLoad(): Promise<void> {
    const thresholds = await this.#load?.stop();
    if (thresholds !== undefined) this.#drill.emit({ type: 'load-finished', arm: this.#arm, thresholds });
  }

  /** Only after a recovery: a store that is still down has nothing to say about its rows. */
  async audit(): Promise<void> {
    for (const ledger of this.#ledgers) await ledger.audit();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#started.disposeAsync();
  }

  #startLedgers(environment: StartedEnvironment): void {
    const { plan, clock, emit } = this.#drill;
    const { interval, sampleTimeout: timeout } = plan.timing;
    for (const { name, spec } of plan.ledgers) {
      const options = { name, arm: this.#arm, interval, timeout, clock, emit };
      this.#ledgers.push(this.#started.use(new Ledger(openLedgerStore(spec, environment, timeout), options)));
    }
  }

  #startSamplers(environment: StartedEnvironment): void {
    const { plan, probes, clock, emit } = this.#drill;
    const { interval, sampleTimeout: timeout } = plan.timing;
    for (const { name, kind, spec } of plan.probes) {
      const definition = probes.find((probe) => probe.kind === kind);
      if (definition === undefined) throw new Error(`no probe ${kind}`);
      const onSample = (sample: Sample): void => {
        emit({ type: 'sample', arm: this.#arm, ...sample });
        this.#watch.add(sample);
      };
      this.#started.use(
        new Sampler(definition.open(spec, environment, timeout), {
          name,
          interval,
          timeout,
          clock,
          onSample,
        }),
      );
    }
  }

  async #startLoad(environment: StartedEnvironment): Promise<void> {
    const { plan, emit } = this.#drill;
    if (plan.load === undefined) return;
    const arm = this.#arm;
    const { spec } = plan.load;
    this.#load = await Load.start(environment, spec, {
      onSecond: (second) => {
        emit({ type: 'load-second', arm, ...second });
        this.#watch.addSecond(second);
      },
      onEnd: () => emit({ type: 'load-ended', arm }),
      onError: (error) => reportError(this.#drill, arm, error),
    });
    this.#started.use(this.#load);
    emit({ type: 'load-started', arm, script: spec.script, url: spec.url });
  }

  /** The control has nobody to call. */
  async #startAlerts(environment: StartedEnvironment): Promise<void> {
    const { plan, emit } = this.#drill;
    if (plan.alerts === undefined || this.#arm === 'control') return;
    const arm = this.#arm;
    this.#alerts = await Alerts.start(environment, plan.alerts.spec, {
      onChange: (change) => emit({ type: 'alert', arm, ...change }),
      onError: (error) => reportError(this.#drill, arm, error),
    });
    this.#started.use(this.#alerts);
  }
}
