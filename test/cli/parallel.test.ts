import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { drillbook, repository } from '../support/cli.ts';
import { alive, descendants } from '../support/processes.ts';
import { temporaryFolder } from '../support/temporary.ts';

const QUICK = 'test/fixtures/package/drill.yaml';
const FAILS = 'test/fixtures/drills/controls/restart-removed.yaml';
const UNPROVED = 'test/fixtures/drills/controls/noop.yaml';

const run = (folder: string, ...args: readonly string[]) => [
  'run',
  '--no-control',
  '--journal-path',
  folder,
  ...args,
];

/** When the first of its events came and when the last, in wall time. */
const spanOf = async (journal: string): Promise<readonly [number, number]> => {
  const walls = (await readFile(journal, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => Date.parse((JSON.parse(line) as { wall: string }).wall));
  return [walls[0] ?? Infinity, walls.at(-1) ?? -Infinity];
};

test('several drills at once: a line for each, the story of those that did not pass, totals, the worst exit code', async () => {
  await using folder = await temporaryFolder();
  const report = join(folder.path, 'report.jsonl');
  const journals = join(folder.path, 'journals');
  const { exitCode, stdout } = await drillbook(
    run(journals, '--parallel', 'auto', '--report', `json=${report}`, FAILS, QUICK, UNPROVED),
  );
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^3 drills, [23] at once\n/);
  expect(stdout).toMatch(/^PASS {2}\S+ {2}back in .* \(promised: 30 s\) {2}.* s$/m);
  expect(stdout).toMatch(/^FAIL {2}controls\/restart-removed {2}.* s$/m);
  expect(stdout).toMatch(/^INCONCLUSIVE {2}controls\/noop {2}.* s$/m);
  expect(stdout.match(/^ {2}inject /gm)).toHaveLength(2);
  expect(stdout).toMatch(
    /\n3 drills in .*: 1 pass, 1 fail, 1 inconclusive\nIn them .* of waits .* of work\.$/,
  );
  const verdicts = (await readFile(report, 'utf8')).trimEnd().split('\n');
  expect(verdicts.map((line) => (JSON.parse(line) as { verdict: string }).verdict)).toEqual([
    'fail',
    'pass',
    'inconclusive',
  ]);
  const spans = await Promise.all(
    (await readdir(journals)).map((journal) => spanOf(join(journals, journal))),
  );
  const [first, second] = spans.toSorted(([a], [b]) => a - b);
  expect(second?.[0]).toBeLessThan(first?.[1] ?? 0);
});

test('reports what was judged, where another drill could not be run', async () => {
  await using folder = await temporaryFolder();
  const report = join(folder.path, 'report.jsonl');
  const running = drillbook(run(folder.path, '--report', `json=${report}`, QUICK, UNPROVED));
  // Another run, as it were, takes the name of its journal after it was looked at.
  const begun = join(folder.path, 'package-drill.jsonl');
  await expect.poll(() => readFile(begun, 'utf8').catch(() => '')).toContain('drill-started');
  await writeFile(join(folder.path, 'controls-noop.jsonl'), '');
  const { exitCode, stderr } = await running;
  expect(exitCode).toBe(64);
  expect(stderr).toMatch(/^drillbook: cannot write the journal .*noop.jsonl: there is such a file already/m);
  const verdicts = (await readFile(report, 'utf8')).trimEnd().split('\n');
  expect(verdicts.map((line) => (JSON.parse(line) as { verdict: string }).verdict)).toEqual(['pass']);
});

test('one at a time unless it is asked otherwise, and the worst exit code too', async () => {
  await using folder = await temporaryFolder();
  const { exitCode, stdout } = await drillbook(run(folder.path, '--format', 'json', QUICK, UNPROVED));
  expect(exitCode).toBe(2);
  const journals = stdout.split('\n').map((line) => (JSON.parse(line) as { journal: string }).journal);
  const [first, second] = await Promise.all(journals.map(spanOf));
  expect(first?.[1]).toBeLessThanOrEqual(second?.[0] ?? 0);
});

test('on a terminal each drill that runs has a line with its phase', async () => {
  await using folder = await temporaryFolder();
  const command = ['bin/drillbook', ...run(folder.path, '--parallel', '2', QUICK, UNPROVED)].join(' ');
  const { stdout } = await execa('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
    cwd: repository('.'),
    reject: false,
    stdin: 'ignore',
    env: { TERM: 'xterm', NO_COLOR: '1' },
  });
  // oxlint-disable-next-line no-control-regex
  expect(stdout).toMatch(/\u001b\[2A\u001b\[J\u001b\[\?7l(?: {2}\S+ {2}[a-z]+ … .*\r?\n){2}/);
});

test('an interruption ends all of them, begins no other, and leaves nothing', async () => {
  await using folder = await temporaryFolder();
  const journals = join(folder.path, 'journals');
  const started = drillbook(
    run(journals, '--parallel', '2', '--format', 'plain', QUICK, FAILS, UNPROVED, 'drills/reference'),
    { env: { TMPDIR: folder.path, XDG_RUNTIME_DIR: folder.path } },
  );
  for await (const line of createInterface(started.stdout)) if (line.startsWith('PASS')) break;
  const pid = started.pid ?? 0;
  const processes = descendants(pid);
  expect(processes.length).toBeGreaterThan(6);
  process.kill(pid, 'SIGINT');
  const { exitCode, stdout } = await started;
  expect(exitCode).toBe(130);
  expect(stdout).toMatch(/\n6 drills in .*: .*, 2 inconclusive, [123] not begun\n/);
  await expect.poll(() => alive(processes)).toEqual([]);
  expect(await readdir(folder.path)).toEqual(['journals']);
  for (const journal of await readdir(journals)) {
    expect(await readFile(join(journals, journal), 'utf8')).toMatch(/"type":"drill-finished"}\n$/);
  }
});

test.each(['0', 'many', '-2', '1.5'])('--parallel %s is wrong usage', async (number) => {
  const { exitCode, stderr } = await drillbook(['run', '--parallel', number, QUICK]);
  expect(stderr).toContain('a number from 1, or auto');
  expect(exitCode).toBe(64);
});
