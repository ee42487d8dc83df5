import { Command } from 'commander';
import { examples } from './examples.ts';
import { EXIT } from '../core/exit-code.ts';
import type { Removal } from '../environment/docker/leftovers.ts';
import type { CreateCommand } from './command.ts';

export const cleanCommand: CreateCommand = (setExitCode) =>
  new Command('clean')
    .description('Remove what dead runs left behind; live runs and journals are not touched')
    .addHelpText('after', examples(['drillbook clean', 'says what it removed']))
    .action(async () => {
      const [{ removeLeftovers }, { removeDeadRuns }] = await Promise.all([
        import('../environment/sandbox/clean.ts'),
        import('../environment/docker/clean.ts'),
      ]);
      // What keeps one of them from looking keeps not the other.
      const looked = await Promise.allSettled([removeLeftovers().then(asRemovals), removeDeadRuns()]);
      const removals = looked.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
      for (const { what, kept } of removals) {
        if (kept === undefined) console.log(`removed ${what}`);
        else console.error(`drillbook: ${what} could not be removed: ${kept}`);
      }
      const failed = looked.find((each) => each.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
      if (removals.length === 0) console.log('nothing to remove');
      if (removals.some(({ kept }) => kept !== undefined)) setExitCode(EXIT.inconclusive);
    });

const asRemovals = (folders: readonly string[]): readonly Removal[] => folders.map((what) => ({ what }));
