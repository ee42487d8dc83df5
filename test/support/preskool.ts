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
}

/** Drill → what it must say. */
export const PRESKOOL = parse(readFileSync(repository('drills/preskool/expected.yaml'), 'utf8')) as Readonly<
  Record<string, { readonly runbook: string; readonly seed: SeedExpectation }>
>;

/** Those whose turn it is. */
export const preskoolDrills = (): readonly string[] => inTurn(Object.keys(PRESKOOL));
