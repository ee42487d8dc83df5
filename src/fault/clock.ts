import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { serviceNamed } from '../compose/service-named.ts';
import { storeKind } from '../compose/store.ts';
import { formatDuration, parseDuration } from '../core/duration.ts';
import type { StartedEnvironment } from '../environment/model.ts';
import { LONGEST_AGE, name } from './fields.ts';
import { defineFault, type Evidence } from './model.ts';
import { asSuperuser } from './superuser.ts';

const OFFSET = 'a duration such as 11m, or -2h to go back';

/** Beyond what reading it takes, in ms. */
const TOLERANCE = 3000;

/** One that is moved by less could not be told from one that is right, in ms. */
const LEAST = 2 * TOLERANCE;

const offsetOf = (by: string): number =>
  by.startsWith('-') ? -(parseDuration(by.slice(1)) ?? 0) : (parseDuration(by) ?? 0);

const isFar = (by: string): boolean =>
  Math.abs(offsetOf(by)) >= LEAST && Math.abs(offsetOf(by)) <= LONGEST_AGE;

const schema = z
  .strictObject({
    clock: name.describe('The service whose clock is wrong.'),
    by: z
      .string({ error: OFFSET })
      .refine((given) => parseDuration(given.replace(/^-/, '')) !== undefined, { error: OFFSET, abort: true })
      .refine(isFar, { error: 'a duration from 6s to 3650d, or -2h to go back' })
      .describe('How far it is ahead: 11m; or behind: -2h. 6s at least.'),
  })
  .describe('A service’s clock is ahead or behind.');

/** A service's clock is ahead or behind. Lifted by an event that the drill names. */
export const clockFault = defineFault<z.infer<typeof schema>>({
  kind: 'clock',
  schema,
  incurable: true,
  describe: ({ clock, by }) => `move the clock of ${clock} by ${by}`,
  targets: ({ clock }) => [clock],
  needs: () => ['clock'],
  movableClocks: ({ clock }) => [clock],
  validate: ({ clock }, system) => {
    const service = serviceNamed(system, clock);
    const kind = storeKind(service);
    if (kind === 'redis')
      return [`${clock} is a Redis: its memory allocator does not bear a clock that is moved`];
    if (kind === 'postgres' || portOf(service) !== undefined) return [];
    return [`nothing tells the time of ${clock}: it is no PostgreSQL, and has no port to ask by HTTP`];
  },
  open: ({ clock, by }, { environment }) => ({
    inject: () => environment.moveClock(clock, offsetOf(by)),
    evidence: async (): Promise<Evidence> => {
      const ahead = (await readClock(environment, clock)) - Date.now();
      const seen = Math.abs(ahead - offsetOf(by)) < TOLERANCE;
      const words =
        Math.abs(ahead) < TOLERANCE
          ? 'right'
          : `${formatDuration(Math.abs(ahead))} ${ahead > 0 ? 'ahead' : 'behind'}`;
      return { seen, what: `the clock of ${clock} is ${words}` };
    },
    heal: () => environment.moveClock(clock, 0),
  }),
});

const portOf = ({ expose, ports }: ReturnType<typeof serviceNamed>): number | undefined =>
  expose[0] ?? ports[0]?.target;

/** As the service itself tells it, in ms since 1970. */
const readClock = async (environment: StartedEnvironment, name: string): Promise<number> => {
  const service = serviceNamed(environment.system, name);
  if (storeKind(service) === 'postgres') {
    const query = 'SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS ms';
    const { rows } = await asSuperuser(environment, service, (client) => client.query<{ ms: number }>(query));
    return rows[0]?.ms ?? Number.NaN;
  }
  const socket = await environment.dial(name, portOf(service) ?? 80);
  socket.setTimeout(1000, () => socket.destroy(new Error('no answer'))).write('HEAD / HTTP/1.0\r\n\r\n');
  const date = /^date: (.*)$/im.exec(await text(socket))?.[1];
  return Date.parse(date ?? '');
};
