/**
 * What the sandbox adds to the start of a system: the reference system, ready, against the same servers started by hand in one
 * shell. By turns, so that both see the same machine.
 *
 *     scripts/build && scripts/node node bench/start.ts [rounds]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { loadSystem } from '../src/compose/load.ts';
import type { System } from '../src/compose/model.ts';
import { readMachine } from '../src/environment/sandbox/machine.ts';
import { clusterOf, ensureTemplate } from '../src/environment/sandbox/template.ts';
import { median, percentile } from '../src/core/statistics.ts';

const ROUNDS = Number(process.argv[2] ?? 15);
const root = fileURLToPath(new URL('..', import.meta.url));
const { signal } = new AbortController();
const machine = readMachine();

const referenceSystem = async (): Promise<System> => {
  const result = await loadSystem(`${root}docker-compose.yml`, { env: {} });
  if (!result.ok) throw new TypeError('docker-compose.yml has mistakes');
  return result.value;
};

const inSandbox = async (system: System): Promise<number> => {
  const begun = performance.now();
  await using _environment = await sandboxBackend.start(system, { signal, onService: () => {} });
  return performance.now() - begun;
};

const byHand = async (template: string): Promise<number> => {
  const namespaces = [
    '--user',
    '--map-root-user',
    '--pid',
    '--mount',
    '--net',
    '--fork',
    '--kill-child',
    '--mount-proc',
  ];
  const script = ['sh', `${root}bench/start.sh`, template, machine.postgres?.bin ?? '', machine.node];
  const begun = performance.now();
  const child = spawn('unshare', [...namespaces, ...script], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  const ms = performance.now() - begun;
  child.kill('SIGKILL');
  await once(child, 'close');
  return ms;
};

// What is started for a user: as it was built.
const { sandboxBackend } = (await import(
  `${root}dist/environment/sandbox/backend.js`
)) as typeof import('../src/environment/sandbox/backend.ts');

const system = await referenceSystem();
const store = system.services.find(({ name }) => name === 'postgres');
if (store === undefined) throw new TypeError('the reference system has no postgres');
const template = await ensureTemplate(clusterOf(store, machine), signal);
await inSandbox(system);
await byHand(template);

const times = { sandbox: [] as number[], hand: [] as number[] };
for (let round = 0; round < ROUNDS; round += 1) {
  times.hand.push(await byHand(template));
  times.sandbox.push(await inSandbox(system));
}
const line = (values: readonly number[]): string =>
  `${median(values).toFixed(0)} ms (best ${Math.min(...values).toFixed(0)}, p95 ${percentile(values, 0.95).toFixed(0)})`;
console.log(`sandbox ${line(times.sandbox)}; by hand ${line(times.hand)}`);
console.log(
  `ratio of medians ${(median(times.sandbox) / median(times.hand)).toFixed(2)}, of the best ${(Math.min(...times.sandbox) / Math.min(...times.hand)).toFixed(2)}`,
);
