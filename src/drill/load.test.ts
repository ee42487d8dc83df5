import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderDiagnostics } from '../core/squiggle.ts';
import { faults } from '../fault/catalogue.ts';
import { probes } from '../probe/catalogue.ts';
import { loadDrill } from './load.ts';

const fixtures = resolve(import.meta.dirname, '../../test/fixtures/drills');
const bad = join(fixtures, 'bad');
const catalogues = { faults, probes };

const plain = (text: string): string => text;
const style = { bad: plain, unsure: plain, faint: plain, strong: plain };

describe('everything that is wrong is told at once, each with its place and remedy', () => {
  test.each(readdirSync(bad).filter((name) => name.endsWith('.yaml')))('%s', async (name) => {
    const result = await loadDrill(join(bad, name), catalogues);
    const text = renderDiagnostics(result.diagnostics, style, (file) => readFileSync(file, 'utf8'), bad);
    expect(result.ok).toBe(false);
    await expect(text).toMatchFileSnapshot(join(bad, `${basename(name, '.yaml')}.txt`));
  });

  test.each([
    ['nowhere.yaml', 'there is no such file'],
    ['.', 'it is a folder'],
  ])('%s cannot be read: %s', async (name, why) => {
    const result = await loadDrill(join(bad, name), catalogues);
    expect(result).toMatchObject({ ok: false, diagnostics: [{ code: 'unreadable-drill' }] });
    expect(result.diagnostics[0]?.message).toContain(why);
  });
});

test('a short drill', async () => {
  const path = join(fixtures, 'good/shop/postgresql-down.yaml');
  const result = await loadDrill(path, catalogues);
  expect(result).toMatchObject({
    ok: true,
    value: {
      path,
      name: 'shop/postgresql-down',
      runbook: { value: { file: join(fixtures, 'good/runbook.md'), procedure: 'PostgresDown' } },
      environment: { value: join(fixtures, 'good/compose.yaml'), location: { line: 3, column: 14 } },
      faults: [{ value: { kind: 'process', spec: { process: 'postgres', action: 'kill' } } }],
      objectives: [
        { value: { name: 'detect', limit: 5000 } },
        { value: { name: 'recover', limit: 90_000 } },
        { value: { name: 'lost-writes', limit: 0 } },
      ],
    },
  });
  expect(result.ok && result.value).not.toHaveProperty('probes');
  expect(result.ok && result.value).not.toHaveProperty('ledger');
});

test('all that a drill can say', async () => {
  const result = await loadDrill(join(fixtures, 'good/shop/everything.yml'), catalogues);
  expect(result).toMatchObject({
    ok: true,
    value: {
      name: 'shop/everything',
      runbook: { value: { file: join(fixtures, 'good/runbook.md') } },
      faults: [
        { value: { kind: 'process', liftedBy: { event: 'restart postgres' } }, location: { line: 4 } },
        { value: { kind: 'pool-exhaustion', liftedBy: { after: 20_000 } }, location: { line: 5 } },
        { value: { kind: 'noop' }, location: { line: 6 } },
      ],
      probes: [
        { value: { kind: 'http', spec: { http: 'http://localhost:8000/health' } } },
        { value: { kind: 'http', name: 'ready' } },
      ],
      withoutDerivedProbes: true,
      objectives: [
        { value: { name: 'outage', limit: 120_000 } },
        { value: { name: 'availability', limit: 0.995 } },
        { value: { name: 'error-rate', limit: 0.01, within: 300_000 } },
        { value: { name: 'latency-p95', limit: 500 } },
        { value: { name: 'value', probe: 'ready', limit: 2, atLeast: true }, location: { line: 16 } },
      ],
      ledger: { value: { http: { post: 'http://localhost:8000/items', body: { name: 'row {n}' } } } },
      load: { value: { script: join(fixtures, 'good/shop/load.js'), rate: '50/s', duration: '5m' } },
      bind: { 'pod-name': 'web-1', PORT: '8000' },
      answers: { 'the disk is full': false, 'primary is down': true },
      choose: { 'Option A': 2 },
      branches: ['Kubernetes'],
      secrets: ['API_TOKEN'],
      interval: 50,
      stableFor: 2000,
      stepTimeout: 300_000,
    },
  });
});

test('a fault by its bare name, and a ledger that is off', async () => {
  const result = await loadDrill(join(fixtures, 'good/shop/noop.yaml'), catalogues);
  expect(result).toMatchObject({
    ok: true,
    value: { faults: [{ value: { kind: 'noop' } }], ledger: { value: { off: true } } },
  });
});
