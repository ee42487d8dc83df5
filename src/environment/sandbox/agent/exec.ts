import { spawn } from 'node:child_process';
import { onAbort } from '../../../core/on-abort.ts';
import { findProgram } from '../programs.ts';
import type { ExecOptions, ExecResult } from '../../model.ts';
import { Written } from './collected.ts';
import { endGroup } from './end-group.ts';
import { words } from '../words.ts';

const NSENTER = findProgram('nsenter') ?? 'nsenter';

/** The command that runs a program where this process is: in a container, by its first one, or on the drill's host. */
export const entryCommand = (
  pid: number,
  argv: readonly string[],
  options: { readonly env: Readonly<Record<string, string>>; readonly workingDir: string },
): readonly [string, ...string[]] => [
  NSENTER,
  ...words`-t ${pid} -U -m -u -i -n -p --preserve-credentials --`,
  ...words`/usr/bin/env -i -C ${options.workingDir}`,
  ...Object.entries(options.env).map(([name, value]) => `${name}=${value}`),
  ...argv,
];

const TIMED_OUT = 124;

/** What a command left running may hold its output open: as the engine, no longer than this many ms are waited for the rest. */
const LINGER_MS = 2000;

/** Runs a command to its end, or to its time limit. Its whole process group is ended at the latter. */
export const runCommand = (
  [program = '', ...args]: readonly string[],
  { timeoutMs, stdin, signal }: Pick<ExecOptions, 'timeoutMs' | 'stdin' | 'signal'>,
): Promise<ExecResult> => {
  const child = spawn(program, args, { stdio: 'pipe', detached: true });
  const written = new Written();
  void written.read(child.stdout, 'stdout');
  void written.read(child.stderr, 'stderr');
  let timedOut = false;
  child.stdin.on('error', () => {});
  child.stdin.end(stdin ?? '');
  const end = (): void => {
    if (child.pid !== undefined) void endGroup(child.pid);
  };
  const timer =
    timeoutMs === undefined
      ? undefined
      : setTimeout(() => {
          timedOut = true;
          end();
        }, timeoutMs);
  const settled = onAbort(signal, end);
  return new Promise((resolve, reject) => {
    let lingering: NodeJS.Timeout | undefined;
    const over = (code: number | null): void => {
      clearTimeout(lingering);
      settled();
      resolve({ exitCode: timedOut ? TIMED_OUT : (code ?? 137), ...written.texts });
    };
    child.on('error', reject);
    child.on('exit', (code) => {
      clearTimeout(timer);
      lingering = setTimeout(over, LINGER_MS, code);
    });
    child.on('close', over);
  });
};
