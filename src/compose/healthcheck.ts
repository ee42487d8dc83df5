import type { Location } from '../core/location.ts';
import { isRecord } from '../core/yaml.ts';
import type { Healthcheck } from './model.ts';
import { parseComposeDuration } from './quantities.ts';

/** Docker's own defaults, in ms. */
const DEFAULTS = {
  interval: 30_000,
  timeout: 30_000,
  startPeriod: 0,
  startInterval: 5000,
  retries: 3,
} as const;

/** A service's `healthcheck:`; `undefined` where there is none, or it is disabled. */
export const parseHealthcheck = (value: unknown, location: Location): Healthcheck | undefined => {
  if (!isRecord(value) || value.disable === true) return undefined;
  const test = parseTest(value.test);
  if (test === undefined) return undefined;
  return {
    location,
    test,
    interval: parseComposeDuration(value.interval) ?? DEFAULTS.interval,
    timeout: parseComposeDuration(value.timeout) ?? DEFAULTS.timeout,
    startPeriod: parseComposeDuration(value.start_period) ?? DEFAULTS.startPeriod,
    startInterval: parseComposeDuration(value.start_interval) ?? DEFAULTS.startInterval,
    retries: Number(value.retries ?? DEFAULTS.retries),
  };
};

const parseTest = (test: unknown): Healthcheck['test'] | undefined => {
  if (typeof test === 'string') return { shell: test };
  if (!Array.isArray(test)) return undefined;
  const [form, ...rest] = test.map(String);
  if (form === 'CMD-SHELL') return { shell: rest.join(' ') };
  return form === 'CMD' ? { argv: rest } : undefined;
};
