import { expect, it } from 'vitest';
import { Stability } from './stability.ts';

/** `a+100`: probe a good at 100 ms; `b-200`: probe b failed at 200 ms. */
const feed = (stability: Stability, samples: string): number | undefined => {
  for (const [, probe, sign, at] of samples.matchAll(/(\w)([+-])(\d+)/g)) {
    stability.add({ probe: probe as string, ok: sign === '+', at: Number(at) });
  }
  return stability.stableSince;
};

const steady = (samples: string) => feed(new Stability(['a', 'b'], 500), samples);
const back = (samples: string) => feed(new Stability(['a', 'b'], 500, []), samples);

it('is steady since the last probe answered, when all answered again long enough after', () => {
  expect(steady('a+0 b+100 a+550 b+600')).toBeUndefined();
  expect(steady('a+0 b+100 a+600 b+600')).toBe(100);
});

it('begins anew with each failure', () => {
  expect(steady('a+0 b+0 a-400 a+500 a+900 b+900')).toBeUndefined();
  expect(steady('a+0 b+0 a-400 a+500 a+1000 b+1000')).toBe(500);
});

it('does not take a probe that hangs for one that holds', () => {
  expect(back('a-0 b-0 a+100 b+100 a+600 a+2000')).toBeUndefined();
  expect(back('a-0 b-0 a+100 b+100 a+600 a+2000 b-2001')).toBeUndefined();
});

it('is not back before something has failed', () => {
  expect(back('a+0 b+0 a+900 b+900')).toBeUndefined();
  expect(back('a+0 b+0 a-900 b+950 a+1000 b+1500 a+1500')).toBe(1000);
});

it('is not back any more when one fails again, however long all had held', () => {
  expect(back('a-0 a+100 b+600 a+600')).toBe(100);
  expect(back('a-0 a+100 b+600 a+600 a-700')).toBeUndefined();
  expect(back('a-0 a+100 b+600 a+600 a-700 a+800 b+1400 a+1400')).toBe(800);
});
