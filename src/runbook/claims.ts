import type { Claim, ClaimKind } from './model.ts';

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  sec: 1000,
  second: 1000,
  m: 60_000,
  min: 60_000,
  minute: 60_000,
  h: 3_600_000,
  hour: 3_600_000,
  day: 86_400_000,
};

const DURATION = String.raw`(\d+(?:\.\d+)?)\s*(?:[-–]|to)?\s*(\d+(?:\.\d+)?)?[\s-]*(ms|s|secs?|seconds?|m|mins?|minutes?|h|hours?|days?)\b`;

/** What makes a time in a text a promise, and of what. */
const BUDGETS: readonly { readonly about: ClaimKind; readonly form: RegExp }[] = [
  { about: 'downtime', form: new RegExp(String.raw`${DURATION}\s+(?:of\s+)?down\s?time`, 'i') },
  {
    about: 'recover',
    form: new RegExp(
      String.raw`\b(?:recover\w*|resol\w*|restor\w*|RTO|back)\b[^.\n|\d]{0,40}(?:<|≤|within|under|in|target|:)\s*${DURATION}`,
      'i',
    ),
  },
  {
    about: 'respond',
    form: new RegExp(
      String.raw`\b(?:respon\w*|actions?|react\w*|acknowledge\w*)\b[^.\n|\d]{0,30}(?:<|≤|within|under|in|:|\()\s*<?\s*${DURATION}`,
      'i',
    ),
  },
  { about: 'escalate', form: new RegExp(String.raw`\bnot resolved (?:in|within|after)\s+${DURATION}`, 'i') },
];

const EXPECTED =
  /\b(?:should|must) (?:return|show|print|say|output|answer|be)\s+(?:["'`]([^"'`]+)["'`]|([A-Z][A-Z_]+)\b)/;

/** What a line says that can be checked. */
export const claimsOfLine = (text: string, line: number): readonly Claim[] => {
  const claims: Claim[] = [];
  const base = { text: text.trim(), lines: [line, line] as const };
  for (const { about, form } of BUDGETS) {
    const match = form.exec(text);
    const [value, upTo, unit = ''] = match?.slice(1) ?? [];
    if (value === undefined) continue;
    const factor = UNITS[unit.toLowerCase().replace(/(?<=..)s$/, '')] ?? UNITS[unit.toLowerCase()] ?? 1;
    const range = upTo === undefined ? {} : { upTo: Number(upTo) * factor };
    claims.push({ about, ...base, comparison: '<=', value: Number(value) * factor, unit: 'ms', ...range });
    break;
  }
  const expected = EXPECTED.exec(text);
  const output = expected?.[1] ?? expected?.[2];
  if (output !== undefined)
    claims.push({ about: 'expected-output', ...base, comparison: '=', value: output, unit: 'text' });
  return claims;
};
