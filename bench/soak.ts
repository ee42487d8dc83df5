/**
 * The same drill again and again. Prints a table; ends non-zero when a verdict differs or anything is left.
 *
 *     scripts/node node bench/soak.ts verdicts 50    the same verdict each time
 *     scripts/node node bench/soak.ts parallel 10    at the same time
 *     scripts/node node bench/soak.ts kills 100      kill -9 at random moments: nothing is left behind
 *     scripts/node node bench/soak.ts kills 50 docker    in the engine either, and what is not the drill's is as it was
 *
 * What else mounts on this machine meanwhile counts as left, unless it is shut out: `unshare --mount --net`.
 */
import { readdir, readFile } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { OWNER_LABEL, owner } from '../src/environment/docker/run.ts';
import { hatch } from '../test/docker/canaries.ts';
import { drillbook, runDrill } from '../test/support/cli.ts';
import { docker } from '../test/support/docker.ts';
import { alive, descendants } from '../test/support/processes.ts';
import { temporaryFolder } from '../test/support/temporary.ts';

const [mode = 'verdicts', text = '10', backend = 'sandbox'] = process.argv.slice(2);

const DRILL = 'drills/reference/postgresql-down.yaml';

/** Longer than a drill takes on a machine that is not busy: some kills come after its end. */
const LONGEST_MS = { sandbox: 9000, docker: 20_000 }[backend] ?? 0;

const times = Number(text);

/** A reaper that is asked to end a container waits for the engine. */
const REAPED_WITHIN_MS = 30_000;

/** What the engine has: all, or what carries a label. */
const inEngine = async (label?: string): Promise<readonly string[]> => {
  if (backend !== 'docker') return [];
  const lists = [
    ['ps', '-a'],
    ['network', 'ls'],
    ['volume', 'ls'],
  ];
  const filter = label === undefined ? [] : ['--filter', `label=${label}`];
  const found = await Promise.all(lists.map((list) => docker(...list, '-q', ...filter)));
  return found.flatMap((ids) => ids.split('\n').filter((id) => id !== ''));
};

const verdict = async (): Promise<string> => {
  try {
    const { verdict: said, reasons } = (await runDrill('--backend', backend, DRILL)).result;
    return `${said} (${reasons.map(({ code }) => code).join(', ')})`;
  } catch (error) {
    return (error as Error).message;
  }
};

/** The machine's mounts and network links; with an engine, they are others' too. */
const traces = async (): Promise<readonly string[]> =>
  backend === 'docker'
    ? []
    : [
        ...(await readFile('/proc/self/mountinfo', 'utf8'))
          .trim()
          .split('\n')
          .map((line) => `mount ${line}`),
        ...Object.keys(networkInterfaces()).map((name) => `link ${name}`),
      ];

/** @returns what was left behind; empty when nothing was */
const kill = async (): Promise<string> => {
  await using folder = await temporaryFolder();
  const before = new Set(await traces());
  const options = ['--quiet', '--backend', backend, '--journal-path', join(folder.path, 'j.jsonl')];
  const run = drillbook(['run', ...options, DRILL], { env: { TMPDIR: folder.path } });
  const label = `${OWNER_LABEL}=${owner(run.pid)}`;
  await sleep(Math.random() * LONGEST_MS);
  const processes = run.pid === undefined ? [] : descendants(run.pid);
  run.kill('SIGKILL');
  await run;
  const killedAt = performance.now();
  while (performance.now() - killedAt < REAPED_WITHIN_MS) {
    if (alive(processes).length === 0 && (await inEngine(label)).length === 0) break;
    await sleep(100);
  }
  const files = (await readdir(folder.path)).filter((name) => name !== 'j.jsonl');
  const left = [
    ...alive(processes).map((pid) => `process ${pid}`),
    ...files,
    ...(await inEngine(label)),
    ...(await traces()).filter((trace) => !before.has(trace)),
  ];
  return left.join(', ');
};

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

/** @returns with what has become of things in the engine that are not the drill's, if anything has */
const besideCanaries = async (runs: () => Promise<readonly string[]>): Promise<readonly string[]> => {
  if (backend !== 'docker') return await runs();
  await using canaries = await hatch(`soak${process.pid}`);
  const [before, there] = [await canaries.state(), new Set(await inEngine())];
  const results = await runs();
  const more = (await inEngine()).filter((id) => !there.has(id)).map((id) => `${id} is in the engine`);
  return isDeepStrictEqual(await canaries.state(), before)
    ? [...results, ...more]
    : [...results, ...more, 'a canary is not as it was'];
};

const modes: Readonly<Record<string, () => Promise<readonly string[]>>> = {
  verdicts: () => inTurn(verdict),
  parallel: () => Promise.all(Array.from({ length: times }, verdict)),
  kills: async () => (await besideCanaries(() => inTurn(kill))).map((left) => left || 'nothing left'),
};

const results = count((await modes[mode]?.()) ?? []);
for (const [result, number] of results) console.log(`${String(number).padStart(4)} × ${result}`);
if (results.size !== 1) process.exitCode = 1;
