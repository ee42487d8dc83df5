import { Command } from 'commander';
import { EXIT } from '../core/exit-code.ts';
import { examples } from './examples.ts';
import { backendNamed, collectVariable } from './options.ts';
import type { SetExitCode } from './program.ts';

interface PlanOptions {
  readonly backend: string;
  readonly runbook?: string;
  readonly var?: Readonly<Record<string, string>>;
  readonly control: boolean;
  readonly json?: boolean;
}

export const planCommand = (setExitCode: SetExitCode): Command =>
  new Command('plan')
    .description('Show what a run would do, and where each value comes from; starts nothing')
    .argument('<drills...>', 'drill files, folders or globs')
    .option('--backend <name>', 'where the services would run', 'sandbox')
    .option('--runbook <file>', 'take the procedures from this runbook: FILE or FILE#NAME')
    .option('--var <name=value>', 'bind a placeholder (repeatable)', collectVariable)
    .option('--no-control', 'without the arm that withholds the runbook')
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
      const [{ backends }, { prepareAll }, { showDiagnostics }, { renderPlan }, { styleFor }] =
        await Promise.all([
          import('./catalogue.ts'),
          import('./prepare-all.ts'),
          import('./diagnostics.ts'),
          import('../report/plan.ts'),
          import('../report/style.ts'),
        ]);
      const prepared = await prepareAll(patterns, backendNamed(options.backend, backends), options);
      showDiagnostics(prepared.diagnostics);
      if (!prepared.ok) return setExitCode(EXIT.invalid);
      for (const { plan } of prepared.value) {
        console.log(options.json ? JSON.stringify(plan) : renderPlan(plan, styleFor(process.stdout)));
      }
    });
