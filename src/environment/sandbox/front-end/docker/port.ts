import { between, line, Refusal, verb } from '../verb.ts';
import { findContainer } from './container.ts';
import { address, portsOf } from './ports.ts';

export const port = verb({
  names: ['port', 'container port'],
  usage: 'CONTAINER [PRIVATE_PORT[/PROTO]]',
  flags: {},
  arity: between(1, 2),
  async *run({ operands: [reference = '', wanted], supervisor }) {
    const published = portsOf(findContainer(supervisor, reference)).flatMap(({ target, protocol, host }) =>
      host === undefined ? [] : [{ name: `${target}/${protocol}`, at: address(host.ip, host.port) }],
    );
    if (wanted === undefined) {
      for (const { name, at } of published) yield line(`${name} -> ${at}`);
      return;
    }
    const name = wanted.includes('/') ? wanted : `${wanted}/tcp`;
    const matching = published.filter((each) => each.name === name);
    if (matching.length === 0)
      throw new Refusal(`Error: No public port '${wanted}' published for ${reference}`);
    for (const { at } of matching) yield line(at);
  },
});
