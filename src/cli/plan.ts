import { Command } from 'commander';
import { hasErrors } from '../core/diagnostic.ts';
import { EXIT } from '../core/exit-code.ts';
import { examples } from './examples.ts';
import { withDrillOptions, type DrillOptions } from './drill-options.ts';
import type { CreateCommand } from './command.ts';

interface PlanOptions extends DrillOptions {
  readonly json?: boolean;
}

export const planCommand: CreateCommand = (setExitCode) =>
  withDrillOptions(new Command('plan'))
    .description('Show what a run would do, and where each value comes from; starts nothing')
    .option('--json', 'one plan a line, as JSON')
    .addHelpText(
      'after',
      examples(
        ['drillbook plan drills/reference', 'the plans of all drills in a folder'],
        [
          'drillbook plan drill.yaml --runbook RUNBOOK.md#RedisDown',
          "the same drill with another team's text",
        ],
      ),
    )
    .action(async (patterns: string[], options: PlanOptions) => {
      const [{ chooseBackend }, { prepareAll }, { showDiagnostics }, { renderPlan }, { styleFor }] =
        await Promise.all([
          import('./choose-backend.ts'),
          import('./prepare-all.ts'),
          import('./diagnostics.ts'),
          import('../report/plan.ts'),
          import('../report/style.ts'),
        ]);
      const backend = await chooseBackend(options.backend, patterns);
      const { drills, diagnostics } = await prepareAll(patterns, backend, options);
      showDiagnostics(diagnostics, 'info');
      if (hasErrors(diagnostics)) setExitCode(EXIT.invalid);
      for (const { plan } of drills) {
        console.log(options.json ? JSON.stringify(plan) : renderPlan(plan, styleFor(process.stdout)));
      }
    });
