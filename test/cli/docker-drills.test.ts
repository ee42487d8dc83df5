import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hasErrors } from '../../src/core/diagnostic.ts';
import { dockerBackend } from '../../src/environment/docker/backend.ts';
import { type DrillResult, drillbook, runDrill } from '../support/cli.ts';
import { canRun } from '../support/require.ts';
import { VERDICTS } from '../support/verdicts.ts';

const missing = await dockerBackend.missing();
const reason = hasErrors(missing) ? missing[0]?.message : undefined;

/** Two arms of a drill in containers take longer than two in namespaces. */
const PATIENCE = 400_000;

const scene = (): void => {
  test(
    'drills in containers have the verdicts that they have in the sandbox',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'drillbook-test-'));
      const options = ['--backend', 'docker', '--no-control', '--format', 'json', '--journal-path', folder];
      const { stdout } = await drillbook(['run', ...options, ...Object.keys(VERDICTS)], {
        timeout: PATIENCE,
      });
      await rm(folder, { recursive: true });
      const results = stdout.split('\n').map((line) => JSON.parse(line) as DrillResult);
      const verdicts = results.map(({ drill, verdict }) => [drill, verdict]);
      const expected = Object.entries(VERDICTS).map(([file, verdict]) => [drillName(file), verdict]);
      expect(Object.fromEntries(verdicts)).toEqual(Object.fromEntries(expected));
    },
    PATIENCE,
  );

  test('what reaches out of the drill is refused, and said so', async () => {
    const { result, journal, exitCode } = await runDrill(
      '--backend',
      'docker',
      '--no-control',
      'test/fixtures/drills/docker/reaching-out.yaml',
    );
    expect(result).toMatchObject({ verdict: 'pass' });
    expect(journal).toMatch(/"type":"refused".*containers\/create/);
    expect(exitCode).toBe(0);
  });
};

/** `drills/reference/redis-disconnect.yaml` → `reference/redis-disconnect`. */
const drillName = (file: string): string =>
  file
    .replace(/\.yaml$/, '')
    .split('/')
    .slice(-2)
    .join('/');

if (canRun('the docker backend', reason)) scene();
