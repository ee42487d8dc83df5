import { relative } from 'node:path';
import { findDrills } from '../../src/drill/find.ts';
import { repository } from './cli.ts';
import { inTurn } from './turns.ts';

/** All drills of the project, or, each day, others of them. */
export const drillsOfToday = async (): Promise<readonly string[]> => {
  const { paths, diagnostics } = await findDrills([repository('drills')], repository('.'));
  if (diagnostics.length > 0) throw new TypeError(JSON.stringify(diagnostics));
  return inTurn(paths.map((path) => relative(repository('.'), path)));
};
