import { parseDocument, stringify } from 'yaml';
import { z } from 'zod';

const rule = z.looseObject({
  alert: z.string().optional(),
  record: z.string().optional(),
  expr: z.union([z.string(), z.number()]),
  for: z.string().optional(),
  keep_firing_for: z.string().optional(),
});

const rulesFile = z.looseObject({
  groups: z.array(z.looseObject({ name: z.string(), interval: z.string().optional(), rules: z.array(rule) })),
});

export type RulesFile = z.infer<typeof rulesFile>;

/** @throws Error with what is wrong, when it is no file of rules */
export const readRules = (text: string): RulesFile => {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error !== undefined) throw new Error(error.message.split('\n')[0]);
  const read = rulesFile.safeParse(document.toJS());
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Error(`${issue?.path.join('.') || 'the file'}: ${issue?.message}`);
};

/** The names of the alerts, each once. */
export const alertNames = ({ groups }: RulesFile): readonly string[] => [
  ...new Set(groups.flatMap(({ rules }) => rules.flatMap(({ alert }) => alert ?? []))),
];

/** Between two looks at the metrics, and at the rules, in ms. */
export const SCRAPE_MS = 200;

/** A range must hold a few samples, however fast the rules run. */
const SHORTEST_RANGE_MS = 5 * SCRAPE_MS;

/**
 * The rules, so many times as fast: how long they wait (`for`, `keep_firing_for`) and look back (`[5m]`, `offset 1h`). The time between
 * two evaluations is the drill's own.
 */
export const scaled = (file: RulesFile, timeScale: number): string =>
  stringify({
    ...file,
    groups: file.groups.map((group) => ({
      ...group,
      interval: `${SCRAPE_MS}ms`,
      rules: group.rules.map((each) => ({
        ...each,
        expr: scaledExpression(String(each.expr), timeScale),
        ...(each.for !== undefined && { for: divided(each.for, timeScale, 0) }),
        ...(each.keep_firing_for !== undefined && {
          keep_firing_for: divided(each.keep_firing_for, timeScale, 0),
        }),
      })),
    })),
  });

const DURATION = String.raw`(?:\d+(?:ms|[smhdwy]))+`;
const RANGE = new RegExp(String.raw`\[\s*(${DURATION})\s*(?::\s*(${DURATION})?\s*)?\]`, 'g');
const OFFSET = new RegExp(String.raw`\boffset\s+(-?)(${DURATION})`, 'g');
/** A label's value may look like a range. */
const QUOTED = /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)/;

const scaledExpression = (expression: string, timeScale: number): string =>
  expression
    .split(QUOTED)
    .map((part, index) => (index % 2 === 1 ? part : scaledPart(part, timeScale)))
    .join('');

const scaledPart = (part: string, timeScale: number): string =>
  part
    .replaceAll(RANGE, (whole, range: string, step?: string) => {
      const length = divided(range, timeScale, SHORTEST_RANGE_MS);
      if (!whole.includes(':')) return `[${length}]`;
      return `[${length}:${step === undefined ? '' : divided(step, timeScale, SCRAPE_MS)}]`;
    })
    .replaceAll(
      OFFSET,
      (_, sign: string, offset: string) => `offset ${sign}${divided(offset, timeScale, 0)}`,
    );

const UNIT_MS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
  y: 31_536_000_000,
};

const divided = (duration: string, timeScale: number, leastMs: number): string => {
  let ms = 0;
  for (const [, count, unit = ''] of duration.matchAll(/(\d+)(ms|[smhdwy])/g))
    ms += Number(count) * (UNIT_MS[unit] ?? 0);
  // As it stands, where nothing is to be changed.
  if (timeScale === 1 && ms >= leastMs) return duration;
  return `${Math.max(Math.round(ms / timeScale), Math.min(ms, leastMs))}ms`;
};
