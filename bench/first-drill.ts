/**
 * What a whole drill takes beyond the time in which the system was really down: start, steady state, judgement, the control's
 * start, and both ends. The drill is the one that `npm start` runs.
 *
 *     scripts/node node bench/first-drill.ts [rounds]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drillbook, type DrillResult } from '../test/support/cli.ts';
import { median, percentile } from '../src/core/statistics.ts';

const ROUNDS = Number(process.argv[2] ?? 5);
const DRILL = 'drills/reference/postgresql-down.yaml';

const round = async (): Promise<{ total: number; down: number }> => {
  const folder = await mkdtemp(join(tmpdir(), 'drillbook-bench-'));
  try {
    const begun = performance.now();
    const { stdout } = await drillbook([
      'run',
      '--format',
      'json',
      '--journal-path',
      join(folder, 'j.jsonl'),
      DRILL,
    ]);
    const total = performance.now() - begun;
    const { measures, control } = JSON.parse(stdout) as DrillResult;
    return { total, down: (measures.outageMs ?? 0) + control.watchedMs };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const totals: number[] = [];
const overheads: number[] = [];
for (let n = 0; n < ROUNDS; n++) {
  const { total, down } = await round();
  totals.push(total);
  overheads.push(total - down);
}
const show = (name: string, values: readonly number[]): void =>
  console.log(
    `${name.padEnd(28)} median ${Math.round(median(values))} ms, p95 ${Math.round(percentile(values, 0.95))} ms`,
  );
show('whole drill, with control', totals);
show('beyond the time it was down', overheads);
