import { existsSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { UsageError } from '../core/errors.ts';
import { EXIT } from '../core/exit-code.ts';
import { cleanCommand } from './clean.ts';
import type { CreateCommand, SetExitCode } from './command.ts';
import { doctorCommand } from './doctor.ts';
import { judgeCommand } from './judge.ts';
import { lintCommand } from './lint.ts';
import { listCommand } from './list.ts';
import { parseCommand } from './parse.ts';
import { planCommand } from './plan.ts';
import { reportCommand } from './report.ts';
import { runCommand } from './run.ts';
import { schemaCommand } from './schema.ts';
import { version } from './version.ts';

/** By their names, in the order in which the help lists them. */
const COMMANDS: ReadonlyMap<string, CreateCommand> = new Map([
  ['run', runCommand],
  ['plan', planCommand],
  ['list', listCommand],
  ['lint', lintCommand],
  ['parse', parseCommand],
  ['judge', judgeCommand],
  ['report', reportCommand],
  ['doctor', doctorCommand],
  ['clean', cleanCommand],
  ['schema', schemaCommand],
]);

/**
 * The command line. Each command imports what it needs only when it is run.
 * @param args without the interpreter and the script
 * @returns the exit code
 */
export const runCommandLine = async (args: readonly string[]): Promise<number> => {
  refuseEmpty(args);
  let exitCode: number = EXIT.pass;
  const setExitCode: SetExitCode = (code) => {
    exitCode = code;
  };
  const program = new Command('drillbook')
    .description(
      'Drills for incident runbooks: breaks a real system on purpose, runs the runbook, and says whether it came back.',
    )
    .version(version())
    .showSuggestionAfterError()
    .showHelpAfterError('(try drillbook --help)')
    .addHelpText(
      'after',
      `\nExit codes: 0 pass, 1 fail, 2 inconclusive, 3 invalid runbook or drill, 64 wrong usage, 70 a bug, 128+n signal n.`,
    );
  // The one that is asked for is made alone: help and suggestions need all of them.
  const asked = COMMANDS.get(args[0] ?? '');
  for (const create of asked === undefined ? COMMANDS.values() : [asked])
    program.addCommand(create(setExitCode));
  for (const command of [program, ...program.commands])
    command.exitOverride().configureHelp({ showGlobalOptions: false });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    const file = error.code === 'commander.unknownOption' ? args.find(isFileWithDash) : undefined;
    if (file !== undefined) console.error(`  hint: the file of that name is ./${file}`);
    return error.exitCode === 0 ? EXIT.pass : EXIT.usage;
  }
};

/** An empty path would be the working folder with all that is in it. @throws UsageError */
const refuseEmpty = (args: readonly string[]): void => {
  const at = args.findIndex((arg) => arg === '' || /^--[a-z-]+=$/.test(arg));
  if (at < 0) return;
  const which = args[at] || (at === 0 ? '' : `after "${args[at - 1]}"`);
  throw new UsageError(`an argument is empty${which && `, ${which}`}: is a variable not set?`);
};

const isFileWithDash = (arg: string): boolean => arg.startsWith('-') && existsSync(arg);
