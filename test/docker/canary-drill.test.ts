import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { DrillEvent } from '../../src/core/event.ts';
import { drillbook, type DrillResult } from '../support/cli.ts';
import { docker, dockerMissing } from '../support/docker.ts';
import { canRun } from '../support/require.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { hatch } from './canaries.ts';
import { IMAGES } from './socket-scene.ts';
import { worstCommands } from './worst-commands.ts';

/** For some 90 commands, in ms. */
const PATIENCE = 400_000;

const SHOP = fileURLToPath(new URL('../fixtures/docker/shop', import.meta.url));

const DRILL = `
runbook: runbook.md#Worst
environment: compose.yaml
fault: { command: touch /tmp/broken, in: cache, evidence: test -e /tmp/broken, heal: rm -f /tmp/broken }
probes: [{ command: test ! -e /tmp/broken, in: cache }]
# The worst commands take the rest of the drill down, as they may.
derived-probes: off
objectives: { recover: 10m }
`;

const CURE = ['docker exec shop-cache rm /tmp/broken', 'docker exec shop-cache test ! -e /tmp/broken'];

const runbookOf = (commands: readonly string[]): string =>
  ['# Worst', '## Worst', '**Alert:** `Worst`', '```bash', ...commands, ...CURE, '```', ''].join('\n\n');

/** As a person types them who has found the names in some list. */
const typed = (command: string, variables: Readonly<Record<string, string>>): string =>
  command.replaceAll(/\$(CANARY\w*)/g, (_, name: string) => variables[name] ?? '');

/** What was refused while each command ran. */
const attemptsIn = (events: readonly DrillEvent[]): ReadonlyMap<string, readonly string[]> => {
  const attempts = new Map<string, readonly string[]>();
  let refused: string[] = [];
  for (const event of events) {
    if (event.type === 'command-started') refused = [];
    if (event.type === 'refused') refused.push(event.request);
    if (event.type === 'command-finished') attempts.set(event.command, refused);
  }
  return attempts;
};

describe.runIf(canRun('a drill in containers', dockerMissing(...IMAGES)))(
  'a drill of the worst commands',
  () => {
    test(
      'reaches nothing that is not its own, and its journal has each attempt',
      async () => {
        await using folder = await temporaryFolder();
        await using canaries = await hatch('drill');
        const commands = worstCommands('Outside of the drill').map((one) => typed(one, canaries.variables));
        const shop = join(folder.path, 'shop');
        await cp(SHOP, shop, { recursive: true });
        await writeFile(join(shop, 'drill.yaml'), DRILL);
        await writeFile(join(shop, 'runbook.md'), runbookOf(commands));

        const before = await canaries.state();
        const path = join(shop, 'journal.jsonl');
        const options = ['--backend', 'docker', '--no-control', '--format', 'json', '--journal-path', path];
        const { stdout } = await drillbook(['run', ...options, join(shop, 'drill.yaml')], {
          timeout: PATIENCE,
        });
        const result = JSON.parse(stdout) as DrillResult;
        const journal = await readFile(path, 'utf8');
        expect(await canaries.state()).toEqual(before);
        // The control: it went through to the cure, and what happens to a canary is seen.
        expect(result).toMatchObject({ verdict: 'pass' });
        const events = journal
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as DrillEvent);
        const attempts = attemptsIn(events);
        const unjournaled = commands.filter((command) => (attempts.get(command) ?? []).length === 0);
        expect(unjournaled).toEqual([]);
        await docker('exec', canaries.variables['CANARY'] ?? '', 'touch', '/hurt');
        expect(await canaries.state()).not.toEqual(before);
      },
      PATIENCE,
    );
  },
);
