/**
 * How exactly a recovery is timed: outages of known length, made by the server itself, against what the judge reads from the
 * journal of a whole drill.
 *
 *     scripts/node node bench/recovery-time.ts [drills]
 */
import { join } from 'node:path';
import { z } from 'zod';
import { conductDrill } from '../src/conduct/conduct.ts';
import { openJournal, readJournal } from '../src/conduct/journal.ts';
import { systemClock } from '../src/core/clock.ts';
import { defineFault, type FaultDefinition } from '../src/fault/model.ts';
import { judge } from '../src/verdict/judge.ts';
import { temporaryFolder } from '../test/support/temporary.ts';
import { ToyBackend, toyProbe, toySystem, type ToyWeb } from '../test/support/toy-environment.ts';
import { toyPlan } from '../test/support/toy-plan.ts';
import { median, percentile } from '../src/core/statistics.ts';

const DRILLS = Number(process.argv[2] ?? 60);
const INTERVAL = 100;

/** Down at once, up again after `length` ms, whatever anybody does; `onUp` is told how long it really was. */
const scripted = (web: () => ToyWeb, length: number, onUp: (ms: number) => void): FaultDefinition =>
  defineFault({
    kind: 'scripted',
    schema: z.unknown(),
    describe: () => `${length} ms down`,
    targets: () => [],
    needs: () => [],
    open: () => ({
      inject: () => {
        web().down();
        const { downAt } = web();
        const up = (): Promise<void> =>
          web()
            .up()
            .then(() => onUp(web().upAt - downAt));
        setTimeout(() => void up(), length);
        return Promise.resolve();
      },
      evidence: () => Promise.resolve({ seen: true, what: 'scripted' }),
      heal: () => Promise.resolve(),
    }),
  }) as FaultDefinition;

/** @returns measured minus true, in ms: of the time to recover, and of the outage */
const measure = async (length: number, path: string): Promise<{ recover: number; outage: number }> => {
  const backend = new ToyBackend();
  const web = (): ToyWeb => backend.started[0] as ToyWeb;
  let truth = Number.NaN;
  const { timing } = toyPlan();
  const plan = toyPlan({
    control: false,
    steps: [],
    faults: [{ kind: 'scripted', spec: {}, what: `${length} ms down` }],
    timing: { ...timing, interval: INTERVAL, stableFor: 300, sampleTimeout: 1000, recoverTimeout: 10_000 },
  });
  using journal = openJournal(path, { secrets: [] });
  await conductDrill(plan, {
    ...journal,
    backend,
    system: toySystem,
    faults: [scripted(web, length, (ms) => (truth = ms))],
    probes: [toyProbe],
    signal: new AbortController().signal,
    version: 'bench',
  });
  const events = readJournal(journal.text(), path);
  if (!events.ok) throw new Error('no journal');
  const { recoverMs = Number.NaN, outageMs = Number.NaN } = judge(events.value).measures;
  return { recover: recoverMs - truth, outage: outageMs - truth };
};

await using folder = await temporaryFolder();
const errors: { recover: number; outage: number }[] = [];
for (let drill = 0; drill < DRILLS; drill += 1) {
  // Lengths that have nothing to do with the interval, so that each place in it is met.
  const length = 300 + ((drill * 137.3) % 900);
  errors.push(await measure(length, join(folder.path, `${drill}.jsonl`)));
  await systemClock.sleep((drill * 31) % INTERVAL);
}

for (const name of ['recover', 'outage'] as const) {
  const sizes = errors.map((error) => Math.abs(error[name]));
  console.log(
    `${name}: ${DRILLS} outages, error p50 ${median(sizes).toFixed(1)} ms, p95 ${percentile(sizes, 0.95).toFixed(1)} ms, worst ${Math.max(...sizes).toFixed(1)} ms (interval ${INTERVAL} ms)`,
  );
}
process.exitCode =
  percentile(
    errors.map(({ recover }) => Math.abs(recover)),
    0.95,
  ) <= 20
    ? 0
    : 1;
