import { HarnessError, UsageError } from '../core/errors.ts';
import { EXIT, worstExitCode } from '../core/exit-code.ts';
import { isFileError, whyUnwritable } from '../core/file-error.ts';

/**
 * The whole program: arguments in, exit code out. Nothing is thrown: what goes wrong is told on stderr.
 * @param args without the interpreter and the script
 */
export const runMain = async (args: readonly string[]): Promise<number> => {
  const unwritten = surviveOutput();
  const exitCode = await runProgram(args);
  return unwritten() ? worstExitCode([exitCode, EXIT.inconclusive]) : exitCode;
};

const runProgram = async (args: readonly string[]): Promise<number> => {
  try {
    const { runCommandLine } = await import('./program.ts');
    return await runCommandLine(args);
  } catch (error) {
    return explain(error);
  }
};

/**
 * A reader that has seen enough (`| head`) ends nothing: a drill goes on to its end and its exit code. Nor does a terminal that is
 * closed: the signal that comes with it does.
 * @returns whether something was lost otherwise, on a full disk
 */
const surviveOutput = (): (() => boolean) => {
  let lost = false;
  process.stderr.on('error', () => {});
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || (error.code === 'EIO' && process.stdout.isTTY) || lost) return;
    lost = true;
    // It may be told after the exit code was set.
    process.exitCode = EXIT.inconclusive;
    console.error(`drillbook: cannot write to stdout: ${whyUnwritable(error)}`);
  });
  return () => lost;
};

const explain = (error: unknown): number => {
  if (error instanceof UsageError) {
    console.error(`drillbook: ${error.message}`);
    return EXIT.usage;
  }
  if (error instanceof HarnessError) {
    console.error(`drillbook: ${error.message}`);
    if (error.hint !== undefined) console.error(`  hint: ${error.hint}`);
    return EXIT.inconclusive;
  }
  if (isFileError(error) && error.syscall === 'uv_cwd') {
    console.error('drillbook: the folder that you are in has been removed\n  hint: cd to another');
    return EXIT.inconclusive;
  }
  console.error('drillbook: a bug in Drillbook. Please report it with what follows.');
  console.error(error);
  return EXIT.bug;
};
