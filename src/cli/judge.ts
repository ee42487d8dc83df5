import { Command, Option } from 'commander';
import { hasErrors } from '../core/diagnostic.ts';
import { EXIT, worstExitCode } from '../core/exit-code.ts';
import { examples } from './examples.ts';
import type { CreateCommand } from './command.ts';

export const judgeCommand: CreateCommand = (setExitCode) =>
  new Command('judge')
    .description('Judge journals again: the same verdict, as far as each journal got')
    .argument('<journals...>', 'journal files, or folders that hold some')
    .addOption(new Option('--format <name>', 'what to show').choices(['pretty', 'json']).default('pretty'))
    .addHelpText(
      'after',
      examples(['drillbook judge .drillbook/journals', 'all journals of a folder, with the worst exit code']),
    )
    .action(async (paths: string[], options: { format: string }) => {
      const [{ readDrills }, { showDiagnostics }, { conclusion }, { json }, { styleFor }] = await Promise.all(
        [
          import('./read-drills.ts'),
          import('./diagnostics.ts'),
          import('../report/conclusion.ts'),
          import('../report/json.ts'),
          import('../report/style.ts'),
        ],
      );
      const { drills, diagnostics } = await readDrills(paths);
      showDiagnostics(diagnostics);
      const unread = hasErrors(diagnostics) ? [EXIT.invalid] : [];
      setExitCode(worstExitCode([...unread, ...drills.map(({ judgement }) => EXIT[judgement.verdict])]));
      if (drills.length === 0) return;
      const style = styleFor(process.stdout);
      process.stdout.write(
        options.format === 'json'
          ? json(drills)
          : drills
              .map((drill) => `${drill.judgement.plan.drill.name}\n${conclusion(drill, style)}\n`)
              .join(''),
      );
    });
