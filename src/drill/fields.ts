import { z } from 'zod';
import { alertsSchema } from '../alert/schema.ts';
import { loadSchema } from '../load/schema.ts';
import { durationField } from '../core/duration-field.ts';
import { objectivesSchema } from './objectives.ts';

const name = z.string().min(1);

const text = (error: string): z.ZodString => z.string({ error }).min(1, { error });

const URL_EXAMPLE = 'a URL such as http://localhost:8000/items';

const url = z.string({ error: URL_EXAMPLE }).regex(/^https?:\/\/\S+$/, { error: URL_EXAMPLE });

const ledger = z
  .union(
    [
      z.strictObject({
        http: z
          .strictObject({
            post: url.describe('Each write is a POST here; 2xx acknowledges it. {n} stands for its number'),
            get: url.describe(
              'Where acknowledged writes are looked for: each at its own URL, with {n} for its number or {id} for the id in the POST’s answer; or all in one list. A write is there when the answer holds the values of its body that have {n}',
            ),
            body: z.unknown().optional().describe('JSON of each write; {n} stands for its number'),
          })
          .describe('Through the app'),
      }),
      z.strictObject({ postgres: name.describe('The service; rows go into a table of the ledger’s own') }),
      z.literal('off'),
    ],
    { error: 'off, { postgres: SERVICE } or { http: { post: URL, get: URL } }' },
  )
  .describe(
    'Writes numbered rows during the drill and looks for them afterwards. Default: one in each PostgreSQL',
  );

/** All keys of a drill file but `fault`, `faults` and `probes`, whose forms are their catalogues'. */
export const plainFields = {
  runbook: text('FILE#NAME, such as runbooks/app.md#PostgresDown').describe(
    'FILE#NAME: the procedure by heading slug, alert name, or a unique part of its heading',
  ),
  environment: text('the path of a Compose file, such as compose.yaml').describe('The Compose file'),
  objectives: objectivesSchema.optional(),
  'derived-probes': z
    .literal('off', { error: 'off, or leave it out' })
    .optional()
    .describe('off: only the probes above are asked, and none that the Compose file implies'),
  ledger: ledger.optional(),
  load: loadSchema.optional(),
  alerts: alertsSchema.optional(),
  operator: z
    .strictObject({
      image: text('an image such as team/ops:1').describe(
        'An image with bash and the tools that the runbook uses; for the docker backend',
      ),
    })
    .optional()
    .describe('Where the runbook’s commands run. Default: Drillbook’s own image, or this machine'),
  bind: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()], { error: 'a text or a number' }))
    .optional()
    .describe('Values for placeholders: { pod-name: web-1 }'),
  answers: z
    .record(z.string(), z.union([z.boolean(), z.enum(['yes', 'no'])], { error: 'true or false' }))
    .optional()
    .describe('Conditions of the runbook, or parts of them: do they hold here?'),
  choose: z
    .record(z.string(), z.union([z.string(), z.int()], { error: 'a name or a number' }))
    .optional()
    .describe(
      'Which way of an either/or choice to take, by name or number. Default: the first that can be typed whole',
    ),
  branches: z
    .array(name)
    .optional()
    .describe('Environment-bound branches that this environment is: [Kubernetes]'),
  secrets: z.array(name).optional().describe('Environment variables whose values never reach a journal'),
  interval: durationField({ least: 10, most: 10_000 })
    .optional()
    .describe('Between two samples of a probe, 10ms to 10s. Default: 100ms'),
  'stable-for': durationField({ least: 100, most: 3_600_000 })
    .optional()
    .describe('How long good samples must last, 100ms to 1h. Default: 1s'),
  'step-timeout': durationField({ least: 100 })
    .optional()
    .describe('Time limit of a command, 100ms to 24h. Default: 60s'),
} as const;

/** What may stand beside the parameters of any fault. */
export const besideFault = z.object({
  'lifted-by': text('an event such as restart redis')
    .optional()
    .describe('The event that ends the fault: restart redis'),
  'lifted-after': durationField().optional().describe('The fault ends by itself after this time'),
  after: durationField({ least: 0 })
    .optional()
    .describe('Of several faults: this one comes so long after those that have no "after"'),
});

/** What may stand beside the parameters of any probe. */
export const besideProbe = z.object({
  name: text('a name such as queue').optional().describe('What reports and objectives call it'),
});
