import { resolve } from 'node:path';
import { z } from 'zod';
import { publishedUrls } from '../compose/published-urls.ts';
import type { System } from '../compose/model.ts';
import { durationField, toMs } from '../core/duration-field.ts';
import { formatDuration } from '../core/duration.ts';
import { LONGEST, MOST_PER_SECOND, type LoadSpec } from './model.ts';
import { OWN_SCRIPTS } from './scripts.ts';

const RATE = `a rate such as 50/s, up to ${MOST_PER_SECOND}/s`;
const LOOPBACK = 'a URL of a published port, such as http://localhost:8000/health';

const DEFAULT_RATE = 20;

const perSecond = (text: string): number => Number(/^\d+/.exec(text)?.[0]);

/** A k6 script, by name or path. */
export const scriptField = z
  .string({ error: 'the name or the path of a k6 script' })
  .min(1)
  .describe(
    `A k6 script: ${Object.entries(OWN_SCRIPTS)
      .map(([name, what]) => `${name} (${what})`)
      .join(', ')}; or the path of one, relative to the drill file`,
  );

/** What may stand beside the script. */
export const loadFields = {
  rate: z
    .string({ error: RATE })
    .regex(/^[1-9]\d{0,3}\/s$/, { error: RATE })
    .refine((text) => perSecond(text) <= MOST_PER_SECOND, { error: RATE })
    .optional()
    .describe(
      `Requests per second, up to ${MOST_PER_SECOND}/s; the script gets it as RATE. Default: ${DEFAULT_RATE}/s`,
    ),
  duration: durationField({ least: 1000, most: LONGEST })
    .optional()
    .describe(
      `How long at most, up to ${formatDuration(LONGEST)}; the script gets it as DURATION. Default: until the drill is over`,
    ),
  url: z
    .string({ error: LOOPBACK })
    .regex(/^http:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?(?:\/\S*)?$/, { error: LOOPBACK })
    .optional()
    .describe(
      'What is asked, on a published port; the script gets it as URL, and without its path as BASE_URL. Default: the first published port, at the path that its health check asks for',
    ),
};

const fields = z.strictObject({ script: scriptField, ...loadFields });

/** `load:` of a drill: `{ script: steady, rate: 50/s }`, or the script alone. */
export const loadSchema = z
  .union([scriptField, fields], { error: 'a script such as steady, or { script: steady, rate: 50/s }' })
  .describe('Traffic by k6, throughout the drill');

/** As it was written. */
export type LoadText = z.infer<typeof fields>;

/** With what it leaves out filled in; nothing when no URL was given and the system publishes no port. */
export const toLoadSpec = (
  { script, rate, duration, url }: LoadText,
  system: System,
): LoadSpec | undefined => {
  const where = url ?? publishedUrls(system)[0];
  return where === undefined
    ? undefined
    : {
        script,
        rate: rate === undefined ? DEFAULT_RATE : perSecond(rate),
        duration: duration === undefined ? LONGEST : toMs(duration),
        url: where,
      };
};

/** A path among its scripts, made absolute. */
export const locateScript = (script: string, folder: string): string =>
  script in OWN_SCRIPTS ? script : resolve(folder, script);
