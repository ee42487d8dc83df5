import { Command } from 'commander';
import { EXIT } from '../core/exit-code.ts';
import { examples } from './examples.ts';
import type { CreateCommand } from './command.ts';

export const parseCommand: CreateCommand = (setExitCode) =>
  new Command('parse')
    .description('Show what is read in runbooks: procedures, steps, commands, promises')
    .argument('<files...>', 'Markdown files')
    .option('--json', 'one runbook a line, as JSON (drillbook schema runbook)')
    .addHelpText(
      'after',
      examples(
        ['drillbook parse docs/oncall.md', 'as a tree'],
        ['drillbook parse docs/oncall.md --json', 'for a program'],
      ),
    )
    .action(async (paths: string[], options: { json?: boolean }) => {
      const [
        { readBytes },
        { LIMITS },
        { parseRunbook },
        { renderRunbook },
        { styleFor },
        { showDiagnostics },
      ] = await Promise.all([
        import('./read-bytes.ts'),
        import('../runbook/limits.ts'),
        import('../runbook/parse.ts'),
        import('../report/runbook.ts'),
        import('../report/style.ts'),
        import('./diagnostics.ts'),
      ]);
      for (const path of paths) {
        const bytes = await readBytes(path, LIMITS);
        if (!bytes.ok) {
          showDiagnostics(bytes.diagnostics);
          setExitCode(EXIT.invalid);
          continue;
        }
        const runbook = parseRunbook(bytes.value, path);
        if (options.json) console.log(JSON.stringify(runbook));
        else process.stdout.write(renderRunbook(runbook, styleFor(process.stdout)));
        if (!options.json) showDiagnostics(runbook.diagnostics);
        if (runbook.diagnostics.some(({ severity }) => severity === 'error')) setExitCode(EXIT.invalid);
      }
    });
