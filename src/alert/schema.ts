import { z } from 'zod';
import type { System } from '../compose/model.ts';
import { publishedUrls } from '../compose/published-urls.ts';
import type { AlertSpec } from './model.ts';

const METRICS = 'job names with the URL of a published port, such as { app: http://localhost:8000/metrics }';
const SCALE = 'a number from 1 to 1000';

const rules = z
  .string({ error: 'the path of a file with alert rules' })
  .min(1)
  .describe('Alert rules of Prometheus, relative to the drill file');

const fields = z.strictObject({
  rules,
  'time-scale': z
    .number({ error: SCALE })
    .min(1, { error: SCALE })
    .max(1000, { error: SCALE })
    .optional()
    .describe('How many times as fast the rules run: 10 makes one minute of "for: 10m". Default: 1'),
  metrics: z
    .record(
      z.string().min(1),
      z
        .string({ error: METRICS })
        .regex(/^http:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?\/\S*$/, { error: METRICS }),
      { error: METRICS },
    )
    .optional()
    .describe('What is scraped, by job name. Default: /metrics on each published port, by its service'),
});

/** `alerts:` of a drill: `{ rules: rules.yml, time-scale: 10 }`, or the file alone. */
export const alertsSchema = z
  .union([rules, fields], { error: 'a file such as rules.yml, or { rules: rules.yml, time-scale: 10 }' })
  .describe('The team’s alerts, in a Prometheus of the drill; the time to detect is when one fires');

/** As it was written. */
export type AlertsText = z.infer<typeof fields>;

/** With what it leaves out filled in. */
export const toAlertSpec = (text: AlertsText, system: System): AlertSpec => ({
  rules: text.rules,
  timeScale: text['time-scale'] ?? 1,
  metrics: text.metrics ?? publishedMetrics(system),
});

/** Where a service publishes a port that it answers HTTP on. */
const publishedMetrics = (system: System): Readonly<Record<string, string>> =>
  Object.fromEntries(
    system.services.flatMap((service) =>
      publishedUrls({ ...system, services: [service] })
        .slice(0, 1)
        .map((url) => [service.name, new URL('/metrics', url).href]),
    ),
  );
