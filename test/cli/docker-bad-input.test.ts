import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasErrors } from '../../src/core/diagnostic.ts';
import { dockerBackend } from '../../src/environment/docker/backend.ts';
import { drillbook } from '../support/cli.ts';
import { docker } from '../support/docker.ts';
import { ownEngine } from '../support/own-engine.ts';
import { canRun } from '../support/require.ts';

const missing = await dockerBackend.missing();
const reason = hasErrors(missing) ? missing[0]?.message : undefined;

const DRILL = `
runbook: runbook.md#Broken
environment: compose.yaml
fault: { process: cache, action: stop }
probes: [{ tcp: 'cache:6379' }]
objectives: { recover: 10s }
`;

const RUNBOOK = '# Broken\n\n## Broken\n\n**Alert:** `Broken`\n\n```bash\ndocker compose start cache\n```\n';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drillbook-test-'));
  await writeFile(join(folder, 'runbook.md'), RUNBOOK);
});
afterAll(() => rm(folder, { recursive: true }));

/**
 * A drill of these services.
 * @param more keys of the drill
 * @returns what came of it
 */
const run = async (services: string, env: Record<string, string> = {}, more = '') => {
  await writeFile(join(folder, 'drill.yaml'), DRILL + more);
  await writeFile(join(folder, 'compose.yaml'), `name: bad-input\nservices:\n  cache: ${services}\n`);
  const journal = join(folder, `${Math.random()}.jsonl`);
  const options = ['--backend', 'docker', '--format', 'json', '--journal-path', journal];
  const { exitCode, stdout, stderr } = await drillbook(['run', ...options, join(folder, 'drill.yaml')], {
    env,
  });
  return { exitCode, all: `${stdout}${stderr}` };
};

const SOUND = '{ image: redis:8 }';

describe('where the engine that was chosen does not answer, no other one is taken', () => {
  test.each([
    [
      { DOCKER_HOST: 'unix:///nowhere/engine.sock' },
      /at unix:\/\/\/nowhere\/engine\.sock \(DOCKER_HOST\).*ENOENT/s,
    ],
    [{ DOCKER_HOST: 'tcp://127.0.0.1:1' }, /at tcp:\/\/127\.0\.0\.1:1 \(DOCKER_HOST\).*ECONNREFUSED/s],
    [{ DOCKER_CONTEXT: 'nowhere' }, /the docker context nowhere cannot be read/],
  ])('%j', async (env, message) => {
    const { exitCode, all } = await run(SOUND, { DOCKER_HOST: '', ...env });
    expect(all).toMatch(message);
    expect(all).not.toMatch(/^\s+at /m);
    expect(exitCode).toBe(2);
  });
});

const scene = (): void => {
  test.each([
    ['an image that is nowhere', '{ image: "drillbook.invalid/none:1" }', /drillbook\.invalid\/none:1/],
    [
      'a health check that never holds',
      '{ image: redis:8, healthcheck: { test: "echo I feel unwell; exit 1", interval: 200ms, retries: 2 } }',
      /cache did not become ready: its health check failed \(exit 1: I feel unwell\)/,
    ],
    [
      'a program that does not start',
      '{ image: redis:8, entrypoint: [/nowhere] }',
      /cache cannot be started.*\/nowhere/s,
    ],
  ])('%s: inconclusive, in the engine’s own words, and nothing is left', async (_, services, message) => {
    const { exitCode, all } = await run(services);
    expect(all).toMatch(/"verdict":"inconclusive"/);
    expect(all).toMatch(message);
    expect(exitCode).toBe(2);
    const named = ['--filter', 'name=-bad-input[-_]', '-q'];
    for (const list of [
      ['ps', '-a'],
      ['network', 'ls'],
      ['volume', 'ls'],
    ])
      expect(await docker(...list, ...named)).toBe('');
  });
};

const fullDisk = (): void => {
  test('a full disk of the engine: inconclusive, in its own words with what to look at, and nothing is left', async () => {
    await using engine = await ownEngine('600m', ['redis:8', 'node:24-slim']);
    const before = await engine.docker('ps', '-aq');
    await engine.fill();
    const { exitCode, all } = await run(
      SOUND,
      { DOCKER_HOST: engine.host },
      'operator: { image: redis:8 }\n',
    );
    expect(all).toMatch(/no space left on device/);
    expect(all).toMatch(/docker system df/);
    expect(all).not.toMatch(/^\s+at |"verdict":"(?:fail|pass)"/m);
    expect(exitCode).toBe(2);
    expect(await engine.docker('ps', '-aq')).toBe(before);
    expect(await engine.docker('network', 'ls', '-q', '--filter', 'type=custom')).toBe('');
    expect(await engine.docker('volume', 'ls', '-q')).toBe('');
  });
};

if (canRun('the docker backend', reason)) scene();
if (canRun('an engine of its own', reason ?? (process.getuid?.() === 0 ? undefined : 'only root may mount')))
  fullDisk();
