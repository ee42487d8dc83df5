import { Command, Option } from 'commander';
import { hasErrors } from '../core/diagnostic.ts';
import { EXIT, worstExitCode } from '../core/exit-code.ts';
import { examples } from './examples.ts';
import { withDrillOptions } from './drill-options.ts';
import { parseReports } from './options.ts';
import type { RunOptions } from './run/options.ts';
import { parseParallel } from './run/parallel.ts';
import type { CreateCommand } from './command.ts';

export const runCommand: CreateCommand = (setExitCode) =>
  withDrillOptions(new Command('run'))
    .description('Run drills: start the system, break it, run the runbook, judge')
    .option(
      '--journal-path <path>',
      'where to write the journal; a folder, if it is one, ends with / or there are several drills',
    )
    .option('--report <list>', 'also write reports: junit=F,json=F,github,summary=F', parseReports, [])
    .addOption(new Option('--format <name>', 'what to show').choices(['pretty', 'plain', 'json']))
    .option('--keep', "keep the services' logs, in a folder beside the journal")
    .option(
      '--parallel <n>',
      'how many drills at once: a number, or auto for what the machine bears',
      parseParallel,
      1,
    )
    .option('-q, --quiet', 'show only the verdicts, and the notes that put one in doubt')
    .addHelpText(
      'after',
      examples(
        ['drillbook run drills/reference/postgresql-down.yaml', 'one drill'],
        ['drillbook run drills --parallel auto', 'all drills of a folder, several at once'],
        ['drillbook run drills --format json', 'for a program, a line for each drill'],
        ['drillbook run drill.yaml --runbook docs/oncall.md#RedisDown', "with another team's runbook"],
        ['drillbook run drills --report junit=drills.xml,github', 'in CI'],
      ),
    )
    .action(async (patterns: string[], options: RunOptions) => {
      const [{ chooseBackend }, { prepareAll }, { showDiagnostics }, { runDrills }, { checkReports }] =
        await Promise.all([
          import('./choose-backend.ts'),
          import('./prepare-all.ts'),
          import('./diagnostics.ts'),
          import('./run/drills.ts'),
          import('./run/write-reports.ts'),
        ]);
      checkReports(options.report);
      const backend = await chooseBackend(options.backend, patterns);
      const prepared = await prepareAll(patterns, backend, options);
      showDiagnostics(prepared.diagnostics);
      // Nothing is started before all of them are right.
      if (hasErrors(prepared.diagnostics)) return setExitCode(EXIT.invalid);
      const missing = (
        await Promise.all(prepared.drills.map(({ system }) => backend.missing(system)))
      ).flat();
      showDiagnostics(missing);
      if (hasErrors(missing)) return setExitCode(EXIT.inconclusive);
      const { drills, problems, failures, signal } = await runDrills(prepared.drills, backend, options);
      showDiagnostics(problems);
      // What was judged is in the reports by now.
      if (failures.length > 0) throw failures[0];
      const codes: number[] = drills.map(({ judgement }) => EXIT[judgement.verdict]);
      setExitCode(signal ?? worstExitCode(problems.length > 0 ? [...codes, EXIT.inconclusive] : codes));
    });
