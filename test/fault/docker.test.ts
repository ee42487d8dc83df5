import { afterAll, beforeAll, expect, test } from 'vitest';
import { hasErrors } from '../../src/core/diagnostic.ts';
import { dockerBackend } from '../../src/environment/docker/backend.ts';
import type { StartedEnvironment } from '../../src/environment/model.ts';
import { faults } from '../../src/fault/catalogue.ts';
import { checkFaults } from '../../src/plan/check-faults.ts';
import { fixtureSystem } from '../environment/systems.ts';
import { canRun } from '../support/require.ts';
import { CASES } from './cases.ts';
import { conformance, definitionOf, type FaultCase } from './conformance.ts';

const system = await fixtureSystem('faults');
const missing = await dockerBackend.missing(system);

const lacks = ({ spec }: FaultCase): readonly string[] =>
  definitionOf(spec)
    .needs(spec)
    .filter((capability) => !dockerBackend.capabilities.has(capability));

const scene = (): void => {
  let environment: StartedEnvironment;
  beforeAll(async () => {
    environment = await dockerBackend.start(system, {
      signal: new AbortController().signal,
      onService: () => {},
      movableClocks: ['postgres'],
    });
    await environment.exec('redis', ['redis-cli', 'MSET', 'a', '1', 'b', '2', 'c', '3']);
  });
  afterAll(() => environment[Symbol.asyncDispose]());

  conformance(
    CASES.filter((one) => lacks(one).length === 0),
    () => environment,
    false,
  );
};

if (canRun('faults in containers', hasErrors(missing) ? missing[0]?.message : undefined)) scene();

test('what the docker backend cannot break is told before anything starts', () => {
  const beyond = CASES.filter((one) => lacks(one).length > 0);
  expect(beyond.map(({ spec }) => definitionOf(spec).kind)).toEqual(['port-conflict', 'dns']);
  for (const { spec } of beyond) {
    const location = { file: 'drill.yaml', line: 1, column: 1 };
    const fault = { value: { kind: definitionOf(spec).kind, spec }, location };
    const told = checkFaults({ faults: [fault] }, system, dockerBackend, faults);
    expect(told.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'capability-missing' },
    ]);
  }
});
