import { expect, test } from 'vitest';
import { superuserOf } from '../../src/compose/postgres-login.ts';
import { connectPg } from '../../src/environment/dial/pg.ts';
import type { StartedEnvironment } from '../../src/environment/model.ts';
import { commandProbe } from '../../src/probe/command.ts';
import { serviceNamed } from '../../src/compose/service-named.ts';

/** Of a sample, in ms. */
const TIMEOUT = 2000;
const SAMPLES = 3;

/** What the commands of probes leave behind in a system with a `postgres`. */
export const probesInServices = (environment: () => StartedEnvironment): void => {
  test('psql that waits for a lock leaves no session behind when its probe gives up', async () => {
    const login = { host: 'postgres', ...superuserOf(serviceNamed(environment().system, 'postgres')) };
    const [holder, looker] = [await connectPg(environment(), login), await connectPg(environment(), login)];
    const waiting = async (): Promise<unknown> => {
      const { rows } = await looker.query<{ sessions: number }>(
        `SELECT count(*)::int AS sessions FROM pg_stat_activity WHERE query = 'SELECT FROM locked'`,
      );
      return rows[0]?.sessions;
    };
    try {
      for (const one of ['CREATE TABLE locked ()', 'BEGIN', 'LOCK TABLE locked']) await holder.query(one);
      const command = `psql -U ${login.user} -c 'SELECT FROM locked' ${login.database}; exit $?`;
      const probe = commandProbe.open({ command, in: 'postgres' }, environment(), TIMEOUT);
      const samples = Array.from({ length: SAMPLES }, () => probe.sample(AbortSignal.timeout(TIMEOUT)));
      const ended = Promise.allSettled(samples);
      await expect.poll(waiting).toBeGreaterThan(0);
      expect(await ended).toEqual(samples.map(() => expect.objectContaining({ status: 'rejected' })));
      await expect.poll(waiting).toBe(0);
    } finally {
      await holder.query('ROLLBACK; DROP TABLE locked').catch(() => {});
      await Promise.all([holder.end(), looker.end()]);
    }
  });
};
