import { z } from 'zod';
import { rules } from '../../runbook/lint/catalogue.ts';
import { LEVELS, type Level } from '../../runbook/lint/levels.ts';
import { LIMITS } from '../../runbook/text/limits.ts';

const level = z.enum(Object.keys(LEVELS) as Level[]);

export const configSchema = z.strictObject({
  lint: z
    .strictObject({
      rules: z
        .strictObject(
          Object.fromEntries(rules.map(({ id, summary }) => [id, level.optional().describe(summary)])),
        )
        .optional()
        .describe('Level of each rule. Default: its own'),
      ignore: z
        .array(z.string().min(1))
        .optional()
        .describe('Globs, from this file: runbooks that are not checked'),
      compose: z.string().min(1).optional().describe('The Compose file, from this file'),
      postgres: z
        .string()
        .min(1)
        .optional()
        .describe('URL of a PostgreSQL that is asked whether it takes the SQL'),
      'max-bytes': z.int().min(1).optional().describe(`Larger files are not read. Default: ${LIMITS.bytes}`),
    })
    .optional()
    .describe('drillbook lint'),
});

export const configJsonSchema = (): object => ({
  ...z.toJSONSchema(configSchema, { io: 'input' }),
  title: 'Drillbook configuration',
});
