import { describe, expect, test } from 'vitest';
import { docker, dockerMissing } from '../support/docker.ts';
import { canRun } from '../support/require.ts';
import { hatch } from './canaries.ts';
import { IMAGES, startScene } from './socket-scene.ts';
import { worstCommands } from './worst-commands.ts';

describe.runIf(canRun('the scoped socket', dockerMissing(...IMAGES)))('the worst commands', () => {
  test('within the drill reach all of it, and no more', async () => {
    await using scene = await startScene();
    await using canaries = await hatch(scene.run);
    await scene.type('docker compose up -d');
    const before = await canaries.state();
    const exported = Object.entries(canaries.variables).map(([name, value]) => `export ${name}='${value}'`);
    const typed = worstCommands('Within the drill').map((command) => `{ ${command}\n} </dev/null`);
    await scene.type([...exported, ...typed].join('\n'));
    expect(await canaries.state()).toEqual(before);
    for (const list of ['ps -a', 'volume ls', 'network ls']) {
      const left = await docker(...list.split(' '), '-q', '--filter', `label=drillbook.scope=${scene.run}`);
      expect(left).toBe('');
    }
  });
});
