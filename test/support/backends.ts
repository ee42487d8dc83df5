import { relative } from 'node:path';
import { findDrills } from '../../src/drill/find.ts';
import { repository, runDrill } from './cli.ts';
import { inTurn } from './turns.ts';

/** All drills of the project, or, each day, others of them. */
export const drillsOfToday = async (): Promise<readonly string[]> => {
  const { paths, diagnostics } = await findDrills([repository('drills')], repository('.'));
  if (diagnostics.length > 0) throw new TypeError(JSON.stringify(diagnostics));
  return inTurn(paths.map((path) => relative(repository('.'), path)));
};

/** What a drill comes to on a backend: its verdict and the reasons for it. */
export const verdictOn = async (backend: string, drill: string): Promise<string> => {
  const { result } = await runDrill('--backend', backend, '--no-control', drill);
  return `${result.verdict}: ${result.reasons.map(({ code }) => code).join(', ')}`;
};
