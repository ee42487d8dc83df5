import { Command, CommanderError } from 'commander';
import { EXIT } from '../core/exit-code.ts';
import { cleanCommand } from './clean.ts';
import type { SetExitCode } from './command.ts';
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

/** The command line. Each command imports what it needs only when it is run. */
export const createProgram = (): { run(args: readonly string[]): Promise<number> } => {
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
  const commands = [
    runCommand,
    planCommand,
    listCommand,
    lintCommand,
    parseCommand,
    judgeCommand,
    reportCommand,
    doctorCommand,
    cleanCommand,
    schemaCommand,
  ];
  for (const create of commands) program.addCommand(create(setExitCode));
  for (const command of [program, ...program.commands])
    command.exitOverride().configureHelp({ showGlobalOptions: false });
  return {
    run: async (args) => {
      try {
        await program.parseAsync(args, { from: 'user' });
        return exitCode;
      } catch (error) {
        if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.pass : EXIT.usage;
        throw error;
      }
    },
  };
};
