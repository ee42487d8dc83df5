/**
 * The same drills on both backends: prints a table in Markdown, and ends non-zero when two verdicts differ.
 *
 *     scripts/node node bench/backends.ts drills/reference drills/faults
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { findDrills } from '../src/drill/find.ts';
import { drillbook, type DrillResult, repository } from '../test/support/cli.ts';

const PATIENCE = 300_000;

/** What a drill comes to on a backend: its verdict and the reasons for it, or why it was not run. */
const verdictOf = async (drill: string, backend: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'drillbook-bench-'));
  const options = [
    '--backend',
    backend,
    '--no-control',
    '--format',
    'json',
    '--journal-path',
    join(folder, 'j'),
  ];
  const { stdout, stderr, exitCode } = await drillbook(['run', ...options, drill], { timeout: PATIENCE });
  await rm(folder, { recursive: true });
  const lacking = /needs "([\w-]+)", which/.exec(stderr)?.[1];
  if (lacking !== undefined) return `not possible: ${lacking}`;
  if (stdout === '') return `exit ${exitCode}`;
  const { verdict, reasons } = JSON.parse(stdout) as DrillResult;
  return [verdict, ...reasons.map(({ code }) => code)].join(' ');
};

const found = await findDrills(process.argv.slice(2), process.cwd());
if (!found.ok) throw new Error(JSON.stringify(found.diagnostics));
console.log('| drill | sandbox | docker |\n| --- | --- | --- |');
for (const path of found.value) {
  const sandbox = await verdictOf(path, 'sandbox');
  const docker = await verdictOf(path, 'docker');
  console.log(`| ${relative(repository('.'), path)} | ${sandbox} | ${docker} |`);
  if (sandbox !== docker && !docker.startsWith('not possible')) process.exitCode = 1;
}
