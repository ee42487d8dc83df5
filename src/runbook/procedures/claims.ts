import {
  BESIDE,
  BUDGETS,
  COMPARED,
  DURATION,
  ESCALATED,
  EXPECTED_OUTPUT,
  FIGURE,
  HTTP_STATUS,
  KEEPS,
  LABEL,
  LASTING,
  MILLISECONDS,
  SHOULD,
  TIME_COLUMNS,
  TRIGGERS,
  WITHIN,
} from '../knowledge/claims.ts';
import type { Lines } from '../../core/location.ts';
import { cellsOf, isTableRule } from '../text/table-rows.ts';
import type { Claim, ClaimKind } from '../model.ts';

/** The part that lines belong to, as far as it says what their figures mean. */
interface Around {
  /** It says how the incident shows. */
  readonly symptoms: boolean;
  /** The severity that it is about. */
  readonly scope?: string;
}

/** What the lines of a part say that can be checked. */
export const claimsOf = (
  [first, last]: Lines,
  raw: readonly string[],
  around: Around = { symptoms: false },
): readonly Claim[] => {
  const claims: Claim[] = [];
  let header: readonly string[] = [];
  for (let line = first; line <= last; line++) {
    const text = raw[line - 1] ?? '';
    if (/^\s*\|/.test(text)) {
      if (isTableRule(raw[line])) header = cellsOf(text);
      else if (header.length > 0) claims.push(...claimsOfRow(text, line, header));
    } else {
      header = [];
      claims.push(...claimsOfLine(text, line, around.symptoms));
    }
  }
  const { scope } = around;
  return scope === undefined
    ? claims
    : claims.map((claim) => (isBudget(claim) && claim.scope === undefined ? { ...claim, scope } : claim));
};

const isBudget = ({ about }: Claim): boolean =>
  about === 'respond' || about === 'recover' || about === 'escalate';

/** A row of a severity, service-level or cause table: its times belong to what its first cell names. */
const claimsOfRow = (text: string, line: number, header: readonly string[]): readonly Claim[] => {
  const cells = cellsOf(text);
  return cells.flatMap((cell, index): readonly Claim[] => {
    const column = header[index] ?? '';
    const about = TIME_COLUMNS.find(({ header: form }) => form.test(column))?.about;
    if (about === undefined || index === 0) return [];
    const base = {
      about,
      text: text.trim(),
      lines: [line, line] as const,
      subject: column,
      scope: cells[0] ?? '',
    };
    const time = (about === 'escalate' ? ESCALATED : AT_FIRST).exec(cell);
    if (time !== null) return [{ ...base, comparison: '<=', ...duration(time.slice(1)) }];
    const figure = /^\W*(\d+(?:\.\d+)?)\s*%/.exec(cell);
    if (figure === null) return [];
    return [{ ...base, comparison: cell.startsWith('<') ? '<' : '>=', value: Number(figure[1]), unit: '%' }];
  });
};

const TIME = new RegExp(DURATION, 'i');
const AT_FIRST = new RegExp(String.raw`^\W*(?:immediate(?:ly)?\W+)?${DURATION}`, 'i');

/** How much of a line, in characters, is read for claims. */
const READ = 2000;

/** What a line of text says that can be checked. */
export const claimsOfLine = (whole: string, line: number, symptoms = false): readonly Claim[] => {
  const text = whole.slice(0, READ).trim();
  const figures = /\d/.test(text);
  const shows = /\b(?:should|must|will|expect|returns?|shows?|prints?)/i.test(text);
  if (!figures && !shows && !text.includes('[')) return [];
  const base = { text: text.trim(), lines: [line, line] as const };
  const budget = figures ? budgetOf(text, base) : [];
  return [
    ...budget,
    ...(!figures || (budget.length > 0 && !TRIGGERS.test(text)) ? [] : figureOf(text, base, symptoms)),
    ...(shows ? outputOf(text, base) : []),
    ...(figures ? statusOf(text, base) : []),
    ...checkOf(text, base),
  ];
};

type Base = Pick<Claim, 'text' | 'lines'>;

const budgetOf = (text: string, base: Base): readonly Claim[] => {
  if (!TIME.test(text)) return [];
  const found: Claim[] = [];
  const label = LABEL.exec(text);
  for (const { about, form } of BUDGETS) {
    if (found.length > 0 && !(BESIDE.includes(found[0]?.about ?? 'figure') && BESIDE.includes(about)))
      continue;
    const match = form.exec(text);
    if (match === null) continue;
    const scope = label !== null && match.index >= label[0].length ? { scope: label[1] ?? '' } : {};
    found.push({ about, ...base, ...scope, comparison: '<=', ...duration(match.slice(1)) });
  }
  return found;
};

const duration = ([value = '0', upTo, unit = 's']: readonly (string | undefined)[]): Pick<
  Claim,
  'value' | 'upTo' | 'unit'
> => {
  const factor = MILLISECONDS.find(([prefix]) => unit.toLowerCase().startsWith(prefix))?.[1] ?? 1;
  return {
    value: Number(value) * factor,
    unit: 'ms',
    ...(upTo === undefined ? {} : { upTo: Number(upTo) * factor }),
  };
};

/** Thresholds: what triggers, and what should hold afterwards. Other figures promise nothing. */
const figureOf = (text: string, base: Base, symptoms: boolean): readonly Claim[] => {
  const about = aboutFigure(text, symptoms);
  if (about === undefined) return [];
  const match = FIGURE.exec(text);
  const lasting = about === 'trigger' ? LASTING.exec(text) : null;
  if (match === null || match.index > (lasting?.index ?? Infinity))
    return lasting === null
      ? []
      : [
          {
            about,
            ...base,
            ...subjectBefore(text, lasting.index),
            comparison: '>',
            ...duration(lasting.slice(1)),
          },
        ];
  const [, sign = '', number = '', unit, per] = match;
  const value = Number(number.replaceAll(',', ''));
  const within = about === 'threshold' ? WITHIN.exec(text.slice(match.index)) : null;
  return [
    {
      about,
      ...base,
      ...subjectBefore(text, match.index),
      comparison: comparisonOf(sign),
      ...measured(value, per === undefined ? unit : `per ${per.startsWith('s') ? 'second' : 'minute'}`),
      ...(lasting === null ? {} : { lasting: Number(duration(lasting.slice(1)).value) }),
      ...(within === null ? {} : { within: Number(duration(within.slice(1)).value) }),
    },
  ];
};

const aboutFigure = (text: string, symptoms: boolean): ClaimKind | undefined => {
  if (TRIGGERS.test(text) || (symptoms && COMPARED.test(text))) return 'trigger';
  return SHOULD.test(text) || KEEPS.test(text) ? 'threshold' : undefined;
};

const subjectBefore = (text: string, index: number): Pick<Claim, 'subject'> => {
  const subject = KEEPS.exec(text)?.[1] ?? subjectOf(text.slice(0, index));
  return subject === undefined ? {} : { subject };
};

/** The words right before a figure, without marks and without the name of the alert. */
const subjectOf = (before: string): string | undefined => {
  const words = before
    .replaceAll(/[*`#]|^\s*[-+]\s|^\W*\w+:\s*/g, '')
    .split(/[—–:.,(]|\s-\s/)
    .at(-1)
    ?.replace(/\b(?:for|is|are|should|be|drop|well|below)\b.*$/i, '')
    .trim();
  return words === undefined || words === '' || words.length > 60 ? undefined : words;
};

const comparisonOf = (sign: string): NonNullable<Claim['comparison']> => {
  if (/^(?:>=|≥|at least)$/i.test(sign)) return '>=';
  if (/^(?:<=|≤|at most|up to)$/i.test(sign)) return '<=';
  return /^(?:<|below|under|less than|drops? below)$/i.test(sign) ? '<' : '>';
};

const BYTES: Readonly<Record<string, number>> = { k: 1024, m: 1024 ** 2, g: 1024 ** 3, t: 1024 ** 4 };

const measured = (value: number, unit: string | undefined): Pick<Claim, 'value' | 'unit'> => {
  if (unit === undefined) return { value, unit: 'count' };
  if (unit === '%') return { value, unit: '%' };
  if (/b$/i.test(unit) && /^[kmgt]/i.test(unit))
    return { value: value * (BYTES[unit[0]?.toLowerCase() ?? ''] ?? 1), unit: 'bytes' };
  if (/^(?:\/s|per second)/i.test(unit)) return { value, unit: 'per-second' };
  if (/^(?:\/min|per minute)/i.test(unit)) return { value, unit: 'per-minute' };
  return duration([String(value), undefined, unit]);
};

const outputOf = (text: string, base: Base): readonly Claim[] => {
  const match = EXPECTED_OUTPUT.exec(text);
  const output = match?.[1] ?? match?.[2] ?? match?.[3];
  return output === undefined || /^[1-5]\d\d$/.test(output) || /^(?:AND|OR|NOT|API|DB|CPU)$/.test(output)
    ? []
    : [{ about: 'expected-output', ...base, comparison: '=', value: output, unit: 'text' }];
};

const statusOf = (text: string, base: Base): readonly Claim[] => {
  const match =
    /^\s*(?:[-*]\s+)?(?:\[[ x]\]|#|.*\b(?:should|expect\w*|verify)\b|.*\breturns\s+`?2\d\d)/i.test(text)
      ? HTTP_STATUS.exec(text)
      : null;
  if (match === null) return [];
  const subject = /`?(\/[\w./-]+)`?/.exec(text.slice(0, match.index))?.[1];
  return [
    {
      about: 'http-status',
      ...base,
      comparison: '=',
      value: Number(match[1]),
      unit: 'status',
      ...(subject === undefined ? {} : { subject }),
    },
  ];
};

const checkOf = (text: string, base: Base): readonly Claim[] => {
  const item = /^\s*(?:[-*+]|\d+[.)])\s+\[[ xX]\]\s+(.+)$/.exec(text)?.[1];
  return item === undefined ? [] : [{ about: 'checklist', ...base, value: item.trim(), unit: 'text' }];
};
