import { relative } from 'node:path';
import { findDrills } from '../../src/drill/find.ts';
import { drillbook, type DrillResult, repository } from './cli.ts';
import { temporaryFolder } from './temporary.ts';
import { inTurn } from './turns.ts';

/** All drills of the project, or, each day, others of them. */
export const drillsOfToday = async (): Promise<readonly string[]> => {
  const found = await findDrills([repository('drills')], repository('.'));
  if (!found.ok) throw new TypeError(JSON.stringify(found.diagnostics));
  return inTurn(found.value.map((path) => relative(repository('.'), path)));
};

/** What a drill comes to on a backend: its verdict and the reasons for it, or what the backend says at once that it cannot do. */
export const verdictOn = async (backend: string, drill: string, timeout: number): Promise<string> => {
  await using folder = await temporaryFolder();
  const journal = ['--journal-path', `${folder.path}/journal.jsonl`];
  const options = ['--backend', backend, '--no-control', '--format', 'json', ...journal];
  const { stdout, stderr, exitCode } = await drillbook(['run', ...options, drill], { timeout });
  const lacking = /needs "([\w-]+)", which/.exec(stderr)?.[1];
  if (exitCode === 3 && lacking !== undefined) return `not possible: ${lacking}`;
  if (stdout === '') throw new Error(`no result; exit ${exitCode}: ${stderr}`);
  const { verdict, reasons } = JSON.parse(stdout) as DrillResult;
  return `${verdict}: ${reasons.map(({ code }) => code).join(', ')}`;
};
