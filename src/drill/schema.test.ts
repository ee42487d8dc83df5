import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { faults } from '../fault/catalogue.ts';
import { probes } from '../probe/catalogue.ts';
import { drillJsonSchema } from './schema.ts';

const fixtures = resolve(import.meta.dirname, '../../test/fixtures/drills');
const schema = drillJsonSchema({ faults, probes });
const validate = new Ajv2020({ validateFormats: false, strictRequired: false }).compile(schema);

const isValid = (file: string): boolean => validate(parse(readFileSync(join(fixtures, file), 'utf8')));

test.each(['postgresql-down.yaml', 'everything.yml', 'noop.yaml'])('%s is right for editors too', (name) => {
  isValid(`good/shop/${name}`);
  expect(validate.errors ?? []).toEqual([]);
});

test.each(['both', 'faults', 'keys', 'list', 'values'])('%s.yaml is wrong for editors too', (name) => {
  expect(isValid(`bad/${name}.yaml`)).toBe(false);
});

test('each key has a description', () => {
  const undescribed = Object.entries(
    (schema as { properties: Record<string, { description?: string }> }).properties,
  )
    .filter(([, property]) => property.description === undefined)
    .map(([key]) => key);
  expect(undescribed).toEqual([]);
});

test('schema/drill.json is the one that is published (after a change: vitest -u)', async () => {
  await expect(`${JSON.stringify(schema, undefined, 2)}\n`).toMatchFileSnapshot('../../schema/drill.json');
});
