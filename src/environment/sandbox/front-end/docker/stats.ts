import { setTimeout as delay } from 'node:timers/promises';
import type { Container, Supervisor } from '../../supervisor-model.ts';
import { bool, text } from '../flags.ts';
import { formatListing, type Row } from '../format.ts';
import { bytesSize, humanSize } from '../units.ts';
import { any, out, verb, type Invocation, type Run } from '../verb.ts';
import { findContainer, isActive } from './container.ts';

const COLUMNS = ['ID', 'Name', 'CPUPerc', 'MemUsage', 'MemPerc', 'NetIO', 'BlockIO', 'PIDs'];

/** docker/cli cli/command/container/formatter_stats.go. */
const HEADERS: Row = {
  BlockIO: 'BLOCK I/O',
  CPUPerc: 'CPU %',
  Container: 'CONTAINER',
  ID: 'CONTAINER ID',
  MemPerc: 'MEM %',
  MemUsage: 'MEM USAGE / LIMIT',
  Name: 'NAME',
  NetIO: 'NET I/O',
  PIDs: 'PIDS',
};

const STATS_FLAGS = { all: bool('a'), format: text(), 'no-stream': bool(), 'no-trunc': bool() };

export const stats = verb({
  names: ['stats', 'container stats'],
  usage: '[OPTIONS] [CONTAINER...]',
  flags: STATS_FLAGS,
  arity: any,
  run: (invocation) =>
    showStats(invocation, () => {
      const { operands, supervisor, flags } = invocation;
      if (operands.length > 0) return operands.map((reference) => findContainer(supervisor, reference));
      return supervisor.containers().filter((container) => flags.all || isActive(container));
    }),
});

/** Once, or again and again until the caller is gone. */
export async function* showStats(
  { flags, supervisor, call }: Invocation<typeof STATS_FLAGS>,
  select: () => readonly Container[],
): Run {
  const clear = call.stdoutIsTerminal && !flags['no-stream'] ? '\u001b[2J\u001b[H' : '';
  for (;;) {
    const options = { truncate: !flags['no-trunc'] };
    const rows = await Promise.all(select().map((container) => statsRow(supervisor, container, options)));
    yield out(clear + formatListing({ format: flags.format, columns: COLUMNS, headers: HEADERS, rows }));
    if (flags['no-stream']) return;
    await delay(INTERVAL_MS, undefined, { signal: call.signal });
  }
}

const INTERVAL_MS = 1000;

const statsRow = async (
  supervisor: Supervisor,
  container: Container,
  { truncate }: { readonly truncate: boolean },
): Promise<Row> => {
  const id = truncate ? container.id.slice(0, 12) : container.id;
  const used = isActive(container) ? await supervisor.usage(container) : IDLE;
  return {
    BlockIO: `${humanSize(used.blockReadBytes, 3)} / ${humanSize(used.blockWrittenBytes, 3)}`,
    CPUPerc: `${used.cpuPercent.toFixed(2)}%`,
    Container: container.name,
    ID: id,
    MemPerc: `${(used.memoryLimitBytes === 0 ? 0 : (100 * used.memoryBytes) / used.memoryLimitBytes).toFixed(2)}%`,
    MemUsage: `${bytesSize(used.memoryBytes)} / ${bytesSize(used.memoryLimitBytes)}`,
    Name: container.name,
    NetIO: `${humanSize(used.networkReceivedBytes, 3)} / ${humanSize(used.networkSentBytes, 3)}`,
    PIDs: String(used.processes),
  };
};

const IDLE = {
  cpuPercent: 0,
  memoryBytes: 0,
  memoryLimitBytes: 0,
  networkReceivedBytes: 0,
  networkSentBytes: 0,
  blockReadBytes: 0,
  blockWrittenBytes: 0,
  processes: 0,
};
