import { describe, expect, test } from 'vitest';
import type { Refusal } from '../../src/environment/docker/socket/model.ts';
import { docker, dockerMissing } from '../support/docker.ts';
import { canRun } from '../support/require.ts';
import { hatch } from './canaries.ts';
import { IMAGES, startScene, type Scene } from './socket-scene.ts';
import { worstCommands } from './worst-commands.ts';

describe.runIf(canRun('the scoped socket', dockerMissing(...IMAGES)))('the worst commands', () => {
  test('outside of the drill reach nothing, and each is reported', async () => {
    await using scene = await startScene();
    await using canaries = await hatch(scene.run);
    await scene.type('docker compose up -d');
    const before = await canaries.state();
    const commands = worstCommands('Outside of the drill');
    expect(commands.length).toBeGreaterThan(80);

    const attempts = await typeAll(scene, canaries.variables, commands);
    const unreported = commands.filter((_, index) => attempts[index]?.length === 0);
    expect(unreported).toEqual([]);
    expect(await canaries.state()).toEqual(before);
    // The controls: the drill itself was there to be reached all the time, and what happens to a canary is seen.
    expect((await scene.type('docker exec shop-cache redis-cli ping')).all).toBe('PONG');
    await docker('exec', canaries.variables['CANARY'] ?? '', 'touch', '/hurt');
    expect(await canaries.state()).not.toEqual(before);
  });

  test('within the drill reach all of it, and no more', async () => {
    await using scene = await startScene();
    await using canaries = await hatch(scene.run);
    await scene.type('docker compose up -d');
    const before = await canaries.state();
    await typeAll(scene, canaries.variables, worstCommands('Within the drill'));
    expect(await canaries.state()).toEqual(before);
    for (const list of ['ps -a', 'volume ls', 'network ls']) {
      const left = await docker(...list.split(' '), '-q', '--filter', `label=drillbook.scope=${scene.run}`);
      expect(left).toBe('');
    }
  });
});

/** Types commands one after the other in one shell. @returns what was reported during each */
const typeAll = async (
  scene: Scene,
  variables: Readonly<Record<string, string>>,
  commands: readonly string[],
): Promise<readonly (readonly Refusal[])[]> => {
  const exported = Object.entries(variables).map(([name, value]) => `export ${name}='${value}'`);
  // A request that is refused itself marks in the reports where a command ended.
  const typed = commands.map(
    (command) => `{ ${command}\n} </dev/null\ncurl -s --unix-socket ${scene.socket} http://d/mark`,
  );
  const from = scene.refusals.length;
  await scene.type([...exported, ...typed].join('\n'));
  const attempts: Refusal[][] = [[]];
  for (const refusal of scene.refusals.slice(from)) {
    if (refusal.request === 'GET /mark') attempts.push([]);
    else attempts.at(-1)?.push(refusal);
  }
  expect(attempts.length).toBe(commands.length + 1);
  return attempts;
};
