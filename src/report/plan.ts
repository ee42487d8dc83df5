import { formatDuration } from '../core/duration.ts';
import { formatFigure } from '../core/figure.ts';
import type { Origin } from '../core/origin.ts';
import { readable } from '../core/readable.ts';
import type { Expected, Plan, PlannedCommand, PlannedObjective, PlannedStep } from '../plan/model.ts';
import { drillLine } from './drill-line.ts';
import { shortPath } from '../core/short-path.ts';
import type { Style } from './style.ts';

/** A plan for people: what would be run, what not and why, and the origin of each value. */
export const renderPlan = (given: Plan, style: Style): string => {
  const plan = readable(given);
  const { drill, procedure, runbook, timing } = plan;
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [`  ${style.strong(title)}`, ...lines.map((line) => `    ${line}`)];
  return [
    `${style.strong(drill.name)}  ${procedure.heading}  ${style.faint(`${shortPath(runbook.path)}:${procedure.lines[0]}`)}`,
    ...section('environment', [`${shortPath(plan.environment)}, ${plan.backend} backend`]),
    ...section(
      'faults',
      plan.faults.map(({ what, after, liftedBy }) => `${what}${later(after)}${lifted(liftedBy)}`),
    ),
    ...section(
      'steps',
      plan.steps.flatMap((step) => stepLines(step, style)),
    ),
    ...section(
      'probes',
      plan.probes.map(({ name, origin }) => `${name}${from(origin, style)}`),
    ),
    ...section(
      'ledgers',
      plan.ledgers.map(({ name, origin }) => `${name}${from(origin, style)}`),
    ),
    ...section(
      'load',
      plan.load === undefined ? [] : [`${loadOf(plan.load)}${from(plan.load.origin, style)}`],
    ),
    ...section(
      'alerts',
      plan.alerts === undefined ? [] : [`${alertsOf(plan.alerts)}${from(plan.alerts.origin, style)}`],
    ),
    ...section(
      'objectives',
      plan.objectives.map((objective) => `${limit(objective)}${from(objective.origin, style)}`),
    ),
    ...section('timing', [
      `a sample every ${formatDuration(timing.interval)}; back means good for ${formatDuration(timing.stableFor)}; given up after ${formatDuration(timing.recoverTimeout)}`,
    ]),
    ...section('control', [
      plan.control ? 'the same fault again, with the runbook withheld' : 'none (--no-control)',
    ]),
    '',
  ].join('\n');
};

const loadOf = ({ spec }: NonNullable<Plan['load']>): string =>
  `${shortPath(spec.script)}, ${spec.rate}/s on ${spec.url}, for ${formatDuration(spec.duration)} at most`;

const alertsOf = ({ spec }: NonNullable<Plan['alerts']>): string =>
  `${shortPath(spec.rules)}${spec.timeScale === 1 ? '' : `, ${spec.timeScale} times as fast`}, over ${Object.values(spec.metrics).join(', ')}`;

const later = (after: number | undefined): string =>
  after === undefined ? '' : `, ${formatDuration(after)} after the first`;

const lifted = (liftedBy: Plan['faults'][number]['liftedBy']): string => {
  if (liftedBy === undefined) return '';
  return 'event' in liftedBy ? `, until: ${liftedBy.event}` : `, for ${formatDuration(liftedBy.after)}`;
};

const stepLines = (step: PlannedStep, style: Style): readonly string[] => [
  `${step.number}. ${step.title ?? 'untitled'}  ${style.faint(`${step.role}, L${step.lines[0]}${step.fallback ? ', only if the verification before fails' : ''}`)}`,
  ...(step.commands.length === 0 && step.skip !== undefined
    ? [style.faint(`   – ${step.skip.message}`)]
    : []),
  ...step.commands.flatMap((command) => commandLines(command, style)),
];

const commandLines = (command: PlannedCommand, style: Style): readonly string[] => {
  const { skip, text, source, changes, expect, sample, unseenStatus, lines } = command;
  const typed = (skip === undefined ? text : source).split('\n');
  const first = `${typed[0]}${typed.length > 1 ? ' …' : ''}`;
  if (skip !== undefined) {
    const other = skip.code === 'alternative' && skip.wants ? `; this one: ${drillLine(skip.wants)}` : '';
    return [style.faint(`   – L${lines[0]}  ${first}  (${skip.message}${other})`)];
  }
  return [
    `   ${style.good('▸')} L${lines[0]}  ${first}`,
    ...changes.map((change) => style.faint(`       ${change}`)),
    ...(expect === undefined ? [] : [`       ${mustOf(expect)}${from(expect.origin, style)}`]),
    ...(sample === undefined
      ? []
      : [`       what it prints is not compared: the runbook shows a sample${from(sample, style)}`]),
    ...(unseenStatus === undefined
      ? []
      : [
          `       with what status it is answered is not seen: curl -f would fail from 400 on${from(unseenStatus, style)}`,
        ]),
  ];
};

const limit = ({ name, limit: value, unit, atLeast, level }: PlannedObjective): string =>
  `${name} ${atLeast ? '≥' : '≤'} ${formatFigure(value, unit)}${level === undefined ? '' : ` within ${formatDuration(level.within)}`}`;

const mustOf = ({ text, fails, number }: Expected): string => {
  if (number !== undefined) return `must print a number ${number.comparison} ${number.value}`;
  if (fails === true) return 'must fail';
  return text === '' ? 'must print nothing' : `must show "${text}"`;
};

const from = ({ from: source, what, file, lines }: Origin, style: Style): string => {
  const place = file === undefined ? '' : ` (${shortPath(file)}${lines === undefined ? '' : `:${lines[0]}`})`;
  return style.faint(`  ← ${source}: ${what}${place}`);
};
