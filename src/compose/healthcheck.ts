import type { Location } from '../core/location.ts';
import type { Fields } from './fields.ts';
import type { Healthcheck } from './model.ts';
import { parseComposeDuration } from './quantities.ts';

/** Docker's own defaults, in ms. */
const DEFAULTS = {
  interval: 30_000,
  timeout: 30_000,
  startPeriod: 0,
  retries: 3,
} as const;

/** A health check whose program the image may give. */
export type PartialHealthcheck = Omit<Healthcheck, 'test'> & { readonly test?: Healthcheck['test'] };

/** A service's `healthcheck:`, or a Dockerfile's; `disabled` where it is switched off. */
export const parseHealthcheck = (fields: Fields, location: Location): PartialHealthcheck | 'disabled' => {
  const test = parseTest(fields);
  if (test === 'disabled' || fields.flag('disable')) return 'disabled';
  const duration = (key: string): number | undefined =>
    fields.read(key, parseComposeDuration, 'a duration such as 500ms, 5s or 1m30s');
  const startInterval = duration('start_interval');
  return {
    location,
    interval: duration('interval') || DEFAULTS.interval,
    timeout: duration('timeout') || DEFAULTS.timeout,
    startPeriod: duration('start_period') ?? DEFAULTS.startPeriod,
    retries: fields.read('retries', positiveInteger, 'a number of tries') || DEFAULTS.retries,
    ...(startInterval ? { startInterval } : {}),
    ...(test === undefined ? {} : { test }),
  };
};

const positiveInteger = (text: string): number | undefined => (/^\d+$/.test(text) ? Number(text) : undefined);

const parseTest = (fields: Fields): Healthcheck['test'] | 'disabled' | undefined => {
  const test = fields.value('test');
  if (typeof test === 'string' && test !== '') return { shell: test };
  if (!Array.isArray(test) || test.length === 0) return undefined;
  const [form, ...rest] = test.map(String);
  if (form === 'NONE') return 'disabled';
  if (form === 'CMD-SHELL' && rest.length === 1) return { shell: String(rest[0]) };
  // Docker gives what follows the line to the shell, as its $0, $1 and so on.
  if (form === 'CMD-SHELL' && rest.length > 1) return { argv: ['/bin/sh', '-c', ...rest] };
  if (form === 'CMD' && rest.length > 0) return { argv: rest };
  fields.refuse(
    'test',
    `the health check's test begins with "${form}"`,
    'begin the list with CMD, CMD-SHELL or NONE',
  );
  return undefined;
};
