import { z } from 'zod';
import { serviceNamed } from '../compose/service-named.ts';
import { name } from './fields.ts';
import { runAt } from './in-service.ts';
import { defineFault, type Evidence } from './model.ts';

const variable = z.string().regex(/^[A-Za-z_]\w*$/, { error: 'the name of a variable' });

const schema = z
  .strictObject({
    config: name.describe('The service that gets other variables.'),
    set: z
      .record(variable, z.union([z.string(), z.null()], { error: 'a text, or null to take it away' }))
      .refine((set) => Object.keys(set).length > 0, { error: 'at least one variable' })
      .describe('Its variables, and what they are wrongly set to; null takes one away.'),
  })
  .describe('A service runs with wrong environment variables.');

/** A service runs with wrong variables. Cured by `docker compose up`, which makes the container as the Compose file says. */
export const configFault = defineFault<z.infer<typeof schema>>({
  kind: 'config',
  schema,
  describe: ({ config, set }) => `give ${config} a wrong ${Object.keys(set).join(', ')}`,
  targets: ({ config }) => [config],
  needs: () => ['recreate'],
  validate: ({ config, set }, system) => {
    const { environment } = serviceNamed(system, config);
    return Object.keys(set)
      .filter((key) => set[key] === null && environment[key] === undefined)
      .map((key) => `the Compose file sets no ${key} for ${config} that could be taken away`);
  },
  open: ({ config: service, set }, { environment }) => ({
    inject: () => environment.recreate(service, { environment: set }, 'fault'),
    /** Names only: a value may be a secret. */
    evidence: async (): Promise<Evidence> => {
      const { stdout } = await runAt(environment, service, ['env']);
      const all = `\n${stdout}`;
      // A value may have several lines.
      const wrong = Object.entries(set).filter(([key, value]) =>
        value === null ? !all.includes(`\n${key}=`) : all.includes(`\n${key}=${value}\n`),
      );
      const { state } = await environment.status(service);
      return {
        seen: wrong.length === Object.keys(set).length,
        what: `${service} is ${state}, with ${wrong.length === 0 ? 'no wrong variable' : `a wrong ${wrong.map(([key]) => key).join(', ')}`}`,
      };
    },
    heal: () => environment.recreate(service, {}, 'heal'),
  }),
});
