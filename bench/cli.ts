/**
 * Time of whole processes against a bare Node, one after the other in each round, with the compile cache filled by the first.
 *
 *     scripts/node node bench/cli.ts [rounds] [program] [runbook]
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from '../src/core/statistics.ts';

const own = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const rounds = Number(process.argv[2] ?? 15);
const program = process.argv[3] ?? own('../bin/drillbook');
const runbook = process.argv[4] ?? own('../runbooks/preskool.md');

const commands = {
  'node -e 0': [process.execPath, '-e', '0'],
  '--version': [program, '--version'],
  parse: [program, 'parse', runbook],
  lint: [program, 'lint', runbook],
} as const;

const time = ([file, ...args]: readonly [string, ...string[]]): number => {
  const start = performance.now();
  const { status, error } = spawnSync(file, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const took = performance.now() - start;
  // lint ends with 1 where it found errors.
  if (error !== undefined || (status !== 0 && status !== 1))
    throw error ?? new Error(`${file} ended with ${status}`);
  return took;
};

for (const command of Object.values(commands)) time(command);
const measured = Array.from({ length: rounds }, () =>
  Object.fromEntries(Object.entries(commands).map(([name, command]) => [name, time(command)])),
);
for (const name of Object.keys(commands)) {
  const times = measured.map((round) => round[name] ?? Number.NaN);
  const ratios = measured.map((round) => (round[name] ?? Number.NaN) / (round['node -e 0'] ?? Number.NaN));
  console.log(
    `${name.padEnd(10)} ${median(times).toFixed(0).padStart(5)} ms, ${median(ratios).toFixed(2)} × bare Node`,
  );
}
