/**
 * The same drill again and again. Prints a table; ends non-zero when a verdict differs or anything is left.
 *
 *     scripts/node node bench/soak.ts verdicts 50    the same verdict each time
 *     scripts/node node bench/soak.ts parallel 10    at the same time
 *     scripts/node node bench/soak.ts kills 100      kill -9 at random moments: nothing is left behind
 *
 * What else mounts on this machine meanwhile counts as left, unless it is shut out: `unshare --mount --net`.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { drillbook, type DrillResult } from '../test/support/cli.ts';
import { alive, descendants } from '../test/support/processes.ts';

const DRILL = 'drills/reference/postgresql-down.yaml';

/** Longer than a drill takes on a machine that is not busy: some kills come after its end. */
const LONGEST_MS = 9000;

const [mode = 'verdicts', text = '10'] = process.argv.slice(2);
const times = Number(text);

const inFolder = async <T>(use: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'drillbook-soak-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const verdict = (): Promise<string> =>
  inFolder(async (folder) => {
    const { stdout, stderr, exitCode } = await drillbook([
      'run',
      '--format',
      'json',
      '--journal-path',
      join(folder, 'j.jsonl'),
      DRILL,
    ]);
    if (stdout === '') return `no result, exit ${exitCode}: ${stderr}`;
    const { verdict: said, reasons } = JSON.parse(stdout) as DrillResult;
    return `${said} (${reasons.map(({ code }) => code).join(', ')})`;
  });

/** The machine's mounts and network links. */
const traces = async (): Promise<readonly string[]> => [
  ...(await readFile('/proc/self/mountinfo', 'utf8'))
    .trim()
    .split('\n')
    .map((line) => `mount ${line}`),
  ...Object.keys(networkInterfaces()).map((name) => `link ${name}`),
];

/** @returns what was left behind; empty when nothing was */
const kill = (): Promise<string> =>
  inFolder(async (folder) => {
    const before = new Set(await traces());
    const run = drillbook(['run', '--quiet', '--journal-path', join(folder, 'j.jsonl'), DRILL], {
      env: { TMPDIR: folder },
    });
    await sleep(Math.random() * LONGEST_MS);
    const processes = run.pid === undefined ? [] : descendants(run.pid);
    run.kill('SIGKILL');
    await run;
    for (let tries = 0; tries < 50 && alive(processes).length > 0; tries++) await sleep(100);
    const files = (await readdir(folder)).filter((name) => name !== 'j.jsonl');
    const left = [
      ...alive(processes).map((pid) => `process ${pid}`),
      ...files,
      ...(await traces()).filter((trace) => !before.has(trace)),
    ];
    return left.join(', ');
  });

const count = (results: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const result of results) counts.set(result, (counts.get(result) ?? 0) + 1);
  return counts;
};

const inTurn = async (once: () => Promise<string>): Promise<readonly string[]> => {
  const results: string[] = [];
  for (let n = 0; n < times; n++) results.push(await once());
  return results;
};

const modes: Readonly<Record<string, () => Promise<readonly string[]>>> = {
  verdicts: () => inTurn(verdict),
  parallel: () => Promise.all(Array.from({ length: times }, verdict)),
  kills: async () => (await inTurn(kill)).map((left) => left || 'nothing left'),
};

const results = count((await modes[mode]?.()) ?? []);
for (const [result, number] of results) console.log(`${String(number).padStart(4)} × ${result}`);
if (results.size !== 1) process.exitCode = 1;
