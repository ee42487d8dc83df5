import { expect, test } from 'vitest';
import { system } from '../../test/support/system.ts';
import { checkProbes } from './check-probes.ts';

const origin = { from: 'default', what: 'test' } as const;
const codes = (...names: readonly string[]) => {
  const probes = names.map((name, index) => ({
    value: { kind: 'http', name, spec: {} },
    location: { file: 'd.yaml', line: index + 1, column: 1 },
  }));
  const planned = names.map((name) => ({ name, kind: 'http', spec: {}, origin }));
  return checkProbes({ path: 'd.yaml', probes }, system(), [], planned).map(
    ({ code, location }) => `${code} ${location?.line}`,
  );
};

test('two probes of one name are refused, at the later one', () => {
  expect(codes('db', 'cache', 'db')).toEqual(['same-name 3']);
  expect(codes('db', 'cache')).toEqual([]);
});
