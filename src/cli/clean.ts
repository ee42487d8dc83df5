import { Command } from 'commander';
import { examples } from './examples.ts';
import type { CreateCommand } from './command.ts';

export const cleanCommand: CreateCommand = () =>
  new Command('clean')
    .description('Remove what dead runs left behind; live runs and journals are not touched')
    .addHelpText('after', examples(['drillbook clean', 'says what it removed']))
    .action(async () => {
      const [{ removeLeftovers }, { removeDeadRuns }] = await Promise.all([
        import('../environment/sandbox/clean.ts'),
        import('../environment/docker/clean.ts'),
      ]);
      const removed = [...(await removeLeftovers()), ...(await removeDeadRuns())];
      for (const what of removed) console.log(`removed ${what}`);
      if (removed.length === 0) console.log('nothing to remove');
    });
