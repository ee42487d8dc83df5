import { Argument, Command } from 'commander';
import { examples } from './examples.ts';
import type { SetExitCode } from './program.ts';

export const schemaCommand = (_setExitCode: SetExitCode): Command =>
  new Command('schema')
    .description('Print the JSON Schema of a drill file, or of what parse prints')
    .addArgument(new Argument('[what]', 'the schema').choices(['drill', 'runbook']).default('drill'))
    .addHelpText(
      'after',
      examples([
        'drillbook schema > drill.schema.json',
        'for an editor: # yaml-language-server: $schema=drill.schema.json',
      ]),
    )
    .action(async (what: 'drill' | 'runbook') => {
      const { schemas } = await import('./schemas.ts');
      console.log(JSON.stringify(schemas[what](), undefined, 2));
    });
