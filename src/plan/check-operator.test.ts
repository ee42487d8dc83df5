import { expect, test } from 'vitest';
import { checkOperator } from './check-operator.ts';

const drill = {
  operator: { value: { image: 'team/ops:1' }, location: { file: 'drill.yaml', line: 4, column: 11 } },
};

test('a backend whose operator is no container says that the image is not used', () => {
  const [warning] = checkOperator(drill, { name: 'sandbox', capabilities: new Set() });
  expect(warning).toMatchObject({ severity: 'warning', location: { line: 4 } });
  expect(warning?.message).toContain('team/ops:1');
});

test('no word where the image is used, or none is named', () => {
  expect(checkOperator(drill, { name: 'docker', capabilities: new Set(['operator-image']) })).toEqual([]);
  expect(checkOperator({}, { name: 'sandbox', capabilities: new Set() })).toEqual([]);
});
