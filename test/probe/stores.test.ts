import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postgresProbe } from '../../src/probe/postgres.ts';
import { redisProbe } from '../../src/probe/redis.ts';
import { environmentOf } from '../support/environment.ts';
import { canRun } from '../support/require.ts';
import { missingServers, startPostgres, startRedis, type StartedServer } from '../support/servers.ts';
import { service, system } from '../support/system.ts';

const LIMIT = 2000;
/** How long a probe may take to notice a server that hangs; more is the sampler's to end. */
const SOON = 300;
/** That wait at once: as many as are under way in a drill. */
const SAMPLES = 10;

describe.runIf(canRun('real stores', missingServers()))('probes of real stores', () => {
  let postgres: StartedServer;
  let redis: StartedServer;
  beforeAll(async () => {
    [postgres, redis] = await Promise.all([startPostgres(), startRedis('--requirepass', 'secret')]);
  });
  afterAll(async () => {
    await Promise.all([postgres[Symbol.asyncDispose](), redis[Symbol.asyncDispose]()]);
  });

  const stores = (password = 'secret') =>
    environmentOf(
      { postgres: postgres.port, redis: redis.port },
      system(
        service('postgres', { image: 'postgres:17', environment: { POSTGRES_USER: 'app' } }),
        service('redis', { image: 'redis:7', command: ['redis-server', '--requirepass', password] }),
      ),
    );
  const connect = async (): Promise<Client & AsyncDisposable> => {
    const client = new Client(`postgres://app@127.0.0.1:${postgres.port}/app`);
    await client.connect();
    return Object.assign(client, { [Symbol.asyncDispose]: () => client.end() });
  };
  const ask = (query?: string, expected?: string, limit = LIMIT): Promise<string> =>
    postgresProbe
      .open({ postgres: 'postgres', query, expect: expected }, stores(), limit)
      .sample(AbortSignal.timeout(limit));
  const command = (line?: string, expected?: string, password?: string, limit = LIMIT): Promise<string> =>
    redisProbe
      .open({ redis: 'redis', command: line, expect: expected }, stores(password), limit)
      .sample(AbortSignal.timeout(limit));

  test('a query is answered', async () => {
    expect(await ask()).toBe('1');
    expect(await ask("SELECT 'up', 2", 'up')).toBe('up');
    // As it is, and as psql prints it.
    expect(await ask('SELECT true', 'true')).toBe('true');
    expect(await ask('SELECT true', 't')).toBe('true');
    expect(await ask('SELECT false', 'f')).toBe('false');
    await expect(ask('SELECT true', 'f')).rejects.toThrow('true, not f');
    await expect(ask("SELECT 'true'", 't')).rejects.toThrow('true, not t');
    await expect(ask('SELECT 2', '3')).rejects.toThrow('2, not 3');
    await expect(ask('SELECT * FROM nowhere')).rejects.toThrow('relation "nowhere" does not exist');
  });

  test('a command is answered', async () => {
    expect(await command()).toBe('PONG');
    expect(await command('PING', 'PONG')).toBe('PONG');
    expect(await command('CONFIG GET port')).toBe(`["port","${redis.port}"]`);
    await expect(command('PING', 'OK')).rejects.toThrow('PONG, not OK');
    await expect(command('NONSENSE')).rejects.toThrow("unknown command 'NONSENSE'");
    await expect(command('PING', 'PONG', 'wrong')).rejects.toThrow('WRONGPASS');
  });

  test('a server that hangs fails when the signal says so', async () => {
    postgres.pause(true);
    redis.pause(true);
    try {
      await expect(ask(undefined, undefined, SOON)).rejects.toThrow(/terminated|closed/);
      await expect(command(undefined, undefined, undefined, SOON)).rejects.toThrow(/terminated|closed/);
    } finally {
      postgres.pause(false);
      redis.pause(false);
    }
    expect(await ask()).toBe('1');
    expect(await command()).toBe('PONG');
  });

  test('a query that waits for a lock leaves no session behind when it is given up', async () => {
    await using holder = await connect();
    for (const one of ['CREATE TABLE locked ()', 'BEGIN', 'LOCK TABLE locked']) await holder.query(one);
    await using looker = await connect();
    const waiting = async (): Promise<unknown> => {
      const { rows } = await looker.query<{ sessions: number }>(
        `SELECT count(*)::int AS sessions FROM pg_stat_activity WHERE query = 'SELECT FROM locked'`,
      );
      return rows[0]?.sessions;
    };
    const samples = Array.from({ length: SAMPLES }, () => ask('SELECT FROM locked'));
    const ended = Promise.allSettled(samples);
    await expect.poll(waiting).toBeGreaterThan(0);
    expect(await ended).toEqual(samples.map(() => expect.objectContaining({ status: 'rejected' })));
    await expect.poll(waiting).toBe(0);
  });

  test('a server that is gone refuses, and holds again when it is back', async () => {
    await Promise.all([postgres.kill(), redis.kill()]);
    await expect(ask()).rejects.toThrow('connection refused');
    await expect(command()).rejects.toThrow('connection refused');
    await Promise.all([postgres.restart(), redis.restart()]);
    expect(await ask()).toBe('1');
    expect(await command()).toBe('PONG');
  });
});
