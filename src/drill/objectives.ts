import { z } from 'zod';
import { shareField, toShare } from '../core/share-field.ts';
import type { YamlFile } from '../core/yaml.ts';
import { durationField, toMs } from '../core/duration-field.ts';
import type { Located, ObjectiveSpec } from './model.ts';

const count = z
  .int({ error: 'a whole number, not negative' })
  .min(0, { error: 'a whole number, not negative' });

const within = durationField()
  .optional()
  .describe('From the fault to when it must hold for good. Default: the limit of recover');

/** A figure that the system must come back to, and when. */
const level = <Limit extends z.ZodType>(limit: Limit) => z.union([limit, z.strictObject({ limit, within })]);

const latency = (share: string) =>
  level(durationField())
    .optional()
    .describe(`${share} of the requests of a second, or of the HTTP probes’, are no slower`);

const value = z
  .strictObject({
    probe: z.string().min(1).describe('The name of a probe; the first number in what it sees is meant'),
    'at-most': z.number().optional(),
    'at-least': z.number().optional(),
    within,
  })
  .refine((spec) => (spec['at-most'] === undefined) !== (spec['at-least'] === undefined), {
    error: 'either at-most or at-least',
  });

/** `objectives:` of a drill. */
export const objectivesSchema = z
  .strictObject({
    detect: durationField().optional().describe('From the fault to the first failed sample'),
    respond: durationField().optional().describe('From the fault to the first command of the runbook'),
    recover: durationField()
      .optional()
      .describe('From the fault to the first good sample of the lasting recovery'),
    outage: durationField()
      .optional()
      .describe('From the first failed sample to the first good one that lasts'),
    'lost-writes': count.optional().describe('Acknowledged writes that may be missing afterwards'),
    availability: shareField
      .optional()
      .describe('At least this share of the requests, or of the samples, holds throughout the drill'),
    'error-rate': level(shareField)
      .optional()
      .describe('At most this share of the requests of a second, or of the HTTP probes’, fails'),
    'latency-p50': latency('Half'),
    'latency-p95': latency('95 %'),
    'latency-p99': latency('99 %'),
    'load-thresholds': count.optional().describe('How many of the k6 script’s own thresholds may be crossed'),
    values: z.array(value).optional().describe('What probes see, as numbers: { probe: queue, at-most: 10 }'),
  })
  .describe('The promised limits. Default: what the runbook promises');

type Given = z.infer<typeof objectivesSchema>;

/** The limits as one list, each with its place. */
export const toObjectives = (given: Given, yaml: YamlFile): readonly Located<ObjectiveSpec>[] => {
  const { values = [], ...named } = given;
  return [
    ...Object.entries(named).flatMap(([name, limit]) =>
      limit === undefined
        ? []
        : [
            {
              value: { name, ...limitOf(limit) } as ObjectiveSpec,
              location: yaml.locate(['objectives', name]),
            },
          ],
    ),
    ...values.map((spec, index) => ({
      value: {
        name: 'value',
        probe: spec.probe,
        ...(spec['at-least'] === undefined
          ? { limit: spec['at-most'] ?? 0 }
          : { limit: spec['at-least'], atLeast: true }),
        ...withinOf(spec.within),
      } as const,
      location: yaml.locate(['objectives', 'values', index]),
    })),
  ];
};

type Limit = string | number | { readonly limit: string; readonly within?: string | undefined };

const limitOf = (given: Limit): Pick<ObjectiveSpec, 'limit' | 'within'> =>
  typeof given === 'object'
    ? { limit: numberOf(given.limit), ...withinOf(given.within) }
    : { limit: numberOf(given) };

const withinOf = (text: string | undefined): Pick<ObjectiveSpec, 'within'> =>
  text === undefined ? {} : { within: toMs(text) };

/** Milliseconds, a share of 1, or the number itself. */
const numberOf = (given: string | number): number => {
  if (typeof given === 'number') return given;
  return given.endsWith('%') ? toShare(given) : toMs(given);
};
