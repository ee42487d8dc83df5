import { byPid, PROCESS_TITLES, processCells } from '../processes.ts';
import { alignColumns } from '../table.ts';
import { atLeast, notAvailable, out, Refusal, verb } from '../verb.ts';
import { daemonError, findContainer, isActive } from './container.ts';

/** docker/cli cli/command/container/top.go: columns of at least 20. */
export const top = verb({
  names: ['top', 'container top'],
  usage: 'CONTAINER [ps OPTIONS]',
  flags: {},
  arity: atLeast(1),
  flagsFirst: true,
  async *run({ operands: [reference = '', ...psOptions], supervisor }) {
    const asked = psOptions.join(' ');
    if (!['', '-ef', 'ef', '-eaf'].includes(asked))
      throw notAvailable('docker', `top ${asked}`, 'leave the ps options out');
    const container = findContainer(supervisor, reference);
    if (!isActive(container)) throw new Refusal(daemonError(`container ${container.id} is not running`));
    const now = new Date();
    const rows = byPid(await supervisor.processes(container)).map((process) => processCells(process, now));
    yield out(alignColumns([PROCESS_TITLES, ...rows], 20));
  },
});
