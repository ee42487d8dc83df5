import { copy } from '../docker/cp.ts';
import { bool, int } from '../flags.ts';
import { exactly, Refusal, verb } from '../verb.ts';
import { containersOf, selectServices } from './project.ts';

export const cp = verb({
  names: ['cp'],
  usage: '[OPTIONS] SERVICE:SRC_PATH DEST_PATH|-\n\tdocker compose cp [OPTIONS] SRC_PATH|- SERVICE:DEST_PATH',
  flags: { all: bool(), archive: bool('a'), 'follow-link': bool('L'), index: int() },
  arity: exactly(2),
  async *run({ flags, operands: [from = '', to = ''], supervisor }) {
    return copy(supervisor, from, to, (name) => {
      const containers = containersOf(supervisor, selectServices(supervisor, [name]));
      const container = containers.find(({ replica }) => replica === (flags.index ?? 1));
      if (container === undefined) throw new Refusal(`no container found for service "${name}"`);
      return container;
    });
  },
});
