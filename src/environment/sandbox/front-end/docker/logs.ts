import { bool, text } from '../flags.ts';
import { logTime, tailLines } from '../log-time.ts';
import { goTime } from '../units.ts';
import { exactly, verb } from '../verb.ts';
import { findContainer } from './container.ts';

export const logs = verb({
  names: ['logs', 'container logs'],
  usage: '[OPTIONS] CONTAINER',
  flags: {
    details: bool(),
    follow: bool('f'),
    since: text(),
    tail: text('n'),
    timestamps: bool('t'),
    until: text(),
  },
  arity: exactly(1),
  async *run({ flags, operands: [reference = ''], supervisor, call }) {
    const since = logTime('since', flags.since);
    const until = logTime('until', flags.until);
    const lines = supervisor.logs(findContainer(supervisor, reference), {
      ...tailLines(flags.tail),
      ...(since === undefined ? {} : { since }),
      follow: flags.follow === true,
      signal: call.signal,
    });
    for await (const { stream, time, text: written } of lines) {
      if (until !== undefined && time > until) return;
      yield { write: stream, text: `${flags.timestamps ? `${goTime(time)} ` : ''}${written}\n` };
    }
  },
});
