import { expect, test } from 'vitest';
import { service, system } from '../../test/support/system.ts';
import type { FaultSpec } from '../drill/model.ts';
import { faults } from '../fault/catalogue.ts';
import { checkFaults, checkLate } from './check-faults.ts';

const backend = {
  name: 'sandbox' as const,
  capabilities: new Set(['toxics', 'names', 'clock', 'process-control'] as const),
};
const shop = system(service('redis', { image: 'redis:8' }), service('app', { expose: [8000] }));
const location = { file: 'drill.yaml', line: 3, column: 8 };

const told = (kind: string, spec: object, more: Partial<FaultSpec> = {}, of = shop): readonly unknown[] =>
  checkFaults(
    { faults: [{ value: { kind, spec: { [kind]: 'app', ...spec }, ...more }, location }] },
    of,
    backend,
    faults,
  ).map(({ code, severity, hint }) => [code, severity, hint]);

test.each([
  ['network', { network: 'redis', toxic: 'down' }, 'redis'],
  ['dns', {}, 'app'],
  ['clock', { by: '11m' }, 'app'],
])('%s without what lifts it is bound to fail', (kind, spec, name) => {
  expect(told(kind, spec)).toEqual([
    ['never-lifted', 'warning', `add what ends it, lifted-by: restart ${name}, or lifted-after: 20s`],
  ]);
  expect(told(kind, spec, { liftedBy: { event: 'restart redis' } })).toEqual([]);
  expect(told(kind, spec, { liftedBy: { after: 20_000 } })).toEqual([]);
});

test('what a runbook can end needs nothing that lifts it', () => {
  expect(told('process', { action: 'kill' })).toEqual([]);
});

test.each([
  [59_999, []],
  [60_000, ['comes-too-late']],
])('a fault that comes after %d ms, where 60 s are waited for the recovery', (after, expected) => {
  const late = { value: { kind: 'process', spec: {}, after }, location };
  expect(checkLate({ faults: [late] }, { recoverTimeout: 60_000 }).map(({ code }) => code)).toEqual(expected);
});

test('of a service with several containers it is said that one of them is hit', () => {
  const several = system(service('app', { expose: [8000], replicas: 3 }), service('redis'));
  const one = ['fault-of-one-replica', 'warning', expect.stringContaining('docker compose kill app')];
  expect(told('process', { action: 'kill' }, {}, several)).toEqual([one]);
  expect(told('process', { action: 'kill' })).toEqual([]);
  expect(told('clock', { by: '11m' }, { liftedBy: { after: 1 } }, several)).toEqual([]);
});
