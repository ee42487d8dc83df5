import { expect, onTestFinished, test } from 'vitest';
import { SteeredClock } from '../../test/support/steered-clock.ts';
import type { Probe } from './model.ts';
import { type Sample, Sampler } from './sampler.ts';

/** What a sample does, by the time at which it is begun. */
type Script = (at: number, clock: SteeredClock, signal: AbortSignal) => Promise<string>;

const NEVER = new Promise<never>(() => {});

/** A probe that hangs until its signal says that it is enough. */
const hang: Script = (_, __, signal) =>
  new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));

const fail: Script = () => Promise.reject(new Error('connection refused'));

const scene = (script: Script, clock = new SteeredClock(), atOnce?: number) => {
  const begun: number[] = [];
  const samples: Sample[] = [];
  let disposed = false;
  const probe: Probe = {
    ...(atOnce === undefined ? {} : { atOnce }),
    sample: (signal) => {
      begun.push(clock.now());
      return script(clock.now(), clock, signal);
    },
    [Symbol.asyncDispose]: async () => {
      disposed = true;
    },
  };
  const sampler = new Sampler(probe, {
    name: 'web',
    interval: 100,
    timeout: 1000,
    clock,
    onSample: (sample) => samples.push(sample),
  });
  const end = async (): Promise<boolean> => {
    const ended = sampler[Symbol.asyncDispose]();
    await clock.advance(0);
    await ended;
    return disposed;
  };
  onTestFinished(async () => void (await end()));
  return { clock, begun, samples, end };
};

test('samples are begun at fixed times, however long they take', async () => {
  const { clock, begun, samples } = scene(async (_, time) => {
    await time.sleep(70);
    return 'ok';
  });
  await clock.advance(350);
  expect(begun).toEqual([0, 100, 200, 300]);
  expect(samples).toEqual([
    { probe: 'web', begun: 0, at: 70, ok: true, seen: 'ok' },
    { probe: 'web', begun: 100, at: 170, ok: true, seen: 'ok' },
    { probe: 'web', begun: 200, at: 270, ok: true, seen: 'ok' },
  ]);
});

test('timers that are late do not add up', async () => {
  class LateClock extends SteeredClock {
    override sleep(ms: number, signal?: AbortSignal): Promise<void> {
      return super.sleep(ms + 7.25, signal);
    }
  }
  const { clock, begun } = scene(() => Promise.resolve('ok'), new LateClock());
  await clock.advance(10_000);
  for (const [index, at] of begun.entries()) {
    expect(at).toBeGreaterThanOrEqual(index * 100);
    expect(at).toBeLessThan(index * 100 + 10);
  }
  expect(begun.length).toBeGreaterThanOrEqual(99);
});

test('a sample that hangs fails at its limit, and the next ones are begun meanwhile', async () => {
  const { clock, begun, samples } = scene(hang);
  await clock.advance(1150);
  expect(begun.slice(0, 10)).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900]);
  expect(samples).toEqual([
    { probe: 'web', begun: 0, at: 1000, ok: false, seen: 'no answer within 1.0 s' },
    { probe: 'web', begun: 100, at: 1100, ok: false, seen: 'no answer within 1.0 s' },
  ]);
});

test('a probe that does not even heed its signal fails at the limit, too, and never has more than ten samples', async () => {
  const { clock, begun, samples } = scene(() => NEVER);
  await clock.advance(5000);
  expect(samples[0]).toMatchObject({ begun: 0, at: 1000, ok: false });
  expect(begun.length - samples.length).toBeLessThanOrEqual(10);
});

test('what hangs from an outage is left out once a later sample has found that the check holds', async () => {
  const { clock, samples } = scene((at, time, signal) =>
    at < 1250 ? hang(at, time, signal) : Promise.resolve('ok'),
  );
  await clock.advance(3000);
  const firstGood = samples.findIndex(({ ok }) => ok);
  expect(samples[firstGood]?.begun).toBeLessThan(1350);
  expect(samples.slice(firstGood).every(({ ok }) => ok)).toBe(true);
});

test('of a stall that was over before its limit each sample fails, and what came after it counts from when it ended', async () => {
  const { clock, samples } = scene((at, time, signal) =>
    at < 250 ? hang(at, time, signal) : Promise.resolve('ok'),
  );
  await clock.advance(1500);
  expect(samples.slice(0, 4)).toMatchObject([
    { begun: 0, at: 1000, ok: false },
    { begun: 100, at: 1100, ok: false },
    { begun: 200, at: 1200, ok: false },
    { begun: 300, at: 300, ok: true },
  ]);
});

test('what hangs beside what holds fails at its limit, and all is told in the order of beginning', async () => {
  const { clock, samples } = scene((at, time, signal) =>
    at % 200 === 100 ? hang(at, time, signal) : Promise.resolve('ok'),
  );
  await clock.advance(3000);
  const begun = samples.map((sample) => sample.begun);
  expect(begun).toEqual(begun.toSorted((one, other) => one - other));
  expect(samples.filter(({ ok }) => !ok).length).toBeGreaterThanOrEqual(8);
  expect(samples.slice(0, 3)).toMatchObject([
    { begun: 0, at: 0, ok: true },
    { begun: 100, at: 1100, ok: false },
    { begun: 200, at: 200, ok: true },
  ]);
});

test('a check that fails is tried more often, so that its return is seen at once', async () => {
  const { clock, samples } = scene((at, time, signal) =>
    at < 333 ? fail(at, time, signal) : Promise.resolve('ok'),
  );
  await clock.advance(600);
  const [first, ...later] = samples.filter(({ ok }) => ok).map(({ begun }) => begun);
  expect(first).toBeGreaterThanOrEqual(333);
  expect(first).toBeLessThanOrEqual(333 + 20);
  expect(later).toEqual([400, 500, 600]);
});

test.each([
  [10, [0, 50, 100, 150, 200]],
  [20, [0, 100, 200]],
])(
  'a check that takes %i ms to fail is not asked so often that this keeps the system busy',
  async (ms, times) => {
    const { clock, begun } = scene(async (at, time, signal) => {
      await time.sleep(ms);
      return fail(at, time, signal);
    });
    await clock.advance(200);
    expect(begun).toEqual(times);
  },
);

test('no more samples are under way than the probe bears', async () => {
  const { clock, begun } = scene(hang, new SteeredClock(), 2);
  await clock.advance(1100);
  expect(begun).toEqual([0, 100, 1000, 1100]);
});

test('at the end it cuts off what is under way, tells nothing more, and ends the probe', async () => {
  let aborted = false;
  const { clock, begun, samples, end } = scene((at, time, signal) => {
    signal.addEventListener('abort', () => (aborted = true));
    return hang(at, time, signal);
  });
  await clock.advance(50);
  expect(await end()).toBe(true);
  await clock.advance(5000);
  expect(aborted).toBe(true);
  expect([begun.length, samples.length]).toEqual([1, 0]);
});
