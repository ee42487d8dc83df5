import { Command } from 'commander';
import { hasErrors } from '../core/diagnostic.ts';
import { EXIT } from '../core/exit-code.ts';
import { examples } from './examples.ts';
import type { CreateCommand } from './command.ts';

export const doctorCommand: CreateCommand = (setExitCode) =>
  new Command('doctor')
    .description('Say what this machine has and lacks for drills')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      examples(['drillbook doctor', 'each thing that is missing, with the command that installs it']),
    )
    .action(async (options: { json?: boolean }) => {
      const [{ backends }, { styleFor }] = await Promise.all([
        import('./catalogue.ts'),
        import('../report/style.ts'),
      ]);
      const style = styleFor(process.stdout);
      const found = await Promise.all(
        Object.values(backends).map(async (backend) => {
          const missing = await backend.missing();
          return { backend: backend.name, ready: !hasErrors(missing), missing };
        }),
      );
      if (options.json) console.log(JSON.stringify(found));
      for (const { backend, ready, missing } of options.json ? [] : found) {
        console.log(`${ready ? style.good('✓') : style.bad('✗')} ${backend} backend`);
        for (const { message, hint, severity } of missing) {
          const mark = severity === 'error' ? style.bad('✗') : style.unsure('!');
          console.log(`  ${mark} ${message}${hint === undefined ? '' : `\n      ${style.strong(hint)}`}`);
        }
      }
      if (!found.some(({ ready }) => ready)) setExitCode(EXIT.inconclusive);
    });
