import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectPg } from '../../src/environment/dial/pg.ts';
import type { StartedEnvironment } from '../../src/environment/model.ts';
import { sandboxBackend } from '../../src/environment/sandbox/backend.ts';
import { canRun } from '../support/require.ts';
import { fixtureSystem } from '../environment/systems.ts';
import { conformance, definitionOf, evidence, type FaultCase, inject } from './conformance.ts';

const system = await fixtureSystem('faults');
const missing = await sandboxBackend.missing(system);

let environment: StartedEnvironment;

const asApp = (): Promise<Client> =>
  connectPg(environment, { host: 'postgres', user: 'shop_app', password: 'apps-own', database: 'shop' });

const asBoss = (): Promise<Client> =>
  connectPg(environment, { host: 'postgres', user: 'boss', password: 'bosses-only', database: 'shop' });

const appConnects = async (): Promise<boolean> => {
  const client = await asApp().catch(() => {});
  await client?.end();
  return client !== undefined;
};

/** What the preskool runbook types: ends the sessions in this state, for longer than ten minutes. */
const terminate = async (condition: string): Promise<void> => {
  const boss = await asBoss();
  await boss.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${condition}`);
  await boss.end();
};

const POOL = /^pool is full \((\d+) of \1 slots held by sessions/;

const CASES: readonly FaultCase[] = [
  {
    spec: { process: 'postgres', action: 'kill' },
    seen: /^postgres is exited \(137\); port 5432 refuses connections$/,
  },
  { spec: { process: 'redis', action: 'pause' }, seen: /^redis is paused; port 6379 does not answer$/ },
  {
    spec: { process: 'app', action: 'stop' },
    seen: /^app is exited \((?:0|137)\); port 3000 refuses connections$/,
  },
  {
    spec: { process: 'app', action: 'crash-loop' },
    seen: /^app is (?:exited|restarting) \(1\), \d+ restarts; port 3000 (?:refuses connections|does not answer)$/,
  },
  {
    spec: { process: 'app', action: 'out-of-memory', memory: '12mb' },
    seen: /^app is (?:exited|restarting) \(out of memory\)/,
  },
  { spec: { network: 'postgres', toxic: 'down' }, seen: /refused through the link/ },
  {
    spec: { network: 'redis', toxic: 'latency', latency: '300ms' },
    seen: /answered after (?:3|4)\d\d ms through/,
  },
  {
    spec: { 'connection-leak': 'app', url: 'http://app:3000/leak', set: { LEAK: '3' } },
    seen: /^http:\/\/app:3000\/leak is answered with 503; PostgreSQL takes a connection of its role$/,
  },
  { spec: { queue: 'redis', name: 'mail', jobs: 'waiting', count: 700 }, seen: /^700 of 700 jobs wait$/ },
  { spec: { queue: 'redis', name: 'mail', jobs: 'failed' }, seen: /^1000 of 1000 jobs are dead letters$/ },
  { spec: { cpu: 'app', processes: 2 }, seen: /^2 busy processes in app used \d\.\d\d s of CPU time/ },
  {
    spec: { 'memory-leak': 'app', rate: '4mb', 'up-to': '12mb' },
    seen: /^\d+ processes in app keep \d+ MB of memory$/,
  },
  {
    spec: { 'disk-full': 'app', path: '/var/log/app', by: 'logs', files: 4, age: '8d' },
    seen: /^a write to \/var\/log\/app of app: No space left on device \(100% of 4 MB used\)$/,
  },
  {
    spec: { 'redis-memory': 'redis' },
    seen: /^a write is refused: OOM .*; \d+ MB of \d+ MB used, noeviction$/,
  },
  {
    spec: { 'redis-flush': 'redis' },
    seen: /^3 of 3 keys that were there are gone; there are 0$/,
  },
  { spec: { 'slow-query': 'postgres', index: 'items_tenant' }, seen: /^the index items_tenant is gone$/ },
  {
    spec: {
      'slow-query': 'postgres',
      index: 'items_pkey',
      query: 'SELECT max(id) FROM items',
      'slower-than': '1ms',
    },
    seen: /^the query takes \d+ ms, without the index items_pkey$/,
  },
  {
    spec: { lock: 'postgres', table: 'items' },
    seen: /^a read of items waits for a lock; 1 sessions left open hold one$/,
  },
  {
    spec: { 'runaway-query': 'postgres', sessions: 2 },
    seen: /^2 queries that do not end run for \d/,
  },
  {
    spec: { migration: 'postgres', state: 'failed', table: 'items' },
    seen: /^items wants the column drillbook_migration_left filled$/,
  },
  {
    spec: { migration: 'postgres', state: 'unapplied', table: 'items', column: 'price' },
    seen: /^items has no column price$/,
  },
  {
    spec: { migration: 'postgres', state: 'dropped-table', table: 'public.items' },
    seen: /^the table public\.items is gone$/,
  },
  {
    spec: { data: 'postgres', table: 'items', where: 'tenant = 7', damage: 'delete' },
    seen: /^2000 of 2000 rows of items are not as they were$/,
  },
  {
    spec: {
      data: 'postgres',
      table: 'items',
      where: 'tenant = 7',
      damage: 'blank',
      columns: ['name', 'price'],
    },
    seen: /^2000 of 2000 rows of items are not as they were$/,
  },
  {
    spec: { config: 'app', set: { DATABASE_URL: null, GREETING: 'hello' } },
    seen: /^app is running, with a wrong DATABASE_URL, GREETING$/,
  },
  {
    spec: { release: 'app', program: ['node', 'bad.mjs'] },
    seen: /^app is (?:running|restarting), in the bad version$/,
  },
  {
    spec: { 'port-conflict': 'app' },
    seen: /^localhost:8000 does not answer, port 3000 of app answers$/,
    own: true,
  },
  {
    spec: { certificate: 'app', file: '/app/tls.pem', key: '/app/tls.key', port: 3443 },
    seen: /^the certificate of app:3443 has expired 20\d\d-\d\d-\d\d$/,
  },
  { spec: { dns: 'postgres' }, seen: /^postgres, looked up in app, is not known$/ },
  { spec: { clock: 'postgres', by: '-2h' }, seen: /^the clock of postgres is 2 h behind$/ },
  {
    spec: {
      command: 'echo broken >/tmp/state',
      in: 'redis',
      evidence: 'cat /tmp/state',
      heal: 'rm -f /tmp/state',
    },
    seen: /^“cat \/tmp\/state” ends with 0: broken$/,
  },
  { spec: { 'pool-exhaustion': 'postgres', sessions: 'idle' }, seen: POOL },
  { spec: { 'pool-exhaustion': 'postgres', sessions: 'active' }, seen: POOL },
  { spec: { 'pool-exhaustion': 'postgres', sessions: 'idle', role: 'boss' }, seen: POOL },
];

const OLD_IDLE = "state = 'idle' AND state_change < now() - interval '10 minutes'";

/** 17 slots are ordinary ones; a superuser's session that is just ending may still hold one of them. */
describe.runIf(canRun('faults in a sandbox', missing[0]?.message))('in a sandbox', () => {
  beforeAll(async () => {
    environment = await sandboxBackend.start(system, {
      signal: new AbortController().signal,
      onService: () => {},
      movableClocks: ['postgres'],
    });
    await environment.exec('redis', ['redis-cli', 'MSET', 'a', '1', 'b', '2', 'c', '3']);
  });
  afterAll(() => environment[Symbol.asyncDispose]());

  it.each([
    [
      { process: 'postgres', action: 'kill' },
      'postgres is exited (137); port 5432 refuses connections',
      'start',
    ],
    [{ process: 'redis', action: 'stop' }, 'redis is exited (0); port 6379 refuses connections', 'start'],
    [{ process: 'postgres', action: 'pause' }, 'postgres is paused; port 5432 does not answer', 'unpause'],
    [{ process: 'app', action: 'pause' }, 'app is paused; port 3000 does not answer', 'unpause'],
  ] as const)('%j is seen, and its cure too', async (spec, what, cure) => {
    const fault = await inject(spec, environment);
    expect(await evidence(fault, true)).toEqual({ seen: true, what });
    await environment.control(spec.process, cure, 'test');
    await expect.poll(async () => (await fault.evidence()).what, { timeout: 5000 }).toMatch(/ answers$/);
    expect((await fault.evidence()).seen).toBe(false);
    await fault.heal();
  });

  conformance(CASES, () => environment);

  it('noop is never seen', async () => {
    const fault = await inject({ noop: {} }, environment);
    expect(await fault.evidence()).toEqual({ seen: false, what: 'a no-op breaks nothing' });
  });

  describe('pool-exhaustion', () => {
    it('takes the slots that the app holds, and all that come free', async () => {
      const app = await Promise.all([asApp(), asApp(), asApp()]);
      const fault = await inject({ 'pool-exhaustion': 'postgres', sessions: 'idle' }, environment);
      expect((await evidence(fault, true)).what).toMatch(
        /^pool is full \((1[67]) of \1 slots held by sessions idle\)$/,
      );
      await expect(app[0].query('SELECT 1')).rejects.toThrow(/connection/);
      await expect(asApp()).rejects.toMatchObject({ code: '53300' });
      await fault.heal();
    });

    it('stays full when a session that is not the app’s ends', async () => {
      const boss = await asBoss();
      const fault = await inject({ 'pool-exhaustion': 'postgres', sessions: 'idle' }, environment);
      await boss.end();
      await expect(asApp()).rejects.toMatchObject({ code: '53300' });
      await fault.heal();
      expect(await appConnects()).toBe(true);
    });

    it('idle for long: the statement of the runbook ends them', async () => {
      const fault = await inject(
        { 'pool-exhaustion': 'postgres', sessions: 'idle', age: '11m' },
        environment,
      );
      expect((await evidence(fault, true)).what).toMatch(
        /^pool is full \((1[67]) of \1 slots held by sessions idle for 11 min/,
      );
      await terminate(OLD_IDLE);
      expect((await evidence(fault, false)).what).toMatch(
        /^terminated (1[67]) sessions; pool has room \(0 of \1 slots held\)$/,
      );
      await fault.heal();
    });

    it.each(['idle-in-transaction', 'active'])('%s: it ends none of them', async (sessions) => {
      const fault = await inject({ 'pool-exhaustion': 'postgres', sessions, age: '11m' }, environment);
      expect((await evidence(fault, true)).seen).toBe(true);
      await terminate(OLD_IDLE);
      expect((await evidence(fault, true)).what).toMatch(
        /^terminated 0 sessions; pool still full \((1[67]) of \1 slots held\)$/,
      );
      await fault.heal();
    });

    it('is gone with a restart of the store, and does not come again', async () => {
      const fault = await inject({ 'pool-exhaustion': 'postgres', sessions: 'idle' }, environment);
      expect((await evidence(fault, true)).seen).toBe(true);
      await environment.control('postgres', 'restart', 'test');
      expect((await evidence(fault, false)).what).toMatch(/^terminated 1[67] sessions; /);
      await fault.heal();
    });
  });
});

it('pool-exhaustion wants a PostgreSQL, and somebody whose connections it can take', () => {
  const { validate } = definitionOf({ 'pool-exhaustion': 'postgres' });
  const of = (service: string): unknown =>
    validate?.({ 'pool-exhaustion': service, sessions: 'idle' }, system);
  expect(of('redis')).toEqual(['redis is not a PostgreSQL (by its image)']);
  const alone = { ...system, services: system.services.filter(({ name }) => name === 'postgres') };
  expect(validate?.({ 'pool-exhaustion': 'postgres', sessions: 'idle' }, alone)).toEqual([
    'no service\'s environment has a URL of postgres: say whose connections with "role:"',
  ]);
});
