import { describe, expect, test } from 'vitest';
import { hasErrors } from '../../src/core/diagnostic.ts';
import { dockerBackend } from '../../src/environment/docker/backend.ts';
import { type RunDrill, runDrillWithin } from '../support/cli.ts';
import { canRun } from '../support/require.ts';
import { VERDICTS } from '../support/verdicts.ts';

const missing = await dockerBackend.missing();
const reason = hasErrors(missing) ? missing[0]?.message : undefined;

/** In ms: two containers that do not end when they are asked to, on a busy machine. */
const PATIENCE = 200_000;

const inContainers = (drill: string): Promise<RunDrill> =>
  runDrillWithin(PATIENCE, '--backend', 'docker', '--no-control', drill);

const scene = (): void => {
  describe('drills in containers have the verdicts that they have in the sandbox', () => {
    test.concurrent.each(Object.entries(VERDICTS))(
      '%s: %s',
      async (drill, verdict) => {
        expect((await inContainers(drill)).result).toMatchObject({ verdict });
      },
      PATIENCE,
    );
  });

  test.concurrent('what reaches out of the drill is refused, and said so', async () => {
    const { result, journal, exitCode } = await inContainers('test/fixtures/drills/docker/reaching-out.yaml');
    expect(result).toMatchObject({ verdict: 'pass' });
    expect(journal).toMatch(/"type":"refused".*containers\/create/);
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
