import { text } from '../flags.ts';
import { none, out, verb } from '../verb.ts';
import { formatObject } from './format-object.ts';

/** The Docker whose messages these front ends give. */
export const DOCKER_VERSION = '28.2.2';

export const version = verb({
  names: ['version'],
  usage: '[OPTIONS]',
  flags: { format: text('f') },
  arity: none,
  async *run({ flags }) {
    const part = { Version: DOCKER_VERSION, ApiVersion: '1.50', Os: 'linux', Arch: 'amd64' };
    if (flags.format !== undefined) yield out(formatObject(flags.format, { Client: part, Server: part }));
    else
      yield out(
        ['Client:', 'Server: Drillbook sandbox']
          .map(
            (title) =>
              `${title}\n Version:           ${part.Version}\n API version:       ${part.ApiVersion}\n`,
          )
          .join('\n'),
      );
  },
});
