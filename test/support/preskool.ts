import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { repository } from './cli.ts';
import { inTurn } from './turns.ts';

/** What `drills/preskool/expected.yaml` says of a drill with the team's runbook. */
export interface SeedExpectation {
  readonly verdict: 'pass' | 'fail';
  /** The code of a failure's reason. */
  readonly reason?: string;
  /** First line of a command → what becomes of it. */
  readonly commands?: Readonly<Record<string, string>>;
  /** What the runbook leaves to its reader. */
  readonly var?: Readonly<Record<string, string>>;
}

/** Drill → what it must say. */
export const PRESKOOL = parse(readFileSync(repository('drills/preskool/expected.yaml'), 'utf8')) as Readonly<
  Record<string, { readonly runbook: string; readonly seed: SeedExpectation }>
>;

/** As `drillbook` takes what the team's runbook leaves to its reader. */
export const variablesFor = (drill: string): readonly string[] =>
  Object.entries(PRESKOOL[drill]?.seed.var ?? {}).flatMap(([name, value]) => ['--var', `${name}=${value}`]);

/** Those whose turn it is. */
export const preskoolDrills = (): readonly string[] => inTurn(Object.keys(PRESKOOL));
