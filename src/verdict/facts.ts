import type { Arm, DrillEvent, EventBody, EventOf, Phase } from '../core/event.ts';
import { sum } from '../core/statistics.ts';
import type { Plan } from '../plan/model.ts';
import { levelsOf } from '../plan/level.ts';
import type { Level } from '../probe/level.ts';
import { Outage } from '../probe/outage.ts';

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
  readonly acknowledged: number;
  /** Of each ledger: why the last write that was refused was. */
  readonly refusals: ReadonlyMap<string, string>;
}

/** Not done, and the words of the refusal. */
export interface Refused extends Pick<EventOf<'command-started'>, 'step' | 'lines' | 'command'> {
  readonly message: string;
}

export interface Trouble {
  readonly code: string;
  readonly message: string;
}

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

const armFacts = (arm: Arm, plan: Plan, events: readonly DrillEvent[]): ArmFacts => {
  const of = <Type extends EventBody['type']>(type: Type): readonly EventOf<Type>[] =>
    events.filter(
      (event): event is EventOf<Type> => event.type === type && 'arm' in event && event.arm === arm,
    );
  return {
    ...outage(
      plan,
      events.filter((event) => 'arm' in event && event.arm === arm),
    ),
    evidence: of('evidence'),
    watchedMs: of('watch-ended').at(-1)?.watchedMs ?? 0,
    notUp: notUpBefore(of('service'), of('phase').find(({ phase }) => phase === 'inject')?.at),
    failing: failingAtEnd(of('sample'), of('watch-ended').at(-1)?.at),
    commands: lastResults(of('command-finished')),
    refused: refusedOf(events.filter((event) => 'arm' in event && event.arm === arm)),
    stillRunning: of('still-running'),
    alerts: alertsFired(of('phase'), of('alert')),
    healthy: arm === 'control' ? of('command-finished') : [],
    audits: of('ledger-audited'),
    ...requests(plan, of('phase'), of('sample'), of('load-second'), of('watch-ended').at(-1)?.at),
    ...firstOf('respondedAt', of('command-started')[0]?.at),
    ...firstOf('thresholds', of('load-finished')[0]?.thresholds),
    acknowledged: of('write-acknowledged').length,
    refusals: new Map(of('write-refused').map(({ ledger, reason }) => [ledger, reason])),
  };
};

/** A job that has ended well is not among them. */
const notUpBefore = (
  services: readonly EventOf<'service'>[],
  injected = 0,
): readonly EventOf<'service'>[] => {
  const last = new Map(services.filter(({ at }) => at < injected).map((event) => [event.service, event]));
  return [...last.values()].filter(
    ({ state, exitCode = 0 }) => state === 'restarting' || (state === 'exited' && exitCode !== 0),
  );
};

const failingAtEnd = (
  samples: readonly EventOf<'sample'>[],
  end = Infinity,
): readonly EventOf<'sample'>[] => {
  const last = new Map(samples.filter(({ at }) => at <= end).map((sample) => [sample.probe, sample]));
  return [...last.values()].filter(({ ok }) => !ok);
};

const alertsFired = (
  phases: readonly EventOf<'phase'>[],
  alerts: readonly EventOf<'alert'>[],
): ArmFacts['alerts'] => {
  const injectedAt = phases.find(({ phase }) => phase === 'inject')?.at ?? Infinity;
  const fired = alerts.filter(({ at, state }) => at >= injectedAt && state === 'firing');
  return {
    fired: [...new Set(fired.map(({ alert }) => alert))],
    ...firstOf('firstAt', fired[0]?.at),
  };
};

/** From the samples alone, between the phase `inject` and the end of the watch. */
const outage = (
  plan: Plan,
  events: readonly DrillEvent[],
): Pick<ArmFacts, 'injectedAt' | 'firstFailed' | 'recoveredAt' | 'lostAfter'> => {
  const inject = events.findIndex((event) => event.type === 'phase' && event.phase === 'inject');
  const begun = events[inject]?.at;
  if (begun === undefined) return {};
  const probes = plan.probes.map(({ name }) => name);
  const seen = new Outage(probes, plan.timing.stableFor, begun);
  for (const event of events.slice(inject + 1)) {
    if (event.type === 'sample') seen.addSample(event);
    else if (event.type === 'fault-injected')
      seen.addFault(event.at, plan.faults[event.place]?.after !== undefined);
    else if (event.type === 'runbook-finished') seen.endRunbook(event.at);
    else if (event.type === 'watch-ended' || (event.type === 'phase' && event.phase === 'teardown'))
      seen.end();
  }
  return {
    injectedAt: seen.injectedAt,
    ...firstOf('firstFailed', seen.firstFailed),
    ...firstOf('recoveredAt', seen.backSince),
    ...firstOf('lostAfter', seen.lostAfter),
  };
};

const firstOf = <Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } =>
  (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };

/** What the requests came to: those of the load, and those of the probes. */
const requests = (
  plan: Plan,
  phases: readonly EventOf<'phase'>[],
  samples: readonly EventOf<'sample'>[],
  seconds: readonly EventOf<'load-second'>[],
  watchEnd = Infinity,
): Pick<ArmFacts, 'levels' | 'availability'> => {
  const injectedAt = phases.find(({ phase }) => phase === 'inject')?.at ?? Infinity;
  const levels = levelsOf(plan);
  // A second of the load is told when the next has begun: the last one after the end of the watch.
  const watched = samples.filter(({ at }) => at <= watchEnd);
  for (const event of [...watched, ...seconds].toSorted((a, b) => a.at - b.at)) {
    if (event.at <= injectedAt) continue;
    for (const level of levels) {
      if (event.type === 'sample') level?.addSample(event);
      else level?.addSecond(event, event.at);
    }
  }
  const { load } = plan;
  const all = load ? sum(seconds.map((second) => second.requests)) : samples.length;
  const failed = load ? sum(seconds.map((second) => second.failed)) : samples.filter(({ ok }) => !ok).length;
  return { levels, ...firstOf('availability', all === 0 ? undefined : (all - failed) / all) };
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

/**
 * @param complete whether the journal goes on to where this part should end
 * @param start where it begins, in words
 */
const troublesIn = (events: readonly DrillEvent[], complete: boolean, start: string): readonly Trouble[] => {
  const troubles: Trouble[] = [];
  let place = start;
  for (const event of events) {
    if (event.type === 'phase') place = inPhase(event.arm, event.phase);
    if (event.type === 'harness-error') troubles.push({ code: event.code, message: event.message });
    if (event.type === 'interrupted') {
      troubles.push({ code: 'interrupted', message: `interrupted by ${event.signal} ${place}` });
    }
  }
  if (complete || troubles.length > 0) return troubles;
  return [{ code: 'truncated', message: `the journal ends ${place}: the run was killed` }];
};

const inPhase = (arm: Arm, phase: Phase): string =>
  `in the phase ${phase}${arm === 'control' ? ' of the control' : ''}`;
