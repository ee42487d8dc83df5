import { Command, Option } from 'commander';
import { hasErrors } from '../core/diagnostic.ts';
import { EXIT } from '../core/exit-code.ts';
import { examples } from './examples.ts';
import type { CreateCommand } from './command.ts';

export const reportCommand: CreateCommand = (setExitCode) =>
  new Command('report')
    .description('Write a report of journals to stdout')
    .argument('<journals...>', 'journal files, or folders that hold some')
    .addOption(
      new Option('--format <name>', 'the report')
        .choices(['pretty', 'steps', 'json', 'junit', 'github', 'summary'])
        .default('pretty'),
    )
    .addHelpText(
      'after',
      examples(
        ['drillbook report JOURNAL --format steps', 'each command with what it printed'],
        ['drillbook report *.jsonl --format junit > drills.xml', 'for a CI server'],
      ),
    )
    .action(async (paths: string[], { format }: { format: string }) => {
      const [{ readDrills }, { showDiagnostics }, { reports }, { pretty }, { styleFor }] = await Promise.all([
        import('./read-drills.ts'),
        import('./diagnostics.ts'),
        import('../report/catalogue.ts'),
        import('../report/pretty.ts'),
        import('../report/style.ts'),
      ]);
      const { drills, diagnostics } = await readDrills(paths);
      showDiagnostics(diagnostics);
      if (hasErrors(diagnostics)) setExitCode(EXIT.invalid);
      if (drills.length === 0) return;
      process.stdout.write(reports[format]?.(drills) ?? pretty(drills, styleFor(process.stdout)));
    });
