import type { Container, Supervisor } from '../../supervisor-model.ts';
import { dockerState, isActive } from '../docker/container.ts';
import { portsOf } from '../docker/ports.ts';
import { CONTAINER_HEADERS, containerRow } from '../docker/rows.ts';
import { bool, list, text } from '../flags.ts';
import { formatListing, type Row } from '../format.ts';
import { any, line, out, Refusal, verb } from '../verb.ts';
import { containersOf, selectServices } from './project.ts';

const COLUMNS = ['Name', 'Image', 'Command', 'Service', 'RunningFor', 'Status', 'Ports'];

const HEADERS: Row = {
  ...CONTAINER_HEADERS,
  ExitCode: 'EXIT CODE',
  Health: 'HEALTH',
  Name: 'NAME',
  Project: 'PROJECT',
  Publishers: 'PUBLISHERS',
  Service: 'SERVICE',
};

export const ps = verb({
  names: ['ps'],
  usage: '[OPTIONS] [SERVICE...]',
  flags: {
    all: bool('a'),
    filter: text(),
    format: text(),
    'no-trunc': bool(),
    orphans: bool(),
    quiet: bool('q'),
    services: bool(),
    status: list(),
  },
  arity: any,
  async *run({ flags, operands, supervisor }) {
    const wanted = [...(flags.status ?? []), ...statusFilter(flags.filter)];
    const shown = containersOf(supervisor, selectServices(supervisor, operands)).filter((container) =>
      wanted.length > 0 ? wanted.includes(dockerState(container)) : flags.all || isActive(container),
    );
    if (flags.quiet) for (const { id } of shown) yield line(id);
    else if (flags.services) yield line([...new Set(shown.map(({ service }) => service.name))].join('\n'));
    else {
      const now = new Date();
      const rows = shown.map((container) => row(supervisor, container, !flags['no-trunc'], now));
      yield out(formatListing({ format: flags.format, columns: COLUMNS, headers: HEADERS, rows }));
    }
  },
});

/** `--filter status=running` (docker/compose cmd/compose/ps.go, parseFilter). */
const statusFilter = (filter: string | undefined): readonly string[] => {
  if (filter === undefined || filter === '') return [];
  const [key, ...value] = filter.split('=');
  if (!filter.includes('=')) throw new Refusal('arguments to --filter should be in form KEY=VAL');
  if (key !== 'status') throw new Refusal(`unknown filter ${key}`);
  return [value.join('=')];
};

const row = (supervisor: Supervisor, container: Container, truncate: boolean, now: Date): Row => ({
  ...containerRow(supervisor, container, { truncate, now }),
  ExitCode: container.status.exitCode ?? 0,
  Health: container.status.health ?? '',
  Name: container.name,
  Project: supervisor.system.project,
  Publishers: portsOf(container).map(({ target, protocol, host }) => ({
    URL: host?.ip ?? '',
    TargetPort: target,
    PublishedPort: host?.port ?? 0,
    Protocol: protocol,
  })),
  Service: container.service.name,
});
