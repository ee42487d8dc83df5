import { expect, test } from 'vitest';
import { judgedFixture } from '../../test/support/journals.ts';
import type { PlannedLedger } from '../plan/model.ts';
import { sentence } from './sentence.ts';

const { judgement } = judgedFixture('pass');

test.each<[string, readonly PlannedLedger['spec'][]]>([
  ['db', [{ postgres: 'db' }]],
  ['db and bills', [{ postgres: 'db' }, { postgres: 'bills' }]],
  ['http://localhost:8000/items', [{ http: { post: 'http://localhost:8000/items', get: '' } }]],
])('says that no write to %s was lost: of other stores nothing is known', (where, specs) => {
  const ledgers = specs.map((spec) => ({
    name: 'rows',
    spec,
    origin: { from: 'drill', what: 'ledger' } as const,
  }));
  const said = sentence({ ...judgement, plan: { ...judgement.plan, ledgers } });
  expect(said).toContain(`, lost no acknowledged write of 212 to ${where}, and without the runbook`);
});

test.each([
  ['drill', '(promised: 1 min)'],
  ['runbook', '(promised: 1 min)'],
  ['default', '(allowed: 1 min, by default)'],
] as const)('a limit of the %s: %s', (from, words) => {
  const objectives = judgement.objectives.map((objective) => ({ ...objective, origin: { from, what: '' } }));
  expect(sentence({ ...judgement, objectives })).toContain(`in 2.1 s ${words}, lost`);
});
