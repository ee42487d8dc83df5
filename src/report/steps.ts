import type { EventOf } from '../core/event.ts';
import { formatDuration } from '../core/duration.ts';
import type { JudgedDrill } from './model.ts';

/** Each command as it was run, with what it printed: what a person would have seen. */
export const steps = (drills: readonly JudgedDrill[]): string => drills.map(drillSteps).join('\n');

const drillSteps = ({ events, judgement: { plan } }: JudgedDrill): string => {
  const finished = events.filter(
    (event): event is EventOf<'command-finished'> =>
      event.type === 'command-finished' && event.arm === 'treated',
  );
  return [`${plan.drill.name}  (${plan.runbook.path})`, ...finished.map(commandBlock), ''].join('\n');
};

const commandBlock = ({
  lines,
  command,
  status,
  exitCode,
  ms,
  reason,
  output,
}: EventOf<'command-finished'>): string => {
  const facts = [
    status,
    exitCode === undefined ? undefined : `exit ${exitCode}`,
    status === 'skipped' ? undefined : formatDuration(ms),
    reason,
  ];
  const printed = output.trimEnd();
  return [
    `\nL${lines[0]}  $ ${command.split('\n').join('\n       ')}`,
    ...(printed === '' ? [] : printed.split('\n').map((line) => `    ${line}`)),
    `    [${facts.filter((fact) => fact !== undefined).join(', ')}]`,
  ].join('\n');
};
