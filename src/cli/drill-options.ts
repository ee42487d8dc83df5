import { type Command, Option } from 'commander';
import { collectVariable } from './options.ts';

/** What every command that plans drills takes. */
export interface DrillOptions {
  readonly backend: string;
  readonly runbook?: string;
  readonly var?: Readonly<Record<string, string>>;
  readonly control: boolean;
}

export const withDrillOptions = (command: Command): Command =>
  command
    .argument('<drills...>', 'drill files, folders or globs')
    .addOption(
      new Option('--backend <name>', 'where the services run: docker, sandbox, or auto for what fits')
        .default('auto')
        .env('DRILLBOOK_BACKEND'),
    )
    .option('--runbook <file>', 'take the procedures from this runbook: FILE or FILE#NAME')
    .option('--var <name=value>', 'bind a placeholder (repeatable)', collectVariable)
    .option('--no-control', 'without the arm that withholds the runbook (the verdict says so)');
