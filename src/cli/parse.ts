import { Command } from 'commander';
import { examples } from './examples.ts';
import type { CreateCommand } from './command.ts';

export const parseCommand: CreateCommand = (setExitCode) =>
  new Command('parse')
    .description('Show what is read in runbooks: procedures, steps, commands, promises')
    .argument('<files...>', 'Markdown files; - for stdin')
    .option('--json', 'one runbook a line, as JSON (drillbook schema runbook)')
    .addHelpText(
      'after',
      examples(
        ['drillbook parse docs/oncall.md', 'as a tree'],
        ['drillbook parse docs/oncall.md --json', 'for a program'],
      ),
    )
    .action(async (paths: string[], options: { json?: boolean }) => {
      const { parseRunbooks } = await import('./parse-runbooks.ts');
      setExitCode(await parseRunbooks(paths, options));
    });
