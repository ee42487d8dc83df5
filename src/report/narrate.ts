import { formatDuration } from '../core/duration.ts';
import type { Arm, DrillEvent, EventOf } from '../core/event.ts';
import type { Plan } from '../plan/model.ts';
import type { Outage } from '../probe/outage.ts';
import { followOutage } from '../verdict/outage.ts';

export type Mark = 'good' | 'bad' | 'skipped' | 'none';

/** One line of the story of a drill. */
export interface Line {
  readonly label: string;
  readonly mark: Mark;
  readonly text: string;
  /** How long it took, where that is known. */
  readonly ms?: number;
}

/** Turns events into lines for people, as they happen. */
export interface Narrator {
  /** The lines that this event adds: none for most. */
  tell(event: DrillEvent): readonly Line[];
}

/** A narrator for one drill: it remembers what the lines need of earlier events. */
export const createNarrator = (): Narrator => {
  const state: State = { arm: 'treated', since: new Map(), services: new Map() };
  return {
    tell: (event) => {
      state.outage = state.follow?.(event);
      return tellers[event.type]?.(event as never, state) ?? [];
    },
  };
};

interface State {
  plan?: Plan;
  arm: Arm;
  /** As the judge does. */
  follow?: ReturnType<typeof followOutage>;
  outage?: Outage | undefined;
  /** The first failed sample, until it is told: not before the faults are in, from when its time is counted. */
  noticed?: EventOf<'sample'> | 'told' | undefined;
  /** How each service was last seen. */
  readonly services: Map<string, EventOf<'service'>>;
  /** When each phase of the arm began. */
  readonly since: Map<string, number>;
}

type Tellers = {
  readonly [Type in DrillEvent['type']]?: (event: EventOf<Type>, state: State) => readonly Line[];
};

const line = (label: string, text: string, mark: Mark = 'none', ms?: number): Line => ({
  label,
  mark,
  text,
  ...(ms === undefined ? {} : { ms }),
});

/** The control arm tells only how it ended: its phases are those of the first arm over again. */
const treated = (state: State, ...lines: readonly Line[]): readonly Line[] =>
  state.arm === 'treated' ? lines : [];

const tellers: Tellers = {
  'drill-started': ({ plan }, state) => {
    state.plan = plan as Plan;
    return [];
  },
  'arm-started': ({ arm }, state) => {
    Object.assign(state, { arm, noticed: undefined, follow: state.plan && followOutage(state.plan) });
    return arm === 'control' ? [line('control', 'the same fault again, with the runbook withheld')] : [];
  },
  service: (event, state) => {
    state.services.set(event.service, event);
    return [];
  },
  phase: ({ phase, at }, state) => {
    state.since.set(phase, at);
    if (phase !== 'steady') return treated(state, ...noticed(state));
    const begun = state.since.get('prepare') ?? at;
    return treated(state, line('prepare', whatIsUp([...state.services.values()]), 'good', at - begun));
  },
  steady: ({ at }, state) =>
    treated(state, line('steady', `all probes hold`, 'good', at - (state.since.get('steady') ?? at))),
  'load-started': ({ script, url }, state) => treated(state, line('load', `${script} on ${url}`)),
  'fault-injected': ({ fault }, state) => treated(state, line('inject', fault)),
  evidence: ({ when, seen, what, arm }, state) => {
    if (arm === 'control' && when === 'audit')
      return seen && state.outage?.backSince !== undefined
        ? [line('control', `still in force: ${what}`, 'bad')]
        : [];
    return when === 'after-inject' || (arm === 'treated' && seen)
      ? treated(
          state,
          line(
            when === 'audit' ? 'audit' : 'evidence',
            what,
            when === 'after-inject' && seen ? 'good' : 'bad',
          ),
        )
      : [];
  },
  sample: (event, state) => {
    if (event.ok || state.outage?.firstFailed === undefined || state.noticed) return [];
    state.noticed = event;
    return state.since.has('detect') ? treated(state, ...noticed(state)) : [];
  },
  alert: ({ alert, state: became, at }, state) =>
    became === 'firing' && state.outage !== undefined
      ? treated(state, line('alert', `${alert} fires`, 'none', Math.max(0, at - state.outage.injectedAt)))
      : [],
  'fault-lifted': ({ by }, state) => treated(state, line('lifted', `the fault ended with: ${by}`)),
  'command-finished': (event, state) => treated(state, commandLine(event)),
  refused: ({ request, message }, state) => treated(state, line('refused', `${request}: ${message}`, 'bad')),
  recovered: ({ arm }) =>
    arm === 'treated'
      ? [line('recover', 'all probes hold again, and kept holding', 'good')]
      : [line('control', 'came back without the runbook', 'bad')],
  'watch-ended': ({ arm, recovered, watchedMs }) => {
    if (recovered) return [];
    return arm === 'treated'
      ? [line('recover', `not back after ${formatDuration(watchedMs)}`, 'bad')]
      : [line('control', `did not come back in ${formatDuration(watchedMs)}`, 'good')];
  },
  'ledger-audited': ({ ledger, checked, acknowledged, lost, reason }, state) =>
    treated(
      state,
      checked
        ? line(
            'audit',
            `${ledger}: ${acknowledged} acknowledged writes, ${lost.length} lost`,
            lost.length === 0 ? 'good' : 'bad',
          )
        : line('audit', `${ledger} could not be read: ${reason ?? 'no reason was given'}`, 'bad'),
    ),
  'harness-error': ({ message, hint }) => [
    line('error', message, 'bad'),
    ...(hint === undefined ? [] : [line('', `hint: ${hint}`)]),
  ],
  interrupted: ({ signal }) => [line('stop', `${signal}: taking the fault out and the services down`, 'bad')],
};

/** What was noticed and is not told yet. */
const noticed = (state: State): readonly Line[] => {
  const { noticed: sample, outage } = state;
  if (sample === undefined || sample === 'told' || outage?.firstFailed === undefined) return [];
  state.noticed = 'told';
  const ms = outage.firstFailed.at - outage.injectedAt;
  return [line('detect', `${sample.probe}: ${sample.seen}`, 'none', ms)];
};

const isUp = ({ state }: EventOf<'service'>): boolean => state === 'healthy' || state === 'running';

/** `up: db, web; migrate is exited (0), worker is restarting (3)`. */
const whatIsUp = (services: readonly EventOf<'service'>[]): string => {
  const up = services.filter(isUp).map(({ service }) => service);
  const others = services
    .filter((event) => !isUp(event))
    .map(
      ({ service, state, exitCode }) =>
        `${service} is ${state}${exitCode === undefined ? '' : ` (${exitCode})`}`,
    );
  return [`up: ${up.join(', ')}`, ...(others.length === 0 ? [] : [others.join(', ')])].join('; ');
};

const MARKS: Readonly<Record<EventOf<'command-finished'>['status'], Mark>> = {
  ok: 'good',
  'window-ended': 'good',
  failed: 'bad',
  'timed-out': 'bad',
  skipped: 'skipped',
};

const commandLine = ({ command, lines, status, reason, ms, tries }: EventOf<'command-finished'>): Line => {
  const shown = command.trim().replaceAll(/\s*\n\s*/g, ' ');
  const notes = [reason, tries > 1 ? `${tries} tries` : undefined].filter((note) => note !== undefined);
  const text = `L${lines[0]}  ${shown}${notes.length > 0 ? `  (${notes.join('; ')})` : ''}`;
  return line('respond', text, MARKS[status], status === 'skipped' ? undefined : ms);
};
