import { z } from 'zod';
import { name } from './fields.ts';
import { runAt } from './in-service.ts';
import { defineFault, type Evidence } from './model.ts';

const words = z.array(z.string()).min(1);

const schema = z
  .strictObject({
    release: name.describe('The service that is released in a bad version.'),
    image: name
      .optional()
      .describe('The image of the bad version: shop:1.4.1. Default: the same; one of the three is needed.'),
    program: words
      .optional()
      .describe('What the bad version runs: [node, app/server-1.4.1.ts]. Default: the same.'),
    environment: z
      .record(z.string(), z.string())
      .optional()
      .describe('Variables of the bad version: { ACK_BEFORE_COMMIT: "true" }. Default: the same.'),
  })
  .refine(({ image, program, environment }) => (image ?? program ?? environment) !== undefined, {
    path: ['release'],
    error: 'a service, and what its bad version is: "image:", "program:" or "environment:"',
  })
  .describe('A service runs in a bad version.');

/** Tells the bad version's container from the one that the Compose file makes. */
const MARK = 'DRILLBOOK_RELEASE';

/** A service runs in a bad version. Cured by going back to the version of the Compose file: `docker compose up`. */
export const releaseFault = defineFault<z.infer<typeof schema>>({
  kind: 'release',
  schema,
  describe: ({ release, image, program, environment }) =>
    `release ${release} in a bad version (${image ?? program?.join(' ') ?? Object.keys(environment ?? {}).join(', ')})`,
  targets: ({ release }) => [release],
  needs: ({ image }) => ['recreate', ...(image === undefined ? [] : (['images'] as const))],
  open: ({ release: service, image, program, environment: variables = {} }, { environment }) => ({
    inject: () =>
      environment.recreate(
        service,
        {
          ...(image !== undefined && { image }),
          ...(program !== undefined && { command: program }),
          environment: { ...variables, [MARK]: 'bad' },
        },
        'fault',
      ),
    evidence: async (): Promise<Evidence> => {
      const { stdout } = await runAt(environment, service, ['env']);
      const bad = stdout.split('\n').includes(`${MARK}=bad`);
      const { state } = await environment.status(service);
      return { seen: bad, what: `${service} is ${state}, in ${bad ? 'the bad version' : 'its own version'}` };
    },
    heal: () => environment.recreate(service, {}, 'heal'),
  }),
});
