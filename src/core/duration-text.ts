/** A duration, or a range of durations, in one unit: "30–60 second", "5-15 min", "2 hours". Groups: value, upper end, unit. */
export const DURATION = String.raw`(\d+(?:\.\d+)?)\+?\s*(?:(?:[-–—]|to)\s*(\d+(?:\.\d+)?))?[\s-]*(ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|days?|weeks?)\b`;

/** Milliseconds in a unit of time, by its first letters; the first that matches counts. */
const MILLISECONDS: readonly (readonly [prefix: string, factor: number])[] = [
  ['milli', 1],
  ['ms', 1],
  ['m', 60_000],
  ['s', 1000],
  ['h', 3_600_000],
  ['d', 86_400_000],
  ['w', 604_800_000],
];

const factorOf = (unit: string): number =>
  MILLISECONDS.find(([prefix]) => unit.toLowerCase().startsWith(prefix))?.[1] ?? 1;

/** What the groups of `DURATION` say, in ms. */
export const readDuration = ([value = '0', upTo, unit = 's']: readonly (string | undefined)[]): {
  readonly value: number;
  readonly upTo?: number;
} => {
  const factor = factorOf(unit);
  return { value: Number(value) * factor, ...(upTo === undefined ? {} : { upTo: Number(upTo) * factor }) };
};

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  'forty-five': 45,
  sixty: 60,
  ninety: 90,
  'half a': 0.5,
  'half an': 0.5,
  'quarter of an': 0.25,
};

const NUMBER = Object.keys(NUMBERS)
  .sort((one, other) => other.length - one.length)
  .join('|');

/** "A second" is more often another one than a thousand milliseconds. */
const IN_WORDS = new RegExp(
  String.raw`\b(?!a second\b)(${NUMBER})( and a half)?[ -](seconds?|minutes?|mins?|hours?|days?|weeks?)\b( and a half)?`,
  'gi',
);

const UNIT = '(?:milliseconds?|ms|weeks?|w|days?|d|hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s)';
const ONE = String.raw`\d+(?:\.\d+)?\s*${UNIT}(?![a-z])`;
const PARTS = new RegExp(String.raw`(?<![\w.])${ONE}(?:(?:,?\s+and|,)?\s*${ONE})+`, 'gi');
const PART = new RegExp(String.raw`(\d+(?:\.\d+)?)\s*(${UNIT})(?![a-z])`, 'gi');
const RANGE = new RegExp(
  String.raw`(?<![\w.])(\d+(?:\.\d+)?)\s*(${UNIT})\s*(?:-|–|—|to)\s*(\d+(?:\.\d+)?)\s*(${UNIT})(?![a-z])`,
  'gi',
);

const SAYS_TIME = /\d\s*[dhmsw]|hour|min|second|day|week/i;

/**
 * A text with each of its durations as `DURATION` knows them, a number and a unit: "1 hour 30 minutes" and "1h30m" are `90 minutes`,
 * "half an hour" is `0.5 hour`, "30 s to 1 min" is `0.5-1 min`.
 */
export const inOneUnit = (text: string): string => {
  if (!SAYS_TIME.test(text)) return text;
  return text
    .replaceAll(IN_WORDS, (_, number: string, half: string | undefined, unit: string, late?: string) => {
      const more = half === undefined && late === undefined ? 0 : 0.5;
      return `${(NUMBERS[number.toLowerCase()] ?? 0) + more} ${unit}`;
    })
    .replaceAll(/(?<![\w.])(\d+)h([0-5]\d)(?![\w:])/g, '$1h$2m')
    .replaceAll(PARTS, sumOf)
    .replaceAll(RANGE, (whole: string, from: string, unitFrom: string, to: string, unit: string) => {
      const low = (Number(from) * factorOf(unitFrom)) / factorOf(unit);
      return low < Number(to) ? `${low}-${to} ${unit}` : whole;
    });
};

/** What is not told from the largest unit to the smallest is no one duration. */
const sumOf = (whole: string): string => {
  const parts = [...whole.matchAll(PART)].map(([, number = '', unit = '']) => ({
    number,
    unit,
    factor: factorOf(unit),
  }));
  const last = parts.at(-1);
  if (
    last === undefined ||
    parts.some(({ factor }, index) => factor >= (parts[index - 1]?.factor ?? Infinity))
  )
    return whole;
  const sum = parts.reduce((total, { number, factor }) => total + Number(number) * factor, 0);
  return `${sum / last.factor} ${last.unit}`;
};
