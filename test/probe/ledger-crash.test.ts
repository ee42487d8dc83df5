import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { superuserOf } from '../../src/compose/postgres-login.ts';
import { systemClock } from '../../src/core/clock.ts';
import type { EventBody, EventOf } from '../../src/core/event.ts';
import { connectPg } from '../../src/environment/dial/pg.ts';
import type { StartedEnvironment } from '../../src/environment/model.ts';
import { sandboxBackend } from '../../src/environment/sandbox/backend.ts';
import { Ledger } from '../../src/probe/ledger/ledger.ts';
import { PostgresStore } from '../../src/probe/ledger/postgres-store.ts';
import { serviceNamed } from '../../src/compose/service-named.ts';
import { fixtureSystem } from '../environment/systems.ts';
import { canRun } from '../support/require.ts';

const CRASHES = 20;
/** Of a write, in ms. */
const TIMEOUT = 1000;
const DATA = '/var/lib/postgresql/data';

const system = await fixtureSystem('ledger');
const missing = await sandboxBackend.missing(system);

let environment: StartedEnvironment;

const connect = (service: string): Promise<Client> =>
  connectPg(environment, { host: service, ...superuserOf(serviceNamed(system, service)) });

/** A ledger of a server, and a wait for its next acknowledged writes. */
const keep = (service: string) => {
  const events: EventBody[] = [];
  const ledger = new Ledger(new PostgresStore(service, environment, TIMEOUT), {
    name: service,
    arm: 'treated',
    interval: 5,
    timeout: TIMEOUT,
    clock: systemClock,
    emit: (event) => events.push(event),
  });
  const acknowledged = (): readonly number[] =>
    events.flatMap((event) => (event.type === 'write-acknowledged' ? [event.number] : []));
  const next = async (count: number): Promise<void> => {
    const before = acknowledged().length;
    await expect.poll(() => acknowledged().length - before, { interval: 5 }).toBeGreaterThanOrEqual(count);
  };
  const audit = async (): Promise<EventOf<'ledger-audited'>> => {
    await ledger.audit();
    return events.at(-1) as EventOf<'ledger-audited'>;
  };
  return { ledger, next, audit, acknowledged };
};

/** Sessions that write as fast as they can, and come back as soon as they can, until the signal. */
const load = (service: string, sessions: number, signal: AbortSignal): Promise<unknown> => {
  const write = async (): Promise<void> => {
    const client = await connect(service);
    await client.query('CREATE TABLE IF NOT EXISTS load (filler text)').catch(() => {});
    while (!signal.aborted) await client.query("INSERT INTO load VALUES (repeat('x', 500))");
    await client.end();
  };
  const session = async (): Promise<void> => {
    while (!signal.aborted) await write().catch(() => systemClock.sleep(10, signal));
  };
  return Promise.all(Array.from({ length: sessions }, session));
};

/** What a machine that lost its power has not written: the log from this place on. It is read in pages of 8 KB. */
const loseLogFrom = async (service: string, segment: string, offset: number): Promise<void> => {
  const script = `cd ${DATA}/pg_wal; for later in 0000*; do test "$later" '>' ${segment} && rm "$later"; done; truncate -s ${offset} ${segment}; truncate -s %8192 ${segment}`;
  const { exitCode, stderr } = await environment.runBeside(service, ['bash', '-c', script]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
};

describe.runIf(canRun('servers in a sandbox', missing[0]?.message))('a ledger over crashes', () => {
  beforeAll(async () => {
    environment = await sandboxBackend.start(system, {
      signal: new AbortController().signal,
      onService: () => {},
    });
  });
  afterAll(() => environment?.[Symbol.asyncDispose]());

  test(`${CRASHES} times kill -9 under load, with fsync: no acknowledged write is lost`, async () => {
    const over = new AbortController();
    const busy = load('careful', 4, over.signal);
    const { ledger, next, audit } = keep('careful');
    await using _ = ledger;
    for (let crash = 0; crash < CRASHES; crash += 1) {
      await next(20);
      await environment.control('careful', 'kill', 'test');
      await environment.control('careful', 'start', 'test');
    }
    await next(20);
    over.abort();
    await busy;
    const { checked, acknowledged, lost } = await audit();
    expect({ checked, lost }).toEqual({ checked: true, lost: [] });
    expect(acknowledged).toBeGreaterThan(CRASHES * 20);
  });

  test('without fsync, a crash that takes the newest log with it: the ledger tells what is lost', async () => {
    const { ledger, next, audit, acknowledged } = keep('careless');
    await using _ = ledger;
    await next(20);
    const kept = acknowledged().at(-1) ?? 0;
    const client = await connect('careless');
    const { rows } = await client.query<{ file_name: string; file_offset: number }>(
      'SELECT * FROM pg_walfile_name_offset(pg_current_wal_lsn())',
    );
    await client.end();
    await next(20);
    await environment.control('careless', 'kill', 'test');
    await loseLogFrom('careless', rows[0]?.file_name ?? '', rows[0]?.file_offset ?? 0);
    await environment.control('careless', 'start', 'test');
    await next(20);
    const { checked, lost } = await audit();
    expect(checked).toBe(true);
    expect(lost.length).toBeGreaterThanOrEqual(19);
    expect(Math.min(...lost)).toBeGreaterThan(kept);
  });
});
