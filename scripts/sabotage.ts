/**
 * Tries whether a pass can be trusted: takes the cure out of every drill that passes, aims it at another service, blinds the evidence,
 * one at a time. None of these may pass. Prints one table; ends non-zero when one does.
 *
 *     scripts/node node scripts/sabotage.ts [--part 2/7] [drills…]
 *
 * `--part 2/7` tries the second of every seven commands that may cure.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { drillsAtOnce, roomHere } from '../src/cli/run/parallel.ts';
import { findDrills } from '../src/drill/find.ts';
import {
  conductDrill,
  type Fault,
  type FaultDefinition,
  faults,
  judge,
  type Judgement,
  openJournal,
  type Plan,
  prepareDrill,
  type PreparedDrill,
  probes,
  readJournal,
  sandboxBackend as backend,
  secretsOf,
  version,
} from '../src/index.ts';
import { temporaryFolder } from '../test/support/temporary.ts';
import { type CureSabotages, curesOf, type Sabotage, withoutCures } from './sabotages.ts';

const { values, positionals } = parseArgs({ options: { part: { type: 'string' } }, allowPositionals: true });
const [part = 1, of = 1] = (values.part ?? '1/1').split('/').map(Number);
await using folder = await temporaryFolder();
const { signal } = new AbortController();
let conducted = 0;

const prepared = async (): Promise<readonly PreparedDrill[]> => {
  const found = await findDrills(positionals.length > 0 ? positionals : ['drills'], process.cwd());
  if (found.diagnostics.length > 0) throw new Error(found.diagnostics[0]?.message);
  const results = await Promise.all(
    found.paths.map((path) =>
      prepareDrill(path, { backend, faults, probes, control: false, env: process.env }),
    ),
  );
  return results.flatMap((result) => {
    if (!result.ok) throw new Error(result.diagnostics[0]?.message);
    return [result.value];
  });
};

/** So many at once, of whichever drills. */
let free = drillsAtOnce('auto', Infinity, roomHere());
const waiting: (() => void)[] = [];
const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  if (free > 0) free -= 1;
  else await new Promise<void>((turn) => waiting.push(turn));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  }
};

const conduct = async (
  { system, drill }: PreparedDrill,
  plan: Plan,
  known: readonly FaultDefinition[] = faults,
): Promise<Judgement> => {
  conducted += 1;
  const path = join(folder.path, `${conducted}.jsonl`);
  using journal = openJournal(path, { secrets: secretsOf(system, drill, process.env) });
  await conductDrill(plan, {
    ...journal,
    backend,
    system,
    faults: known,
    probes,
    signal,
    version: version(),
  });
  const events = readJournal(journal.text(), path);
  if (!events.ok) throw new Error(events.diagnostics[0]?.message);
  return judge(events.value);
};

interface Row {
  readonly drill: string;
  readonly what: string;
  readonly said: string;
  readonly good: boolean;
}

const isMine = (_: unknown, index: number): boolean => index % of === part - 1;

/** All that is done to one drill. */
const sabotage = async (prepared: PreparedDrill): Promise<readonly Row[]> => {
  const { drill } = prepared.plan;
  const row = (what: string, { verdict, reasons }: Judgement, good: boolean): Row => {
    const said = `${verdict} (${reasons.map(({ code }) => code).join(', ')})`;
    console.error(`${good ? '✓' : '✗'} ${drill.name}: ${what}: ${said}`);
    return { drill: drill.name, what, said, good };
  };

  const asItIs = await inTurn(() => conduct(prepared, prepared.plan));
  const first = row('as it is', asItIs, true);
  if (asItIs.verdict !== 'pass') return [first];
  const impatient = withPatience(asItIs);
  const conducted = (plan: Plan, known = faults): Promise<Judgement> =>
    inTurn(() => conduct(prepared, impatient(plan), known));

  const blind = async (): Promise<readonly Row[]> => {
    const judgement = await conducted(prepared.plan, faults.map(blinded));
    return [row('evidence → not seen', judgement, judgement.verdict === 'inconclusive')];
  };
  const mustNotPass = async ({ what, plan }: Sabotage): Promise<readonly Row[]> => {
    const judgement = await conducted(plan);
    return [row(what, judgement, judgement.verdict !== 'pass')];
  };
  const cure = async ({ what, removed, others }: CureSabotages): Promise<readonly Row[]> => {
    const without = await conducted(removed.plan);
    if (without.verdict === 'pass') return [row(`${what} → removed: not what cures`, without, true)];
    const rows = await Promise.all(others.map(mustNotPass));
    return [row(removed.what, without, true), ...rows.flat()];
  };

  const cures = curesOf(asItIs, prepared.system).filter(isMine);
  const rows = await Promise.all([
    blind(),
    mustNotPass(withoutCures(asItIs, prepared.system)),
    ...cures.map(cure),
  ]);
  return [first, ...rows.flat()];
};

/** Twice the time that the cure took, as the control has it. */
const withPatience = ({ plan, measures: { recoverMs = 0 } }: Judgement) => {
  const { stableFor, recoverTimeout } = plan.timing;
  const patience = Math.min(recoverTimeout, 2 * recoverMs + stableFor + 2000);
  return (sabotaged: Plan): Plan => ({
    ...sabotaged,
    timing: { ...sabotaged.timing, recoverTimeout: patience },
  });
};

/** Broken as ever, and nothing shows it. */
const blinded = (fault: FaultDefinition): FaultDefinition => ({
  ...fault,
  open: (spec, context) => {
    const { inject, heal } = bound(fault.open(spec, context));
    return { inject, heal, evidence: () => Promise.resolve({ seen: false, what: 'nobody looked' }) };
  },
});

const bound = (fault: Fault): Pick<Fault, 'inject' | 'heal'> => ({
  inject: () => fault.inject(),
  heal: () => fault.heal(),
});

const rows = (await Promise.all((await prepared()).map(sabotage)))
  .flat()
  .sort((a, b) => a.drill.localeCompare(b.drill));
const cell = (text: string): string => text.replaceAll('|', String.raw`\|`);
console.log('| | drill | sabotage | verdict |\n| --- | --- | --- | --- |');
for (const { drill, what, said, good } of rows)
  console.log(`| ${good ? '✓' : '✗'} | ${drill} | ${cell(what)} | ${said} |`);
const passed = rows.filter(({ good }) => !good).length;
console.log(`\n${rows.length} runs; ${passed} passed that must not`);
if (passed > 0) process.exitCode = 1;
