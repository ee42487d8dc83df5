import { usualContainerName } from '../../../../compose/names.ts';
import type { Container, LogOptions } from '../../supervisor-model.ts';
import { bool, int, text } from '../flags.ts';
import { logTime, tailLines } from '../log-time.ts';
import { merge } from '../merge.ts';
import { goTime } from '../units.ts';
import { any, line, verb, type Invocation, type Output } from '../verb.ts';
import { containersOf, selectServices } from './project.ts';

export const logs = verb({
  names: ['logs'],
  usage: '[OPTIONS] [SERVICE...]',
  flags: {
    follow: bool('f'),
    index: int(),
    'no-color': bool(),
    'no-log-prefix': bool(),
    since: text(),
    tail: text('n'),
    timestamps: bool('t'),
    until: text(),
  },
  arity: any,
  async *run(invocation) {
    const { flags, operands, supervisor } = invocation;
    const since = logTime('since', flags.since);
    const until = logTime('until', flags.until);
    const containers = containersOf(supervisor, selectServices(supervisor, operands)).filter(
      ({ replica }) => flags.index === undefined || flags.index === replica,
    );
    yield* composeLogs(invocation, containers, {
      ...tailLines(flags.tail),
      ...(since === undefined ? {} : { since }),
      ...(until === undefined ? {} : { until }),
      follow: flags.follow === true,
      prefix: flags['no-log-prefix'] !== true,
      timestamps: flags.timestamps === true,
    });
  },
});

export interface ComposeLogOptions extends Omit<LogOptions, 'signal'> {
  readonly until?: Date;
  readonly prefix: boolean;
  readonly timestamps: boolean;
}

/** Both streams go to stdout, as Compose has it (docker/compose pkg/compose/logs.go, doLogContainer). */
export async function* composeLogs(
  { supervisor, call }: Pick<Invocation, 'supervisor' | 'call'>,
  containers: readonly Container[],
  { until, prefix, timestamps, ...options }: ComposeLogOptions,
): AsyncGenerator<Output> {
  const labels = containers.map((container) => logName(supervisor.system.project, container));
  const width = Math.max(0, ...labels.map((label) => label.length)) + 1;
  const sources = containers.map(async function* (container, index) {
    const label = prefix ? `${(labels[index] ?? '').padEnd(width)} | ` : '';
    for await (const { time, text: written } of supervisor.logs(container, {
      ...options,
      signal: call.signal,
    })) {
      if (until !== undefined && time > until) return;
      yield line(`${label}${timestamps ? `${goTime(time)} ` : ''}${written}`);
    }
  });
  yield* merge(sources);
}

/** Without the project where Compose made the name (docker/compose pkg/compose/compose.go, getContainerNameWithoutProject). */
const logName = (project: string, { name, service, replica }: Container): string =>
  name === usualContainerName(project, service.name, replica) ? `${service.name}-${replica}` : name;
