/**
 * What a whole drill takes beyond the time in which the system was really down: start, steady state, judgement, the control's
 * start, and both ends. The drill is the one that `npm start` runs.
 *
 *     scripts/node node bench/first-drill.ts [rounds]
 */
import { median, percentile } from '../src/core/statistics.ts';
import { runDrill } from '../test/support/cli.ts';
import { measured } from '../test/support/sockets.ts';

const ROUNDS = Number(process.argv[2] ?? 5);
const DRILL = 'drills/reference/postgresql-down.yaml';

const totals: number[] = [];
const overheads: number[] = [];
for (let n = 0; n < ROUNDS; n++) {
  const [total, { result }] = await measured(() => runDrill(DRILL));
  totals.push(total);
  overheads.push(total - (result.measures.outageMs ?? 0) - result.control.watchedMs);
}
const show = (name: string, values: readonly number[]): void =>
  console.log(
    `${name.padEnd(28)} median ${Math.round(median(values))} ms, p95 ${Math.round(percentile(values, 0.95))} ms`,
  );
show('whole drill, with control', totals);
show('beyond the time it was down', overheads);
