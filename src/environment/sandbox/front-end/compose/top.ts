import { isActive } from '../docker/container.ts';
import { byPid, PROCESS_TITLES, processCells } from '../processes.ts';
import { alignColumns } from '../table.ts';
import { any, out, verb } from '../verb.ts';
import { containersOf, selectServices } from './project.ts';

/** docker/compose cmd/compose/top.go. */
export const top = verb({
  names: ['top'],
  usage: '[SERVICES...]',
  flags: {},
  arity: any,
  async *run({ operands, supervisor }) {
    const now = new Date();
    const rows: (readonly string[])[] = [];
    for (const container of containersOf(supervisor, selectServices(supervisor, operands)).filter(isActive))
      for (const process of byPid(await supervisor.processes(container)))
        rows.push([container.service.name, String(container.replica), ...processCells(process, now)]);
    if (rows.length > 0) yield out(alignColumns([['SERVICE', '#', ...PROCESS_TITLES], ...rows], 4, 2));
  },
});
