import { expect, test } from 'vitest';
import { hasErrors } from '../../src/core/diagnostic.ts';
import { dockerBackend } from '../../src/environment/docker/backend.ts';
import { drillsOfToday } from '../support/drills.ts';
import { type RunDrill, runDrill } from '../support/cli.ts';
import { canRun } from '../support/require.ts';

const missing = await dockerBackend.missing();
const reason = hasErrors(missing) ? missing[0]?.message : undefined;

const drills = await drillsOfToday();

const inContainers = (drill: string): Promise<RunDrill> =>
  runDrill('--backend', 'docker', '--no-control', drill);

const scene = (): void => {
  // In the sandbox others run them.
  test.concurrent.each(drills)('what passes in the sandbox passes in containers: %s', async (drill) => {
    const { result } = await inContainers(drill);
    expect(result).toMatchObject({ verdict: 'pass', reasons: [{ code: 'recovered' }] });
  });

  test.concurrent.each([
    ['noop', 'inconclusive'],
    ['restart-removed', 'fail'],
  ])('what must not pass does not in containers: %s', async (drill, verdict) => {
    const { result } = await inContainers(`test/fixtures/drills/controls/${drill}.yaml`);
    expect(result).toMatchObject({ verdict });
  });

  test.concurrent('load and alerts come from the programs of their own images', async () => {
    const { result, journal } = await inContainers('test/fixtures/drills/docker/load-and-alerts.yaml');
    expect(result).toMatchObject({ verdict: 'pass' });
    expect(journal).toMatch(/"type":"load-second"/);
    expect(journal).toMatch(/"type":"alert".*"PostgresDown","state":"firing"/);
  });

  test.concurrent('what reaches out of the drill is refused, and said so', async () => {
    const { result, journal, exitCode } = await inContainers('test/fixtures/drills/docker/reaching-out.yaml');
    expect(result).toMatchObject({ verdict: 'pass' });
    expect(journal).toMatch(/"type":"refused".*containers\/create/);
    // In the container's own shell.
    expect(result.steps).toContainEqual(
      expect.objectContaining({ command: expect.stringContaining('PGDATA'), status: 'ok' }),
    );
    expect(exitCode).toBe(0);
  });

  test.concurrent('commands run in the image that the drill names, with the tools that it has', async () => {
    const { result } = await inContainers('test/fixtures/drills/docker/operator-image.yaml');
    expect(result).toMatchObject({
      verdict: 'pass',
      steps: [
        { command: 'docker ps', status: 'skipped', reason: expect.stringContaining('docker') },
        { command: 'redis-cli -h cache del broken', status: 'ok' },
      ],
    });
  });
};

if (canRun('the docker backend', reason)) scene();
