import { formatListing } from '../format.ts';
import { bool, int, list, text } from '../flags.ts';
import { complain, none, out, verb } from '../verb.ts';
import { isActive } from './container.ts';
import { filterContainers } from './filter.ts';
import { CONTAINER_HEADERS, containerRow } from './rows.ts';

const COLUMNS = ['ID', 'Image', 'Command', 'RunningFor', 'Status', 'Ports', 'Names'];

export const ps = verb({
  names: ['ps', 'container ls', 'container ps', 'container list'],
  usage: '[OPTIONS]',
  flags: {
    all: bool('a'),
    filter: list('f'),
    format: text(),
    last: int('n'),
    latest: bool('l'),
    'no-trunc': bool(),
    quiet: bool('q'),
    size: bool('s'),
  },
  arity: none,
  async *run({ flags, supervisor }) {
    const last = flags.latest ? 1 : (flags.last ?? -1);
    const filters = flags.filter ?? [];
    const anyState = flags.all || last > 0 || filters.some((filter) => filter.startsWith('status='));
    const candidates = supervisor.containers().filter((container) => anyState || isActive(container));
    const shown = filterContainers(supervisor, last > 0 ? candidates.slice(0, last) : candidates, filters);
    const options = { truncate: !flags['no-trunc'], now: new Date() };
    if (flags.quiet && flags.format !== undefined)
      yield complain('WARNING: Ignoring custom format, because both --format and --quiet are set.');
    yield out(
      formatListing({
        format: flags.format,
        columns: flags.size ? [...COLUMNS, 'Size'] : COLUMNS,
        headers: CONTAINER_HEADERS,
        rows: shown.map((container) => containerRow(supervisor, container, options)),
        ...(flags.quiet ? { only: 'ID' } : {}),
      }),
    );
  },
});
