import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { docker, dockerMissing } from '../support/docker.ts';
import { canRun } from '../support/require.ts';
import { objection, type Owned } from './allowed.ts';
import { hatch } from './canaries.ts';
import { LOOKS, startRecordingEngine } from './recording-engine.ts';
import { harmfulBodies, requests } from './socket-requests.ts';
import { IMAGES, startScene } from './socket-scene.ts';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 600);

describe.runIf(canRun('the scoped socket', dockerMissing(...IMAGES)))('the scoped socket', () => {
  test('passes nothing on that is not allowed, whatever is asked', async () => {
    await using engine = await startRecordingEngine();
    await using real = await startScene();
    await using scene = await startScene({ engine, run: real.run });
    await using canaries = await hatch(scene.run);
    await real.type('docker compose up -d');
    const owned = await ownedBy(scene.run);
    const mine = {
      container: ['shop-cache', ...owned.containers],
      network: ['shop_default', ...owned.networks],
      volume: ['shop_cache-data'],
      image: ['redis:8', 'shop-tools'],
    };

    let through = 0;
    const holds = (arbitrary: fc.Arbitrary<string>): Promise<void> =>
      fc.assert(
        fc.asyncProperty(arbitrary, async (request) => {
          engine.passed.length = 0;
          await send(scene.socket, request);
          if (engine.passed.some(({ path }) => !LOOKS.test(path))) through += 1;
          const objections = engine.passed.flatMap((passed) => objection(passed, owned) ?? []);
          expect(objections).toEqual([]);
        }),
        { numRuns: RUNS },
      );
    await holds(requests(mine, Object.values(canaries.variables)));
    await holds(harmfulBodies);
    // The control: among them were many requests that a drill may make, by chance about every eighteenth.
    expect(through).toBeGreaterThan(RUNS / 30);
  });
});

const ownedBy = async (run: string): Promise<Owned> => {
  const ids = async (list: string): Promise<readonly string[]> =>
    (await docker(...list.split(' '), '-q', '--filter', `label=drillbook.scope=${run}`)).split('\n');
  return {
    run,
    containers: await ids('ps -a --no-trunc'),
    networks: await ids('network ls --no-trunc'),
    volumes: await ids('volume ls'),
    images: ['redis:8', 'drillbook/operator:latest'],
  };
};

/** Sends bytes, and reads until the connection ends. */
const send = async (socket: string, bytes: string): Promise<string> => {
  const connection = connect(socket);
  connection.write(bytes);
  return text(connection).catch(() => '');
};
