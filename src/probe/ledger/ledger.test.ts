import { expect, test } from 'vitest';
import { SteeredClock } from '../../../test/support/steered-clock.ts';
import type { EventBody } from '../../core/event.ts';
import { Ledger } from './ledger.ts';
import type { LedgerStore } from './model.ts';

/** Keeps the numbers in memory; a test says what goes wrong with which write. */
class MemoryStore implements LedgerStore {
  readonly rows = new Set<number>();
  readonly begun: number[] = [];
  readonly #clock: SteeredClock;
  readonly #write: (number: number) => Promise<void>;
  unreadable: string | undefined;

  constructor(clock: SteeredClock, write: (number: number) => Promise<void> = () => Promise.resolve()) {
    this.#clock = clock;
    this.#write = write;
  }

  async write(number: number): Promise<void> {
    this.begun.push(this.#clock.now());
    await this.#write(number);
    this.rows.add(number);
  }

  missing(numbers: readonly number[]): Promise<readonly number[]> {
    if (this.unreadable !== undefined) return Promise.reject(new Error(this.unreadable));
    return Promise.resolve(numbers.filter((number) => !this.rows.has(number)));
  }

  [Symbol.asyncDispose](): Promise<void> {
    return Promise.resolve();
  }
}

const scene = (write?: (number: number) => Promise<void>) => {
  const clock = new SteeredClock();
  const store = new MemoryStore(clock, write);
  const events: EventBody[] = [];
  const ledger = new Ledger(store, {
    name: 'rows',
    arm: 'treated',
    interval: 100,
    timeout: 1000,
    clock,
    emit: (event) => events.push(event),
  });
  const audit = async (): Promise<EventBody | undefined> => {
    const audited = ledger.audit();
    await clock.advance(20_000);
    await audited;
    return events.at(-1);
  };
  return { clock, store, ledger, events, audit };
};

const about = { type: 'ledger-audited', arm: 'treated', ledger: 'rows' };

test('it writes numbered rows at fixed times, and finds all that were acknowledged', async () => {
  const { clock, store, events, audit } = scene();
  await clock.advance(350);
  expect(store.begun).toEqual([0, 100, 200, 300]);
  expect(events.map((event) => 'number' in event && event.number)).toEqual([1, 2, 3, 4]);
  expect(await audit()).toEqual({ ...about, checked: true, acknowledged: 4, lost: [] });
});

test('nothing is written after the audit', async () => {
  const { clock, store, audit } = scene();
  await clock.advance(100);
  await audit();
  await clock.advance(1000);
  expect(store.begun).toEqual([0, 100]);
});

test('a row that was acknowledged and is gone is lost', async () => {
  const { clock, store, audit } = scene();
  await clock.advance(350);
  store.rows.delete(2);
  store.rows.delete(4);
  expect(await audit()).toEqual({ ...about, checked: true, acknowledged: 4, lost: [2, 4] });
});

test('a refused write is told with its reason, and is not missed', async () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED 10.0.0.1'), { code: 'ECONNREFUSED' });
  const { clock, events, audit } = scene((number) =>
    number === 2 ? Promise.reject(refused) : Promise.resolve(),
  );
  await clock.advance(250);
  expect(events[1]).toEqual({
    type: 'write-refused',
    arm: 'treated',
    ledger: 'rows',
    number: 2,
    reason: 'connection refused',
  });
  expect(await audit()).toEqual({ ...about, checked: true, acknowledged: 2, lost: [] });
});

test('a write that hangs is refused at its limit, and what it kept waiting is not made up for', async () => {
  const { clock, store, events } = scene((number) =>
    number === 2 ? new Promise(() => {}) : Promise.resolve(),
  );
  await clock.advance(1350);
  expect(store.begun).toEqual([0, 100, 1200, 1300]);
  expect(events[1]).toMatchObject({ type: 'write-refused', number: 2, reason: 'no answer within 1.0 s' });
});

test('a store that cannot be read is not checked', async () => {
  const { clock, store, audit } = scene();
  await clock.advance(50);
  store.unreadable = 'still starting';
  expect(await audit()).toEqual({
    ...about,
    checked: false,
    acknowledged: 1,
    lost: [],
    reason: 'still starting',
  });
});

test('a store that can be read a little later is', async () => {
  const { clock, store, ledger, events } = scene();
  await clock.advance(50);
  store.unreadable = 'still starting';
  const audited = ledger.audit();
  await clock.advance(3000);
  store.unreadable = undefined;
  await clock.advance(200);
  await audited;
  expect(events.at(-1)).toEqual({ ...about, checked: true, acknowledged: 1, lost: [] });
});
