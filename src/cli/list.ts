import { Command } from 'commander';
import { hasErrors } from '../core/diagnostic.ts';
import { EXIT } from '../core/exit-code.ts';
import { examples } from './examples.ts';
import type { CreateCommand } from './command.ts';

export const listCommand: CreateCommand = (setExitCode) =>
  new Command('list')
    .description('List the drills, with their fault and the procedure that answers it')
    .argument('[drills...]', 'drill files, folders or globs', ['drills'])
    .option('--json', 'one drill a line, as JSON')
    .addHelpText(
      'after',
      examples(
        ['drillbook list', 'all drills under drills/'],
        ['drillbook list ci/*.yaml --json', 'for a program'],
      ),
    )
    .action(async (patterns: string[], options: { json?: boolean }) => {
      const [{ catalogue }, { findDrills }, { loadDrill }, { showDiagnostics }, { listJson, listText }] =
        await Promise.all([
          import('./catalogue.ts'),
          import('../drill/find.ts'),
          import('../drill/load.ts'),
          import('./diagnostics.ts'),
          import('../report/list.ts'),
        ]);
      const found = await findDrills(patterns, process.cwd());
      const loaded = await Promise.all(found.paths.map((path) => loadDrill(path, catalogue)));
      const diagnostics = [...found.diagnostics, ...loaded.flatMap((result) => result.diagnostics)];
      showDiagnostics(diagnostics);
      const drills = loaded.flatMap((result) => (result.ok ? [result.value] : []));
      process.stdout.write((options.json ? listJson : listText)(drills, catalogue.faults));
      if (hasErrors(diagnostics)) setExitCode(EXIT.invalid);
    });
