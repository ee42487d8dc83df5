import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { atMost } from './at-most.ts';

it('so many at once, all of them, also where some fail', async () => {
  const within = atMost(3);
  let [now, most] = [0, 0];
  const work = (number: number) =>
    within(async () => {
      now += 1;
      most = Math.max(most, now);
      await setImmediate();
      now -= 1;
      if (number % 4 === 0) throw new Error(`${number}`);
      return number;
    }).catch(() => 'failed');
  const done = await Promise.all(Array.from({ length: 20 }, (_, index) => work(index)));
  expect(done.filter((each) => each === 'failed')).toHaveLength(5);
  expect(most).toBe(3);
  expect(await within(async () => 'again')).toBe('again');
});
