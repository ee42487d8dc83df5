import { bool, text } from '../flags.ts';
import { line, none, verb } from '../verb.ts';

/** The Compose whose messages these front ends give. */
export const COMPOSE_VERSION = '2.36.2';

export const version = verb({
  names: ['version'],
  usage: '[OPTIONS]',
  flags: { format: text('f'), short: bool() },
  arity: none,
  async *run({ flags }) {
    if (flags.short) yield line(COMPOSE_VERSION);
    else if (flags.format === 'json') yield line(JSON.stringify({ version: `v${COMPOSE_VERSION}` }));
    else yield line(`Docker Compose version v${COMPOSE_VERSION}`);
  },
});
