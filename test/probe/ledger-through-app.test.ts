import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../src/core/clock.ts';
import type { EventBody, EventOf } from '../../src/core/event.ts';
import { HttpStore } from '../../src/probe/ledger/http-store.ts';
import { Ledger } from '../../src/probe/ledger/ledger.ts';
import { startApi, startStores, type Stores, untilReady } from '../support/app.ts';
import { environmentOf } from '../support/environment.ts';
import { canRun } from '../support/require.ts';
import { missingServers } from '../support/servers.ts';

/** What a ledger through the reference app finds after its PostgreSQL has crashed and come back. */
const crash = async (stores: Stores, env: Readonly<Record<string, string>>) => {
  await using api = await startApi({ ...stores.env, ...env });
  const { port } = api;
  await untilReady(api);
  const events: EventBody[] = [];
  const records = `http://localhost:${port}/api/v1/records`;
  const body = { key: `${port}-{n}` };
  const store = new HttpStore({ post: records, get: `${records}/${body.key}`, body }, environmentOf({}));
  await using ledger = new Ledger(store, {
    name: 'records',
    arm: 'treated',
    interval: 20,
    timeout: 1000,
    clock: systemClock,
    emit: (event) => events.push(event),
  });
  const writes = (): number => events.length;
  await expect.poll(writes).toBeGreaterThan(5);
  await stores.postgres.kill();
  const atCrash = writes();
  await expect.poll(writes).toBeGreaterThan(atCrash + 5);
  await stores.postgres.restart();
  await untilReady(api);
  const atReturn = writes();
  await expect.poll(writes).toBeGreaterThan(atReturn + 5);
  await ledger.audit();
  return {
    refused: events.filter(({ type }) => type === 'write-refused').length,
    audit: events.at(-1) as EventOf<'ledger-audited'>,
  };
};

describe.runIf(canRun('the app', missingServers()))('a ledger through the app', () => {
  let stores: Stores;
  beforeAll(async () => {
    stores = await startStores();
  });
  afterAll(() => stores?.[Symbol.asyncDispose]());

  test('an app that acknowledges what is committed loses nothing, and refuses the rest', async () => {
    const { refused, audit } = await crash(stores, {});
    expect(refused).toBeGreaterThan(0);
    expect(audit).toMatchObject({ checked: true, lost: [] });
    expect(audit.acknowledged).toBeGreaterThan(5);
  });

  test('an app that acknowledges before it has committed is found out', async () => {
    const { audit } = await crash(stores, { ACK_BEFORE_COMMIT: 'true' });
    expect(audit.checked).toBe(true);
    expect(audit.lost.length).toBeGreaterThan(0);
  });
});
