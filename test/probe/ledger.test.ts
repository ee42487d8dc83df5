import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../src/core/clock.ts';
import type { EventBody } from '../../src/core/event.ts';
import { Ledger } from '../../src/probe/ledger/ledger.ts';
import { PostgresStore } from '../../src/probe/ledger/postgres-store.ts';
import { environmentOf } from '../support/environment.ts';
import { canRun } from '../support/require.ts';
import { missingServers, startPostgres, type StartedServer } from '../support/servers.ts';
import { service, system } from '../support/system.ts';

/** The one that asks, and those that the server is just ending. */
const FEW = 3;

type EventType = EventBody['type'];

describe.runIf(canRun('real stores', missingServers()))('a ledger in PostgreSQL', () => {
  let postgres: StartedServer;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres[Symbol.asyncDispose]());

  const query = async (sql: string): Promise<readonly Record<string, unknown>[]> => {
    const client = new Client(`postgres://app@127.0.0.1:${postgres.port}/app`);
    await client.connect();
    const { rows } = await client.query<Record<string, unknown>>(sql);
    await client.end();
    return rows;
  };

  /** A ledger, all that it tells, and a wait for the next n events of a type. */
  const keep = (timeout = 1000) => {
    const events: EventBody[] = [];
    const environment = environmentOf(
      { postgres: postgres.port },
      system(service('postgres', { image: 'postgres:17', environment: { POSTGRES_USER: 'app' } })),
    );
    const ledger = new Ledger(new PostgresStore('postgres', environment, timeout), {
      name: 'rows',
      arm: 'treated',
      interval: 20,
      timeout,
      clock: systemClock,
      emit: (event) => events.push(event),
    });
    const seen = (type: EventType): number => events.filter((event) => event.type === type).length;
    /** The numbers of the acknowledged writes, in order: on a busy machine some of the others are refused, too. */
    const acknowledged = (told: readonly EventBody[] = events): readonly number[] =>
      told.flatMap((event) => (event.type === 'write-acknowledged' ? [event.number] : []));
    const next = async (type: EventType, count = 3): Promise<void> => {
      const before = seen(type);
      await expect.poll(() => seen(type) - before, { interval: 10 }).toBeGreaterThanOrEqual(count);
    };
    return { ledger, next, last: () => events.at(-1), all: events, acknowledged };
  };

  test.each(['kill', 'pause'] as const)('loses nothing over a %s of the server', async (how) => {
    const { ledger, next, last } = keep();
    await using _ = ledger;
    await next('write-acknowledged');
    await (how === 'kill' ? postgres.kill() : postgres.pause(true));
    await next('write-refused').finally(() => (how === 'kill' ? postgres.restart() : postgres.pause(false)));
    await next('write-acknowledged');
    await ledger.audit();
    expect(last()).toMatchObject({ type: 'ledger-audited', checked: true, lost: [] });
    expect((last() as { acknowledged: number }).acknowledged).toBeGreaterThanOrEqual(6);
  });

  test('tells rows that somebody deleted, and a table that is gone', async () => {
    const { ledger, next, last, acknowledged } = keep();
    await using _ = ledger;
    await next('write-acknowledged', 5);
    const [, second, , fourth] = acknowledged();
    await query(`DELETE FROM drillbook_ledger WHERE number IN (${second}, ${fourth})`);
    await ledger.audit();
    expect(last()).toMatchObject({ checked: true, lost: [second, fourth] });
  });

  test('a server that came back without its data has lost all', async () => {
    const { ledger, next, last, all, acknowledged } = keep();
    await using _ = ledger;
    await next('write-acknowledged', 5);
    await query('DROP TABLE drillbook_ledger');
    const noTable = (): number =>
      all.findIndex((event) => event.type === 'write-refused' && event.reason.includes('does not exist'));
    await expect.poll(noTable, { interval: 10 }).toBeGreaterThan(0);
    await next('write-acknowledged');
    await ledger.audit();
    expect((last() as { lost: readonly number[] }).lost).toEqual(acknowledged(all.slice(0, noTable())));
  });

  test('a server that cannot be read is not checked', async () => {
    const { ledger, next, last } = keep();
    await using _ = ledger;
    await next('write-acknowledged');
    await postgres.kill();
    await ledger.audit();
    await postgres.restart();
    expect(last()).toMatchObject({ checked: false, lost: [], reason: 'connection refused' });
  });

  test('a write that waits for a lock leaves no session behind when it is given up', async () => {
    const { ledger, next } = keep(100);
    await using _ = ledger;
    await next('write-acknowledged');
    const holder = new Client(`postgres://app@127.0.0.1:${postgres.port}/app`);
    await holder.connect();
    try {
      for (const one of ['BEGIN', 'LOCK TABLE drillbook_ledger']) await holder.query(one);
      await next('write-refused', 10);
      const sessions = await query(
        `SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE wait_event_type = 'Lock'`,
      );
      expect(sessions[0]?.['waiting']).toBeLessThanOrEqual(FEW);
    } finally {
      await holder.end();
    }
  });

  test('a server that takes no writes keeps no session of those that it refuses', async () => {
    await query('ALTER DATABASE app SET default_transaction_read_only = on');
    try {
      const { ledger, next } = keep();
      await using _ = ledger;
      await next('write-refused', 10);
      const sessions = await query(
        `SELECT count(*)::int AS open FROM pg_stat_activity WHERE application_name = 'drillbook'`,
      );
      expect(sessions[0]?.['open']).toBeLessThanOrEqual(FEW);
    } finally {
      await query('SET transaction_read_only = off; ALTER DATABASE app RESET default_transaction_read_only');
    }
  });

  test('its table is dropped at the end', async () => {
    const { ledger, next } = keep();
    await next('write-acknowledged');
    expect(await query("SELECT to_regclass('drillbook_ledger')::text AS found")).toEqual([
      { found: 'drillbook_ledger' },
    ]);
    await ledger[Symbol.asyncDispose]();
    expect(await query("SELECT to_regclass('drillbook_ledger')::text AS found")).toEqual([{ found: null }]);
  });
});
