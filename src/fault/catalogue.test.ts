import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { faults } from './catalogue.ts';

const kinds = faults.map(({ kind }) => kind);

describe.each(faults.map((fault) => [fault.kind, fault] as const))('%s', (kind, { schema }) => {
  const { properties = {}, description } = z.toJSONSchema(schema, { io: 'input' });

  test('no parameter is called as another fault is: a drill file would name two', () => {
    expect(Object.keys(properties).filter((name) => kinds.includes(name))).toEqual([kind]);
  });

  test('says what it is, and what each parameter does', () => {
    expect(description).toMatch(/\.$/);
    const silent = Object.entries(properties).filter(
      ([name, property]) =>
        name !== 'noop' && (property as { description?: string }).description === undefined,
    );
    expect(silent).toEqual([]);
  });
});

test('each kind is there once', () => {
  expect(new Set(kinds).size).toBe(kinds.length);
});

test('the pools of two roles are told apart', () => {
  const pool = faults.find(({ kind }) => kind === 'pool-exhaustion');
  const told = ['app', 'reports', undefined].map((role) =>
    pool?.describe({ 'pool-exhaustion': 'postgres', sessions: 'idle', role }),
  );
  expect(told).toEqual([
    'exhaust the connections of app to postgres (idle)',
    'exhaust the connections of reports to postgres (idle)',
    'exhaust the connections of postgres (idle)',
  ]);
});
