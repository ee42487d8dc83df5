import { describe, expect, it } from 'vitest';
import { Outage } from './outage.ts';

/** `+100`: the probe was good at 100 ms; `-200`: it failed; `fault@300`, `runbook@300` and `end`: what `Outage` is told of. */
const outage = (story: string): Outage => {
  const seen = new Outage(['web'], 500);
  for (const word of story.split(' ')) {
    const at = Number(/\d+$/.exec(word)?.[0]);
    if (word.startsWith('fault')) seen.addFault(at);
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
