import { describe, expect, it } from 'vitest';
import { Outage } from './outage.ts';

/** `+100`: the probe was good at 100 ms; `-200`: it failed; `fault@300`, `later@300` (a fault that comes by itself), `runbook@300` and `end`: what `Outage` is told of. */
const outage = (story: string): Outage => {
  const seen = new Outage(['web'], 500, 0);
  for (const word of story.split(' ')) {
    const at = Number(/\d+$/.exec(word)?.[0]);
    if (/^(?:fault|later)/.test(word)) seen.addFault(at, word.startsWith('later'));
    else if (word.startsWith('runbook')) seen.endRunbook(at);
    else if (word === 'end') seen.end();
    else seen.addSample({ probe: 'web', begun: at - 10, at, ok: word.startsWith('+') });
  }
  return seen;
};

describe('the system is back', () => {
  it('since the first good sample, however much later the runbook is over', () => {
    expect(outage('fault@0 -100 +200 +700 +5000 runbook@5000 +5500 end').backSince).toBe(200);
  });

  it('only when it is seen to hold after the runbook, too', () => {
    expect(outage('fault@0 -100 +200 +700 +5000 runbook@5000 +5400').backSince).toBeUndefined();
  });

  it('since it held for the last time, where it fails in between', () => {
    const flapping = outage('fault@0 -100 +200 +700 -800 +900 +2000 runbook@2000 +2500 end');
    expect(flapping).toMatchObject({ backSince: 900, lostAfter: undefined });
  });

  it('only after the last fault', () => {
    const seen = outage('fault@0 -100 +200 +700 fault@800 +1200');
    expect(seen).toMatchObject({ backSince: undefined, lostAfter: undefined });
  });

  it('whatever comes after the end of the watch', () => {
    expect(outage('fault@0 -100 +200 +700 end -800').backSince).toBe(200);
  });
});

it('says since when it was back, where it did not stay so', () => {
  const seen = outage('fault@0 -100 +200 +700 -800 runbook@2000 -2100 end');
  expect(seen).toMatchObject({ backSince: undefined, lostAfter: 200 });
  expect(outage('fault@0 -100 +200 -600 end').lostAfter).toBeUndefined();
});

describe('time is counted', () => {
  it('from the last fault that comes first, since nobody types anything before it is in', () => {
    expect(outage('+100 fault@5000 fault@9000 -9100')).toMatchObject({
      injectedAt: 9000,
      firstFailed: { begun: 9090, at: 9100 },
    });
  });

  it('from the first faults, whatever comes later', () => {
    expect(outage('fault@100 -200 later@5000 -5100').injectedAt).toBe(100);
  });

  it('from the beginning, where no fault comes first', () => {
    expect(outage('later@5000 -5100').injectedAt).toBe(0);
  });

  it('with what failed before, as what fails at once', () => {
    expect(outage('-100 fault@9000 -9100').firstFailed).toEqual({ begun: 9000, at: 9000 });
    expect(outage('-100').firstFailed).toEqual({ begun: 90, at: 100 });
  });
});
