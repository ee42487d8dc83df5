import { once } from 'node:events';
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { connectPg } from '../../src/environment/dial/pg.ts';
import type { StartedEnvironment } from '../../src/environment/model.ts';
import type { Fault } from '../../src/fault/model.ts';
import { sandboxBackend } from '../../src/environment/sandbox/backend.ts';
import { canRun } from '../support/require.ts';
import { fixtureSystem } from '../environment/systems.ts';
import { CASES } from './cases.ts';
import { conformance, definitionOf, evidence, inject, open } from './conformance.ts';

const system = await fixtureSystem('faults');
const missing = await sandboxBackend.missing(system);

let environment: StartedEnvironment;

/** The environment, with another way to its services. */
const dialledBy = (dial: StartedEnvironment['dial']): StartedEnvironment =>
  new Proxy(environment, {
    get: (target, key) => {
      if (key === 'dial') return dial;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });

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

/** Sessions of the superuser that are logged in, as the processes' titles tell it. */
const superusersSessions = async (): Promise<readonly string[]> => {
  const titles = 'for each in /proc/[0-9]*/cmdline; do tr "\\0" " " <$each; echo; done 2>/dev/null';
  const { stdout } = await environment.exec('postgres', ['sh', '-c', titles]);
  return stdout.split('\n').filter((line) => /^postgres: boss (?!.*authentication)/.test(line));
};

const exactly = (text: string): RegExp => new RegExp(`^${text.replaceAll(/[()]/g, String.raw`\$&`)}$`);

/** The server ends sessions one by one, after it has said that it will: each evidence meanwhile is true, and only the last is meant. */
const told = (fault: Fault, what: RegExp): Promise<void> =>
  expect.poll(async () => (await fault.evidence()).what).toMatch(what);

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
    expect(await evidence(fault, true, exactly(what))).toEqual({ seen: true, what });
    await environment.control(spec.process, cure, 'test');
    await told(fault, / answers$/);
    expect(await evidence(fault, false)).toMatchObject({ seen: false });
    await fault.heal();
  });

  conformance(CASES, () => environment);

  it('noop is never seen', async () => {
    const fault = await inject({ noop: {} }, environment);
    expect(await fault.evidence()).toEqual({ seen: false, what: 'a no-op breaks nothing' });
  });

  it('runaway-query is in when its queries run, not when they were sent', async () => {
    const toxic = { name: 'slow', type: 'latency', stream: 'upstream', toxicity: 1 } as const;
    await environment.network.addToxic('postgres', { ...toxic, attributes: { latency: 300, jitter: 0 } });
    onTestFinished(() => environment.network.removeToxic('postgres', 'slow'));
    // The second connection is the query's: what it sends comes late.
    let dialled = 0;
    const dial: StartedEnvironment['dial'] = (host, port, signal) =>
      (dialled += 1) === 2 ? environment.network.dial(host, signal) : environment.dial(host, port, signal);
    const fault = await inject({ 'runaway-query': 'postgres' }, dialledBy(dial));
    expect(await fault.evidence()).toMatchObject({ seen: true });
  });

  it('port-conflict is healed also where the service itself does not answer just then', async () => {
    let isBusy = false;
    const dial: StartedEnvironment['dial'] = (host, port, signal) =>
      isBusy && host === 'app' ? Promise.reject(new Error('busy')) : environment.dial(host, port, signal);
    const fault = await inject({ 'port-conflict': 'app' }, dialledBy(dial));
    expect(await evidence(fault, true)).toMatchObject({ seen: true });
    isBusy = true;
    await fault.heal();
    isBusy = false;
    await told(fault, /^localhost:8000 answers, /);
  });

  it.each([
    { 'redis-memory': 'redis' },
    { 'redis-flush': 'redis' },
    { queue: 'redis', name: 'mail', jobs: 'failed' },
  ])('%j is healed also where its store is just being started', async (spec) => {
    const fault = await inject(spec, environment);
    await environment.control('redis', 'restart', 'test');
    await fault.heal();
    expect(await evidence(fault, false)).toMatchObject({ seen: false });
  });

  it('data is healed where rows were restored under other keys, and a column that was added is no damage', async () => {
    const boss = await asBoss();
    onTestFinished(() => boss.end());
    await boss.query('CREATE TABLE orders (id serial PRIMARY KEY, ref text UNIQUE, sum int)');
    onTestFinished(async () => void (await boss.query('DROP TABLE orders')));
    await boss.query("INSERT INTO orders (ref, sum) SELECT 'r' || n, n FROM generate_series(1, 5) n");
    const spec = { data: 'postgres', table: 'orders', where: 'sum < 4', damage: 'delete' };
    const fault = await inject(spec, environment);
    await boss.query("INSERT INTO orders (id, ref, sum) VALUES (1, 'r1', 1)");
    await boss.query("INSERT INTO orders (ref, sum) VALUES ('r2', 2)");
    await boss.query("ALTER TABLE orders ADD note text DEFAULT 'restored'");
    expect((await fault.evidence()).what).toBe('2 of 3 rows of orders are not as they were');
    await fault.heal();
    const { rows } = await boss.query('SELECT ref FROM orders ORDER BY ref');
    expect(rows.map(({ ref }: { readonly ref: string }) => ref)).toEqual(['r1', 'r2', 'r3', 'r4', 'r5']);
  });

  it('data is healed in a table without a key, also after a column was added', async () => {
    const boss = await asBoss();
    onTestFinished(() => boss.end());
    await boss.query('CREATE TABLE readings (sensor text, value int)');
    onTestFinished(async () => void (await boss.query('DROP TABLE readings')));
    await boss.query("INSERT INTO readings VALUES ('a', 1), ('b', 2)");
    const spec = { data: 'postgres', table: 'readings', where: 'true', damage: 'blank', columns: ['value'] };
    const fault = await inject(spec, environment);
    await boss.query('ALTER TABLE readings ADD note text');
    await fault.heal();
    const { rows } = await boss.query('SELECT sensor, value FROM readings ORDER BY sensor');
    expect(rows).toEqual([
      { sensor: 'a', value: 1 },
      { sensor: 'b', value: 2 },
    ]);
  });

  it('data counts each of several rows that are the same, and tells of a table that is gone', async () => {
    const boss = await asBoss();
    onTestFinished(() => boss.end());
    await boss.query('CREATE TABLE visits (page text)');
    onTestFinished(async () => void (await boss.query('DROP TABLE IF EXISTS visits')));
    await boss.query("INSERT INTO visits VALUES ('a'), ('a'), ('a'), ('b')");
    const spec = { data: 'postgres', table: 'visits', damage: 'delete' };
    const fault = await inject({ ...spec, where: "page = 'a' -- as one tenant" }, environment);
    const other = await inject({ ...spec, where: "page = 'b'" }, environment);
    await boss.query("INSERT INTO visits VALUES ('a'), ('b')");
    expect((await fault.evidence()).what).toBe('2 of 3 rows of visits are not as they were');
    expect(await other.evidence()).toMatchObject({ seen: false });
    await expect(inject({ ...spec, where: 'true; DROP TABLE visits' }, environment)).rejects.toThrow(
      'syntax error at or near ";"',
    );
    await boss.query('DROP TABLE visits');
    expect(await fault.evidence()).toEqual({ seen: true, what: 'the table visits is gone' });
  });

  it('disk-full, taken out, leaves what the service has written anew under the same name', async () => {
    const fault = await inject({ 'disk-full': 'app', path: '/var/log/app', by: 'logs' }, environment);
    const inApp = async (line: string): Promise<string> =>
      (await environment.exec('app', ['sh', '-c', line])).stdout;
    onTestFinished(() => void inApp('rm /var/log/app/app.log'));
    await inApp('rm /var/log/app/app.log; echo zero >/var/log/app/app.log');
    await fault.heal();
    expect(await inApp('cat /var/log/app/app.log')).toBe('zero\n');
  });

  it('memory-leak tells also of a service that is down', async () => {
    const fault = open({ 'memory-leak': 'app' }, environment);
    await environment.control('app', 'stop', 'test');
    onTestFinished(() => environment.control('app', 'start', 'test'));
    expect(await fault.evidence()).toEqual({ seen: false, what: 'no process in app keeps memory' });
  });

  it('redis-memory is in force also after a restart of a Redis that keeps its keys and has a limit of its own', async () => {
    const system = await fixtureSystem('redis-limited');
    await using limited = await sandboxBackend.start(system, {
      signal: new AbortController().signal,
      onService: () => {},
    });
    const fault = open({ 'redis-memory': 'redis' }, limited);
    await fault.inject();
    await limited.control('redis', 'restart', 'test');
    expect((await evidence(fault, true)).what).toMatch(
      /^a write is refused: OOM .* of 16 MB used, noeviction$/,
    );
  });

  // Of 20 connections three are superusers'. A session that is just ending is in no list any more, and may still hold a slot when the pool is
  // filled: the role's limit keeps the app from it then.
  describe('pool-exhaustion', () => {
    it('takes the slots that the app holds, and all that come free', async () => {
      const app = await Promise.all([asApp(), asApp(), asApp()]);
      const fault = await inject({ 'pool-exhaustion': 'postgres', sessions: 'idle' }, environment);
      expect((await evidence(fault, true)).what).toMatch(
        /^pool is full \((1[4-7]) of \1 slots held by sessions idle\)$/,
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

    it('of a superuser is full when what only greeted the server has gone', async () => {
      const greeting = await environment.dial('postgres', 5432);
      onTestFinished(() => void greeting.destroy());
      const login = Buffer.from('\0\u0003\0\0user\0boss\0database\0shop\0\0');
      greeting.write(Buffer.concat([Buffer.of(0, 0, 0, login.length + 4), login]));
      // Asked for its password, it has a slot, and is no session yet.
      await once(greeting, 'data');
      const spec = { 'pool-exhaustion': 'postgres', sessions: 'idle', role: 'boss' };
      const fault = open(spec, environment);
      onTestFinished(() => fault.heal());
      const injected = fault.inject();
      await expect.poll(superusersSessions).toHaveLength(19);
      greeting.destroy();
      await injected;
      expect((await evidence(fault, true)).what).toMatch(/^pool is full \(19 of 19 slots/);
    });

    it('is healed when the last of its sessions has ended', async () => {
      const fault = await inject({ 'pool-exhaustion': 'postgres', sessions: 'idle' }, environment);
      const boss = await asBoss();
      const held = async (): Promise<readonly number[]> => {
        const { rows } = await boss.query<{ pid: number }>(
          "SELECT pid FROM pg_stat_activity WHERE application_name = 'drillbook-pool'",
        );
        return rows.map(({ pid }) => pid);
      };
      const [slow] = await held();
      await environment.exec('postgres', ['kill', '-STOP', `${slow}`]);
      const healed = fault.heal().then(() => 'healed');
      await expect.poll(held).toEqual([slow]);
      const first = await Promise.race([healed, environment.exec('redis', ['sleep', '0.3'])]);
      await environment.exec('postgres', ['kill', '-CONT', `${slow}`]);
      await healed;
      expect(first).toMatchObject({ exitCode: 0 });
      expect(await held()).toEqual([]);
      await boss.end();
    });

    it('idle for long: the statement of the runbook ends them', async () => {
      const fault = await inject(
        { 'pool-exhaustion': 'postgres', sessions: 'idle', age: '11m' },
        environment,
      );
      expect((await evidence(fault, true)).what).toMatch(
        /^pool is full \((1[4-7]) of \1 slots held by sessions idle for 11 min/,
      );
      await terminate(OLD_IDLE);
      await told(fault, /^terminated (1[4-7]) sessions; pool has room \(0 of \1 slots held\)$/);
      await fault.heal();
    });

    it.each(['idle-in-transaction', 'active'])('%s: it ends none of them', async (sessions) => {
      const fault = await inject({ 'pool-exhaustion': 'postgres', sessions, age: '11m' }, environment);
      expect((await evidence(fault, true)).seen).toBe(true);
      await terminate(OLD_IDLE);
      expect((await evidence(fault, true)).what).toMatch(
        /^terminated 0 sessions; pool still full \((1[4-7]) of \1 slots held\)$/,
      );
      await fault.heal();
    });

    it('is gone with a restart of the store, and does not come again', async () => {
      const fault = await inject({ 'pool-exhaustion': 'postgres', sessions: 'idle' }, environment);
      expect((await evidence(fault, true)).seen).toBe(true);
      await environment.control('postgres', 'restart', 'test');
      await told(fault, /^terminated 1[4-7] sessions; /);
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
