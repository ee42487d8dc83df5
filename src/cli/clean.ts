import { Command } from 'commander';
import { examples } from './examples.ts';
import type { CreateCommand } from './command.ts';

export const cleanCommand: CreateCommand = () =>
  new Command('clean')
    .description('Remove what dead runs left behind; live runs and journals are not touched')
    .addHelpText('after', examples(['drillbook clean', 'says what it removed']))
    .action(async () => {
      const { removeLeftovers } = await import('../environment/sandbox/clean.ts');
      const removed = await removeLeftovers();
      for (const path of removed) console.log(`removed ${path}`);
      if (removed.length === 0) console.log('nothing to remove');
    });
