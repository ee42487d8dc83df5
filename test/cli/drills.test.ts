import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drillbook, repository, runDrill } from '../support/cli.ts';
import { PRESKOOL } from '../support/preskool.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { VERDICTS } from '../support/verdicts.ts';

const EXIT_CODES = { inconclusive: 2, fail: 1 };

// Without suites between them, all of them run beside each other; what waits longest first.
test.concurrent.each([
  ['load-unanswered', 'inconclusive', 'not-steady'],
  ['noop', 'inconclusive', 'no-evidence'],
  ['heals-itself', 'inconclusive', 'control-recovered'],
  ['verification-fails', 'fail', 'verification-failed'],
  ['restart-removed', 'fail', 'not-recovered'],
  ['wrong-service', 'fail', 'not-recovered'],
] as const)(
  'what proves nothing, or does not cure, does not pass: %s is %s',
  async (drill, verdict, code) => {
    const { exitCode, result } = await runDrill(`test/fixtures/drills/controls/${drill}.yaml`);
    expect(result).toMatchObject({ verdict, reasons: [{ code }] });
    expect(exitCode).toBe(EXIT_CODES[verdict]);
  },
);

test.concurrent.each(Object.keys(VERDICTS).filter((drill) => VERDICTS[drill] === 'pass'))(
  'our own runbook brings its system back: %s',
  async (drill) => {
    const { exitCode, result } = await runDrill(drill);
    expect(result).toMatchObject({ verdict: 'pass', control: { ran: true, recovered: false } });
    expect(result.measures).toMatchObject({ lostWrites: 0 });
    expect(result.measures.ackedWrites).toBeGreaterThan(0);
    expect(exitCode).toBe(0);
  },
);

test.concurrent('without a control the verdict says so; the journal is judged again to the same bytes, and a part of it as far as it got', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'journal.jsonl');
  const drill = 'drills/reference/postgresql-down.yaml';
  const run = await drillbook(['run', '--format', 'json', '--journal-path', path, drill, '--no-control']);
  expect(JSON.parse(run.stdout)).toMatchObject({
    verdict: 'pass',
    control: { ran: false },
    notes: [{ code: 'no-control' }],
  });

  const again = await drillbook(['judge', '--format', 'json', path]);
  expect(again.stdout).toBe(run.stdout);
  expect(again.exitCode).toBe(run.exitCode);

  const journal = await readFile(path, 'utf8');
  await writeFile(path, journal.slice(0, journal.length / 2));
  const half = await drillbook(['judge', '--format', 'json', path]);
  expect(JSON.parse(half.stdout)).toMatchObject({
    verdict: 'inconclusive',
    reasons: [{ code: 'truncated' }],
  });
  expect(half.exitCode).toBe(2);
});

test.concurrent('writes through the app are counted like those straight to the store, and a container’s shell is typed into', async () => {
  const { result } = await runDrill('test/fixtures/drills/ledger/through-the-app.yaml', '--no-control');
  expect(result).toMatchObject({ verdict: 'pass', measures: { lostWrites: 0 } });
  expect(result.steps.map(({ lines, status }) => [lines[0], status])).toEqual([
    [10, 'ok'],
    [18, 'skipped'],
    [24, 'ok'],
    [32, 'ok'],
  ]);
  expect(result.measures.ackedWrites).toBeGreaterThan(0);
});

test.concurrent('two runs of one drill at once do not meet, and no secret of the Compose file reaches their journals', async () => {
  const drill = 'drills/reference/postgresql-down.yaml';
  const runs = await Promise.all([runDrill(drill), runDrill(drill)]);
  expect(runs.map(({ result }) => result.verdict)).toEqual(['pass', 'pass']);
  for (const { journal } of runs) {
    expect(journal).not.toContain('app-secret');
    expect(journal).not.toContain('owner-secret');
  }
});

test.concurrent('list shows every drill of the project', async () => {
  const { stdout } = await drillbook(['list', '--json', repository('drills')]);
  const drills = stdout.split('\n').map((line) => (JSON.parse(line) as { drill: string }).drill);
  const preskool = Object.keys(PRESKOOL).map((drill) => `preskool/${drill}`);
  expect(drills.toSorted()).toEqual(
    [
      'faults/redis-full',
      'faults/schema-behind',
      'faults/table-locked',
      'faults/wrong-settings',
      ...preskool,
      'reference/pool-exhaustion',
      'reference/postgresql-down',
      'reference/redis-disconnect',
    ].toSorted(),
  );
});
