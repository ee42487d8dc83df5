import { expect, test } from 'vitest';
import { z } from 'zod';
import { readYaml } from '../core/yaml.ts';
import { faults } from '../fault/catalogue.ts';
import { probes } from '../probe/catalogue.ts';
import { recognise } from './kinds.ts';
import type { Kind } from './schema.ts';

const kindOf = (text: string, kinds: readonly Kind[]): string => {
  const yaml = readYaml(text, 'drill.yaml');
  if (!yaml.ok) throw new Error(text);
  const what = { name: 'probe', example: '', beside: z.object({}) } as const;
  const found = recognise(yaml.value.value, kinds, what, yaml.value, []);
  return found.ok ? found.value.kind : (found.diagnostics[0]?.message ?? '');
};

test('a parameter may be called as another kind is', () => {
  expect(kindOf('{ redis: cache, command: PING, expect: PONG }', probes)).toBe('redis');
  expect(kindOf('{ command: pg_isready, in: db }', probes)).toBe('command');
});

test('two kinds that do not know each other are not one', () => {
  const message = kindOf('{ process: postgres, action: kill, lock: postgres }', faults);
  expect(message).toBe('this is one probe, and names "process" and "lock"');
});
