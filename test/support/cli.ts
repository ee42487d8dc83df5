import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { temporaryFolder } from './temporary.ts';
import { unprivileged } from './unprivileged.ts';

const root = new URL('../..', import.meta.url).pathname;

export const repository = (path: string): string => join(root, path);

/** What `--format json` prints for a drill, as far as tests look at it. */
export interface DrillResult {
  readonly drill: string;
  readonly verdict: string;
  readonly reasons: readonly { readonly code: string; readonly message: string }[];
  readonly notes: readonly { readonly code: string; readonly message: string }[];
  readonly measures: Readonly<Record<string, number | null>>;
  readonly control: { readonly ran: boolean; readonly recovered: boolean; readonly watchedMs: number };
  readonly steps: readonly {
    readonly lines: readonly number[];
    readonly command: string;
    readonly status: string;
    readonly reason: string | null;
  }[];
  readonly journal: string;
}

/** In ms, of a command that should have ended: some drills wait a minute and a half, and others keep the machine busy. */
const PATIENCE = 200_000;

/** `bin/drillbook` with arguments, as a person starts it; never throws for an exit code. */
export const drillbook = (
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string>; timeout?: number; unprivileged?: boolean } = {},
) => {
  const argv = [repository('bin/drillbook'), ...args];
  const [program, ...rest] = options.unprivileged ? unprivileged(argv) : (argv as [string, ...string[]]);
  return execa(program, rest, {
    cwd: options.cwd ?? root,
    env: { NO_COLOR: '1', GITHUB_WORKSPACE: '', ...options.env },
    stdin: 'ignore',
    reject: false,
    timeout: options.timeout ?? PATIENCE,
    killSignal: 'SIGKILL',
  });
};

export interface RunDrill {
  readonly exitCode: number | undefined;
  readonly result: DrillResult;
  readonly journal: string;
}

/** Runs one drill, with its journal in a folder of its own. */
export const runDrill = async (...args: readonly string[]): Promise<RunDrill> => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'journal.jsonl');
  const run = await drillbook(['run', '--format', 'json', '--journal-path', path, ...args]);
  const { exitCode, stdout, stderr, timedOut } = run;
  // A drill that has told its result must end, too.
  if (timedOut) throw new Error(`it did not end in ${PATIENCE} ms: ${stdout.slice(0, 300)} ${stderr}`);
  if (stdout === '') throw new Error(`no result; exit ${exitCode}: ${stderr}`);
  return { exitCode, result: JSON.parse(stdout) as DrillResult, journal: await readFile(path, 'utf8') };
};
