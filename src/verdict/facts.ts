import type { Arm, DrillEvent, EventBody, EventOf } from '../core/event.ts';
import { sum } from '../core/statistics.ts';
import type { Plan } from '../plan/model.ts';
import { levelsOf } from '../plan/level.ts';
import { areBack, type Level } from '../probe/level.ts';
import type { Outage } from '../probe/outage.ts';
import { followOutage } from './outage.ts';
import { type Trouble, troublesIn } from './troubles.ts';

/** What a journal says, as the rules ask for it. */
export interface Facts {
  readonly plan: Plan;
  readonly treated: ArmFacts;
  /** What kept Drillbook from its job before the treated arm was over. */
  readonly troubles: readonly Trouble[];
  /** Absent: the arm was never begun. */
  readonly control?: ArmFacts;
  /** The same for all that came after the treated arm. */
  readonly laterTroubles: readonly Trouble[];
}

/** One way through the drill. */
export interface ArmFacts {
  /** When the faults that come first were in: what takes time is counted from it. */
  readonly injectedAt?: number;
  readonly evidence: readonly EventOf<'evidence'>[];
  /** First failed sample after `inject`. */
  readonly firstFailed?: { readonly begun: number; readonly at: number };
  /** End of the first good sample of the stretch in which all held, to the end of the watch. */
  readonly recoveredAt?: number;
  /** The same of a stretch that ended before: the system was back, and did not stay so. */
  readonly lostAfter?: number;
  readonly watchedMs: number;
  /** The services that had failed before the fault, and were not up again when it came. */
  readonly notUp: readonly Pick<EventOf<'service'>, 'service' | 'exitCode'>[];
  /** The probes that did not hold when the watch was over, with what they saw then. */
  readonly failing: readonly Pick<EventOf<'sample'>, 'probe' | 'seen'>[];
  /** The last result of each command, in the order in which they were first run. */
  readonly commands: readonly EventOf<'command-finished'>[];
  /** What was refused while a command ran, or after the last one. */
  readonly refused: readonly Refused[];
  /** The commands whose background jobs ran when the watch was over. */
  readonly stillRunning: readonly EventOf<'still-running'>[];
  /** The alerts that fired after `inject`, in their order, and when the first did. */
  readonly alerts: { readonly fired: readonly string[]; readonly firstAt?: number };
  /** Of the control: how the diagnoses read while nothing was broken, each several times. */
  readonly healthy: readonly EventOf<'command-finished'>[];
  readonly audits: readonly EventOf<'ledger-audited'>[];
  /** Begin of the first command. */
  readonly respondedAt?: number;
  /** Of the load's requests, or else of the samples, from the steady state to the teardown; nothing when there was none. */
  readonly availability?: number;
  /** Of the objectives that are about a figure, by their place in the plan. */
  readonly levels: readonly (Level | undefined)[];
  readonly thresholds?: EventOf<'load-finished'>['thresholds'];
  /** When the load was over by itself. */
  readonly loadEndedAt?: number;
  readonly acknowledged: number;
  /** Of each ledger: why the last write that was refused was. */
  readonly refusals: ReadonlyMap<string, string>;
}

/** Not done, and the words of the refusal. */
export interface Refused extends Pick<EventOf<'command-started'>, 'step' | 'lines' | 'command'> {
  readonly message: string;
}

/** The load did not last until the system was back: what it came to says nothing of the time after. */
export const isLoadOver = ({ recoveredAt, loadEndedAt = Infinity }: ArmFacts): boolean =>
  recoveredAt !== undefined && loadEndedAt < recoveredAt;

/** The probes hold, and so does what is promised besides: the same is asked with the runbook and without. */
export const hasComeBack = ({ recoveredAt, levels }: ArmFacts): boolean =>
  recoveredAt !== undefined && areBack(levels, recoveredAt);

/** @throws Error when there is no `drill-started`: `readJournal` has refused such a file */
export const factsOf = (events: readonly DrillEvent[]): Facts => {
  const first = events[0];
  if (first?.type !== 'drill-started') throw new Error('a journal begins with drill-started');
  const plan = first.plan as Plan;
  const teardown = events.findIndex(isTeardownOfTreated);
  const [before, after] =
    teardown === -1 ? [events, []] : [events.slice(0, teardown + 1), events.slice(teardown + 1)];
  return {
    plan,
    treated: armFacts('treated', plan, before),
    troubles: troublesIn(before, teardown !== -1, 'before the first phase'),
    ...(after.some(({ type }) => type === 'arm-started')
      ? { control: armFacts('control', plan, after) }
      : {}),
    laterTroubles:
      teardown === -1
        ? []
        : troublesIn(after, after.at(-1)?.type === 'drill-finished', 'in the phase teardown'),
  };
};

const isTeardownOfTreated = (event: DrillEvent): boolean =>
  event.type === 'phase' && event.arm === 'treated' && event.phase === 'teardown';

const armFacts = (arm: Arm, plan: Plan, all: readonly DrillEvent[]): ArmFacts => {
  const events = all.filter((event) => 'arm' in event && event.arm === arm);
  const of = <Type extends EventBody['type']>(type: Type): readonly EventOf<Type>[] =>
    events.filter((event): event is EventOf<Type> => event.type === type);
  // Where it was never begun, nothing comes before it, nor after.
  const injecting = of('phase').find(({ phase }) => phase === 'inject')?.at ?? Number.NaN;
  const end = of('watch-ended').at(-1);
  const watched = of('sample').filter(({ at }) => at <= (end?.at ?? Infinity));
  return {
    ...outageOf(plan, events),
    evidence: of('evidence'),
    watchedMs: end?.watchedMs ?? 0,
    notUp: notUp(of('service').filter(({ at }) => at < injecting)),
    failing: failing(watched),
    commands: lastResults(of('command-finished')),
    refused: refusedOf(events),
    stillRunning: of('still-running'),
    alerts: alertsFired(of('alert').filter(({ at }) => at >= injecting)),
    healthy: arm === 'control' ? of('command-finished') : [],
    audits: of('ledger-audited'),
    // A second of the load is told when the next has begun: the last one after the end of the watch.
    levels: levelsIn(
      plan,
      [...watched, ...of('load-second')].filter(({ at }) => at > injecting),
    ),
    ...firstOf('availability', availability(plan, of('sample'), of('load-second'))),
    ...firstOf('respondedAt', of('command-started')[0]?.at),
    ...firstOf('thresholds', of('load-finished')[0]?.thresholds),
    ...firstOf('loadEndedAt', of('load-ended')[0]?.at),
    acknowledged: of('write-acknowledged').length,
    refusals: new Map(of('write-refused').map(({ ledger, reason }) => [ledger, reason])),
  };
};

/** A job that has ended well is not among them. */
const notUp = (services: readonly EventOf<'service'>[]): readonly EventOf<'service'>[] => {
  const last = new Map(services.map((event) => [event.service, event]));
  return [...last.values()].filter(
    ({ state, exitCode = 0 }) => state === 'restarting' || (state === 'exited' && exitCode !== 0),
  );
};

const failing = (samples: readonly EventOf<'sample'>[]): readonly EventOf<'sample'>[] => {
  const last = new Map(samples.map((sample) => [sample.probe, sample]));
  return [...last.values()].filter(({ ok }) => !ok);
};

const alertsFired = (alerts: readonly EventOf<'alert'>[]): ArmFacts['alerts'] => {
  const fired = alerts.filter(({ state }) => state === 'firing');
  return {
    fired: [...new Set(fired.map(({ alert }) => alert))],
    ...firstOf('firstAt', fired[0]?.at),
  };
};

const outageOf = (
  plan: Plan,
  events: readonly DrillEvent[],
): Pick<ArmFacts, 'injectedAt' | 'firstFailed' | 'recoveredAt' | 'lostAfter'> => {
  const follow = followOutage(plan);
  let seen: Outage | undefined;
  for (const event of events) seen = follow(event);
  return seen === undefined
    ? {}
    : {
        injectedAt: seen.injectedAt,
        ...firstOf('firstFailed', seen.firstFailed),
        ...firstOf('recoveredAt', seen.backSince),
        ...firstOf('lostAfter', seen.lostAfter),
      };
};

const firstOf = <Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } =>
  (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };

const levelsIn = (
  plan: Plan,
  figures: readonly (EventOf<'sample'> | EventOf<'load-second'>)[],
): ArmFacts['levels'] => {
  const levels = levelsOf(plan);
  for (const event of figures.toSorted((a, b) => a.at - b.at)) {
    for (const level of levels) {
      if (event.type === 'sample') level?.addSample(event);
      else level?.addSecond(event, event.at);
    }
  }
  return levels;
};

const availability = (
  { load }: Plan,
  samples: readonly EventOf<'sample'>[],
  seconds: readonly EventOf<'load-second'>[],
): number | undefined => {
  const all = load ? sum(seconds.map(({ requests }) => requests)) : samples.length;
  const failed = load ? sum(seconds.map((second) => second.failed)) : samples.filter(({ ok }) => !ok).length;
  return all === 0 ? undefined : (all - failed) / all;
};

/** What was refused before the first command was not the runbook's. */
const refusedOf = (events: readonly DrillEvent[]): readonly Refused[] => {
  const refused: Refused[] = [];
  let running: EventOf<'command-started'> | undefined;
  for (const event of events) {
    if (event.type === 'command-started') running = event;
    if (event.type === 'refused' && running !== undefined)
      refused.push({
        step: running.step,
        lines: running.lines,
        command: running.command,
        message: event.message,
      });
  }
  return refused;
};

const lastResults = (
  finished: readonly EventOf<'command-finished'>[],
): readonly EventOf<'command-finished'>[] => {
  const results = new Map<string, EventOf<'command-finished'>>();
  for (const event of finished) {
    results.set(`${event.step} ${event.lines.join('-')} ${event.command}`, event);
  }
  return [...results.values()];
};
