import { expect, test } from 'vitest';
import { escalationsIn } from './escalations.ts';
import type { Page } from './model.ts';

const callsIn = (...lines: readonly string[]): readonly unknown[] =>
  escalationsIn({ lines, fences: [] as Page['fences'] } as Page).map(({ who, minutes, line }) => [
    who,
    minutes,
    line,
  ]);

test.each([
  ['CTO in 15 min', 'CTO', 15],
  ['- **CTO**: in **1 hour 30 minutes**', 'CTO', 90],
  ['Page the CTO after half an hour', 'CTO', 30],
  ['CTO after 2 hours', 'CTO', 120],
  ['CTO, immediately', 'CTO', 0],
  ['10-15 min → Team Lead', 'Team Lead', 10],
  ['| SEV1 | CTO in 15 min |', 'CTO', 15],
])('%j calls', (line, who, minutes) => {
  expect(callsIn('', line)).toEqual([[who, minutes, 2]]);
});

test.each(['CTO', 'in 15 min', 'The CTO has 15 minions', '| P2 | CTO in 15 min |'])(
  '%j calls nobody',
  (line) => {
    expect(callsIn(line)).toEqual([]);
  },
);
