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

/** Runs a command to its end, or to its time limit. Its whole process group is ended then. */
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
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      settled();
      resolve({ exitCode: timedOut ? TIMED_OUT : (code ?? 137), ...written.texts });
    });
  });
};
