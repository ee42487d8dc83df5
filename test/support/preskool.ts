import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { repository } from './cli.ts';

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

/** In how many days each drill has had its turn. */
const DAYS = 14;

/** All drills take a quarter of an hour: some each day, and all with DRILLBOOK_PRESKOOL=all. */
export const preskoolDrills = (today = new Date()): readonly string[] => {
  const day = Math.floor(today.getTime() / 86_400_000);
  const all = Object.keys(PRESKOOL);
  return process.env['DRILLBOOK_PRESKOOL'] === 'all'
    ? all
    : all.filter((_, index) => index % DAYS === day % DAYS);
};
