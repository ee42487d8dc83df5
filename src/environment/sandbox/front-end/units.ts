/** Figures as Docker writes them (github.com/docker/go-units). */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** `5 minutes`, `About an hour`; from ms. */
export const humanDuration = (ms: number): string => {
  const seconds = Math.trunc(ms / SECOND);
  const minutes = Math.trunc(ms / MINUTE);
  const hours = Math.trunc(ms / HOUR + 0.5);
  if (seconds < 1) return 'Less than a second';
  if (seconds === 1) return '1 second';
  if (seconds < 60) return `${seconds} seconds`;
  if (minutes === 1) return 'About a minute';
  if (minutes < 60) return `${minutes} minutes`;
  if (hours === 1) return 'About an hour';
  if (hours < 48) return `${hours} hours`;
  if (hours < 24 * 14) return `${Math.trunc(hours / 24)} days`;
  if (hours < 24 * 60) return `${Math.trunc(hours / 24 / 7)} weeks`;
  if (hours < 24 * 365 * 2) return `${Math.trunc(hours / 24 / 30)} months`;
  return `${Math.trunc(ms / HOUR / 24 / 365)} years`;
};

const scaled = (bytes: number, base: number, digits: number, units: readonly string[]): string => {
  let value = bytes;
  let unit = 0;
  for (; value >= base && unit < units.length - 1; unit += 1) value /= base;
  return `${Number(value.toPrecision(digits))}${units[unit]}`;
};

/** Powers of 1000: `1.2kB`. */
export const humanSize = (bytes: number, digits = 4): string =>
  scaled(bytes, 1000, digits, ['B', 'kB', 'MB', 'GB', 'TB', 'PB']);

/** Powers of 1024: `1.5GiB`. */
export const bytesSize = (bytes: number): string =>
  scaled(bytes, 1024, 4, ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB']);

const DURATION_UNITS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: SECOND,
  m: MINUTE,
  h: HOUR,
};

/** A Go duration (`1h30m`, `90s`, `1.5h`) in ms; undefined when it is none. */
export const goDuration = (text: string): number | undefined => {
  if (!/^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h))+$/.test(text)) return undefined;
  const parts = text.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g);
  return [...parts].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (DURATION_UNITS[unit ?? ''] ?? 0),
    0,
  );
};

/** As Go prints a time in JSON; JavaScript knows milliseconds only. */
export const goTime = (date: Date | undefined): string =>
  date === undefined ? '0001-01-01T00:00:00Z' : date.toISOString().replace('Z', '000000Z');
