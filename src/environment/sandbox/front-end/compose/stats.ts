import { showStats } from '../docker/stats.ts';
import { isActive } from '../docker/container.ts';
import { bool, text } from '../flags.ts';
import { between, verb } from '../verb.ts';
import { containersOf, selectServices } from './project.ts';

export const stats = verb({
  names: ['stats'],
  usage: '[OPTIONS] [SERVICE]',
  flags: { all: bool('a'), format: text(), 'no-stream': bool(), 'no-trunc': bool() },
  arity: between(0, 1),
  run: (invocation) =>
    showStats(invocation, () => {
      const { flags, operands, supervisor } = invocation;
      const containers = containersOf(supervisor, selectServices(supervisor, operands));
      return containers.filter((container) => flags.all || isActive(container));
    }),
});
