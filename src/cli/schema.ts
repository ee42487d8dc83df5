import { Argument, Command } from 'commander';
import { examples } from './examples.ts';
import type { CreateCommand } from './command.ts';

export const schemaCommand: CreateCommand = () =>
  new Command('schema')
    .description('Print the JSON Schema of a drill file, of what parse prints, or of drillbook.config.yaml')
    .addArgument(
      new Argument('[what]', 'the schema').choices(['drill', 'runbook', 'config']).default('drill'),
    )
    .addHelpText(
      'after',
      examples([
        'drillbook schema > drill.schema.json',
        'for an editor: # yaml-language-server: $schema=drill.schema.json',
      ]),
    )
    .action(async (what: 'drill' | 'runbook' | 'config') => {
      const { schemas } = await import('./schemas.ts');
      console.log(JSON.stringify(schemas[what](), undefined, 2));
    });
