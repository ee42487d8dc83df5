import { address, portsOf } from '../docker/ports.ts';
import { int, text } from '../flags.ts';
import { exactly, line, Refusal, verb } from '../verb.ts';
import { containersOf, selectServices } from './project.ts';

/** docker/compose pkg/compose/port.go. */
export const port = verb({
  names: ['port'],
  usage: '[OPTIONS] SERVICE PRIVATE_PORT',
  flags: { index: int(), protocol: text() },
  arity: exactly(2),
  async *run({ flags, operands: [name = '', wanted = ''], supervisor }) {
    const { index = 1, protocol = 'tcp' } = flags;
    const container = containersOf(supervisor, selectServices(supervisor, [name])).find(
      ({ replica }) => replica === index,
    );
    if (container === undefined) throw new Refusal(`no container found for ${name}-${index}`);
    const ports = portsOf(container);
    const found = ports.find((each) => String(each.target) === wanted && each.protocol === protocol);
    if (found?.host === undefined) {
      const all = ports.map((each) => `${each.host?.port ?? 0}/${each.protocol}`).join(', ');
      throw new Refusal(`no port ${wanted}/${protocol} for container ${container.name}: ${all}`);
    }
    yield line(address(found.host.ip, found.host.port));
  },
});
