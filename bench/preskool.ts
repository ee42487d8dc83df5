/**
 * PreSkool's drills again and again, several at once: does each say what `drills/preskool/expected.yaml` says? Prints a line for each
 * round and a table; ends non-zero when a verdict differs.
 *
 *     scripts/node node bench/preskool.ts 20                     with our own runbook
 *     scripts/node node bench/preskool.ts 1 --runbook seed.md    with the team's
 *     scripts/node node bench/preskool.ts 5 redis-down sla-breach
 *     scripts/node node bench/preskool.ts 1 --backend docker --parallel 2
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { formatDuration } from '../src/core/duration.ts';
import { sum } from '../src/core/statistics.ts';
import { readDrills } from '../src/cli/read-drills.ts';
import { effortOf } from '../src/report/effort.ts';
import type { JudgedDrill } from '../src/report/model.ts';
import { drillbook, repository, type DrillResult } from '../test/support/cli.ts';
import { PRESKOOL, variablesFor } from '../test/support/preskool.ts';

const { values, positionals } = parseArgs({
  options: {
    backend: { type: 'string', default: 'sandbox' },
    parallel: { type: 'string', default: 'auto' },
    runbook: { type: 'string' },
  },
  allowPositionals: true,
});
const [times = '1', ...chosen] = positionals;
const names = chosen.length > 0 ? chosen : Object.keys(PRESKOOL);
const HOUR = 3_600_000;

/** One round: the drills' results, by their journals. */
const round = async (journals: string): Promise<readonly JudgedDrill[]> => {
  const { stdout, stderr } = await drillbook(
    [
      'run',
      `--backend=${values.backend}`,
      `--parallel=${values.parallel}`,
      '--format=json',
      `--journal-path=${journals}`,
      ...(values.runbook === undefined ? [] : ['--runbook', values.runbook, ...names.flatMap(variablesFor)]),
      ...names.map((name) => repository(`drills/preskool/${name}.yaml`)),
    ],
    { timeout: HOUR },
  );
  if (stdout === '') throw new Error(stderr);
  const results = stdout.split('\n').map((line) => JSON.parse(line) as DrillResult);
  const { drills, diagnostics } = await readDrills(results.map(({ journal }) => journal));
  const wrong = diagnostics.find(({ severity }) => severity === 'error');
  if (wrong !== undefined) throw new Error(wrong.message);
  return drills;
};

const nameOf = ({ judgement }: JudgedDrill): string => judgement.plan.drill.name.replace(/^preskool\//, '');

/** With the weightiest reason. */
const said = ({ judgement: { verdict, reasons } }: JudgedDrill): string =>
  verdict === 'pass' ? verdict : `${verdict} (${reasons[0]?.code})`;

const expected = (name: string): string => {
  const { runbook, seed } = PRESKOOL[name] as (typeof PRESKOOL)[string];
  if (values.runbook === undefined) return runbook;
  return seed.reason === undefined ? seed.verdict : `${seed.verdict} (${seed.reason})`;
};

/** Verdicts of all rounds, and how long the recovery took at least and at most. */
const row = (name: string, drills: readonly JudgedDrill[]): string => {
  const verdicts = Map.groupBy(drills, said);
  const times = drills.flatMap(({ judgement }) => judgement.measures.recoverMs ?? []);
  const counts = [...verdicts].map(([verdict, { length }]) => `${length} × ${verdict}`).join(', ');
  const span =
    times.length === 0
      ? '–'
      : `${formatDuration(Math.min(...times))} to ${formatDuration(Math.max(...times))}`;
  return `| ${name} | ${counts} | ${span} |`;
};

const all: JudgedDrill[] = [];
for (let number = 1; number <= Number(times); number += 1) {
  const begun = performance.now();
  const folder = await mkdtemp(join(tmpdir(), 'drillbook-preskool-'));
  const drills = await round(folder);
  const wall = performance.now() - begun;
  const efforts = drills.map(({ events }) => effortOf(events));
  const other = drills.filter((drill) => said(drill) !== expected(nameOf(drill)));
  console.error(
    `${number}: ${drills.length - other.length} as expected in ${formatDuration(wall)}; waits ${formatDuration(
      sum(efforts.map(({ waitMs }) => waitMs)),
    )}, work ${formatDuration(sum(efforts.map(({ workMs }) => workMs)))}${other
      .map((drill) => `; ${nameOf(drill)}: ${said(drill)}, not ${expected(nameOf(drill))}`)
      .join('')}`,
  );
  if (other.length === 0) await rm(folder, { recursive: true, force: true });
  else console.error(`   its journals: ${folder}`);
  all.push(...drills);
}
console.log('| drill | verdicts | recovered in |\n| --- | --- | --- |');
for (const name of names)
  console.log(
    row(
      name,
      all.filter((drill) => nameOf(drill) === name),
    ),
  );
if (all.some((drill) => said(drill) !== expected(nameOf(drill)))) process.exitCode = 1;
