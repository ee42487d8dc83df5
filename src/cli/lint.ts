import { Command, InvalidArgumentError, Option } from 'commander';
import { EXIT } from '../core/exit-code.ts';
import { examples } from './examples.ts';
import type { LintOptions } from './lint/run.ts';
import type { CreateCommand } from './command.ts';
import { LEVELS, type Level } from '../runbook/lint/levels.ts';

export const lintCommand: CreateCommand = (setExitCode) =>
  new Command('lint')
    .description('Say what in a runbook would fail, without starting anything')
    .argument('<runbooks...>', 'Markdown files, folders or globs; - for stdin')
    .addOption(
      new Option('--format <format>', 'how findings are shown')
        .choices(['text', 'json', 'sarif', 'github'])
        .default('text'),
    )
    .option('--all', 'every finding, not only a screen of them')
    .option('--fix', 'repair what needs no decision: encoding, -it, docker-compose')
    .option('--dry-run', 'with --fix: show the changes, and change nothing')
    .option('--rule <id=level>', 'off, info, warn or error; any number of times', collectRule)
    .option(
      '--compose <file>',
      'the Compose file; default: that of its drills, or the nearest one above each runbook',
    )
    .option('--postgres <url>', 'a server that is asked whether it takes the SQL; nothing is run on it')
    .option('--config <file>', 'default: the nearest drillbook.config.yaml or .yml')
    .addHelpText(
      'after',
      examples(
        ['drillbook lint docs/runbooks', 'all Markdown files in a folder'],
        ['drillbook lint docs --format sarif > lint.sarif', 'for code scanning'],
        ['drillbook lint docs --fix --dry-run', 'what would be repaired'],
      ),
    )
    .action(async (patterns: string[], options: LintOptions) => {
      const { runLint } = await import('./lint/run.ts');
      setExitCode(await runLint(patterns, options));
    })
    .addHelpText(
      'after',
      `\nExit codes: ${EXIT.pass} no errors, ${EXIT.fail} errors found, ${EXIT.invalid} a file could not be read, whatever was found in others.`,
    );

const collectRule = (text: string, before: Readonly<Record<string, Level>> = {}): Record<string, Level> => {
  const [, id, level] = /^([^=]+)=(\w+)$/.exec(text) ?? [];
  if (id === undefined || level === undefined || !isLevel(level)) {
    throw new InvalidArgumentError('It must be RULE=off, RULE=info, RULE=warn or RULE=error.');
  }
  return { ...before, [id]: level };
};

const isLevel = (text: string): text is Level => Object.hasOwn(LEVELS, text);
