import type { Table } from 'mdast';
import { DURATION, inOneUnit, readDuration } from '../../core/duration-text.ts';
import {
  BUDGETS,
  COMPARED,
  FIGURE,
  HEADING_TIME,
  HTTP_STATUS,
  KEEPS,
  KEPT_UNDER,
  LASTING,
  NO_PROMISE,
  PROMISES,
  SEVERITY_LABEL,
  SHOULD,
  TRIGGER_HEADING,
  TRIGGERS,
  WITHIN,
  WITHIN_FIRST,
} from '../knowledge/claims.ts';
import { OUTPUT_COLUMN } from '../knowledge/claims-output.ts';
import { textWithCode } from '../markdown/node-text.ts';
import { linesOf, type Section, textOf } from '../markdown/sections.ts';
import type { Claim, ClaimKind } from '../model.ts';
import { answerOf, outputOf, shownBehind } from './claims-output.ts';
import { definiteIn } from './definite-output.ts';
import { claimsOfTable } from './claims-table.ts';
import { matchesOf } from '../text/matches.ts';
import { saidIn, type Sentence } from './claims-text.ts';

/** The part that sentences belong to, as far as it says what their figures mean. */
interface Around {
  /** It says how the incident shows. */
  readonly symptoms: boolean;
  /** It says how to see that all is well. */
  readonly verifies: boolean;
  /** The severity that it is about. */
  readonly scope?: string;
}

/** What a section says, without those in it, that can be checked. */
export const claimsOf = (section: Section, lines: readonly string[], around: Around): readonly Claim[] => {
  const { sentences, tables, outputs, checks } = saidIn(section, lines);
  const claims = [
    ...sentences.flatMap((sentence) => claimsOfSentence(sentence, around)),
    ...checks.map(({ text, lines: at }): Claim => ({
      about: 'checklist',
      text,
      lines: at,
      value: text,
      unit: 'text',
    })),
    ...tables.flatMap((table) => [...claimsOfTable(table, lines), ...expectedInRows(table)]),
    ...outputs.flatMap((led) => answerOf(led, definiteIn(led.shown))),
  ].sort((one, other) => one.lines[0] - other.lines[0]);
  const { scope } = around;
  return scope === undefined
    ? claims
    : claims.map((claim) => (isBudget(claim) && claim.scope === undefined ? { ...claim, scope } : claim));
};

const isBudget = ({ about }: Claim): boolean =>
  about === 'respond' || about === 'recover' || about === 'escalate';

const TIME = new RegExp(DURATION, 'i');

/** How much of a sentence, in characters, is read for claims. */
const READ = 2000;

/** A sentence as its figures are read: its durations in one unit, and of its code only names and figures. */
interface Read extends Sentence {
  readonly base: Pick<Claim, 'text' | 'lines'>;
}

const claimsOfSentence = (sentence: Sentence, around: Around): readonly Claim[] => {
  const behind = around.verifies ? shownBehind(sentence) : undefined;
  // A word alone may tell how it is, but for the one that Redis alone says.
  if (behind !== undefined) return expectedAt(sentence.lines[1], behind.replace(/^PONG\b/, '"PONG"'));
  const whole = sentence.text.slice(0, READ);
  const output = sentence.shown ? [] : outputOf(sentence);
  if (!HAS_FIGURE.test(whole)) return output;
  const base = { text: sentence.text, lines: sentence.lines };
  const text = inOneUnit(whole.includes('`') ? whole.replaceAll(CODE, namesAndFigures) : whole);
  const read: Read = { ...sentence, text, base };
  const promised = budgetOf(read);
  if (sentence.shown) return promised.filter(({ about }) => about === 'escalate');
  const budget = promised.length > 0 ? promised : headingTimeOf(read);
  return [
    ...budget,
    ...(budget.length > 0 && !triggers(read) ? [] : figureOf(read, around)),
    ...output,
    ...statusOf(sentence, whole),
  ];
};

const HAS_FIGURE = /\d|\b(?:hour|minute|day|week)/i;
const CODE = /`([^`]*)`/g;
const CODE_TO_READ = /^\S*$|^\W*\d|[<>≤≥]=?\s*\d/;

const namesAndFigures = (_: string, code: string): string => (CODE_TO_READ.test(code) ? code : '…');

const budgetOf = ({ text, base, label }: Read): readonly Claim[] => {
  if (!TIME.test(text) || !PROMISES.test(text)) return [];
  const found: { readonly claim: Claim; readonly from: number; readonly to: number }[] = [];
  for (const { about, form, beside } of BUDGETS) {
    if (found.some(({ claim }) => claim.about === about) || beside?.test(text) === false) continue;
    for (const match of matchesOf(form, text)) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (found.some((other) => from < other.to && other.from < to)) continue;
      if ((about === 'recover' || about === 'downtime') && !isPromise(text, match)) continue;
      const scope =
        label !== undefined &&
        label.length <= 40 &&
        SEVERITY_LABEL.test(label) &&
        (!text.startsWith(label) || from >= label.length)
          ? { scope: label }
          : {};
      found.push({ claim: { about, ...base, ...scope, ...inTime(match.slice(1)) }, from, to });
      break;
    }
  }
  return found.map(({ claim }) => claim);
};

const isPromise = (text: string, { 0: match, index }: RegExpExecArray): boolean =>
  !NO_PROMISE.before.test(text.slice(0, index)) &&
  !NO_PROMISE.match.test(text.slice(Math.max(0, index - POINT), index) + match) &&
  !NO_PROMISE.within.test(text);

/** Characters before a match in which it may be said to be about something else. */
const POINT = 20;

const headingTimeOf = ({ text, base, depth }: Read): readonly Claim[] => {
  const match = depth === undefined || depth < 2 ? null : HEADING_TIME.exec(text);
  return match === null ? [] : [{ about: 'figure', ...base, ...inTime(match.slice(1)) }];
};

const inTime = (
  groups: readonly (string | undefined)[],
): Pick<Claim, 'comparison' | 'value' | 'upTo' | 'unit'> => ({
  comparison: '<=',
  ...readDuration(groups),
  unit: 'ms',
});

/** Thresholds: what triggers, and what should hold afterwards. Other figures promise nothing. */
const figureOf = (read: Read, around: Around): readonly Claim[] => {
  const { text, base } = read;
  const about = aboutFigure(read, around);
  if (about === undefined) return [];
  const match = firstFigure(text);
  const lasting = about === 'trigger' ? LASTING.exec(text) : null;
  if (match === undefined || match.index > (lasting?.index ?? Infinity))
    return lasting === null
      ? []
      : [
          {
            about,
            ...base,
            ...subjectBefore(read, lasting.index),
            ...inTime(lasting.slice(1)),
            comparison: '>',
          },
        ];
  const [, sign = '', number = '', unit, per] = match;
  const value = Number(number.replaceAll(',', ''));
  const within =
    about === 'threshold' ? (WITHIN.exec(text.slice(match.index)) ?? WITHIN_FIRST.exec(text)) : null;
  return [
    {
      about,
      ...base,
      ...subjectBefore(read, match.index),
      comparison: comparisonOf(sign, text.slice(0, match.index)),
      ...measured(value, per === undefined ? unit : `per ${per.startsWith('s') ? 'second' : 'minute'}`),
      ...(lasting === null ? {} : { lasting: readDuration(lasting.slice(1)).value }),
      ...(within === null ? {} : { within: readDuration(within.slice(1)).value }),
    },
  ];
};

/** "From above 5% to below 1%": what it was before is not meant. */
const firstFigure = (text: string): RegExpExecArray | undefined => {
  for (const match of matchesOf(FIGURE, text))
    if (!/\bfrom\s+$/i.test(text.slice(0, match.index))) return match;
  return undefined;
};

const aboutFigure = (read: Read, { symptoms, verifies }: Around): ClaimKind | undefined => {
  const { text } = read;
  if (triggers(read) || (symptoms && COMPARED.test(text))) return 'trigger';
  if (verifies && KEPT_UNDER.test(text) && !CASE.test(text)) return 'threshold';
  return SHOULD.test(text) || keptSubject(read) !== undefined ? 'threshold' : undefined;
};

const CASE = /\b(?:if|unless|when|while|until)\b/i;

const triggers = ({ text, depth }: Read): boolean =>
  TRIGGERS.test(text) || (depth !== undefined && depth > 1 && TRIGGER_HEADING.test(text));

const keptSubject = ({ text, item }: Read): string | undefined => (item ? KEEPS.exec(text)?.[1] : undefined);

const subjectBefore = (read: Read, index: number): Pick<Claim, 'subject'> => {
  const subject = keptSubject(read) ?? subjectOf(read.text.slice(0, index));
  return subject === undefined ? {} : { subject };
};

/** The words right before a figure, without the name of the alert. */
const subjectOf = (before: string): string | undefined => {
  const words = before
    .replaceAll(/^\W*\w+:\s*/g, '')
    .split(/[—–:.,(]|\s-\s/)
    .at(-1)
    ?.replace(/\b(?:for|is|are|should|must|will|not|be|drop|well|below)\b.*$/i, '')
    .trim();
  return words === undefined || words === '' || words.length > 60 ? undefined : words;
};

type Comparison = NonNullable<Claim['comparison']>;

const comparisonOf = (sign: string, before: string): Comparison => {
  const said = signOf(sign);
  return NEGATED.test(before) ? OPPOSITE[said] : said;
};

const signOf = (sign: string): Comparison => {
  if (/^(?:>=|≥|at least)$/i.test(sign)) return '>=';
  if (/^(?:<=|≤|at most|up to)$/i.test(sign)) return '<=';
  return /^(?:<|below|under|(?:less|lower|fewer) than|drops? below)$/i.test(sign) ? '<' : '>';
};

/** "Should not exceed", "must never be above", "no more than". */
const NEGATED = /(?:\b(?:no|not|never|cannot)|n't)(?:\s+(?:be|go|get|rise|grow|drop|fall|stay))?\s*$/i;

const OPPOSITE: Readonly<Record<Comparison, Comparison>> = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  '=': '=',
};

const BYTES: Readonly<Record<string, number>> = { k: 1024, m: 1024 ** 2, g: 1024 ** 3, t: 1024 ** 4 };

const measured = (value: number, unit: string | undefined): Pick<Claim, 'value' | 'unit'> => {
  if (unit === undefined) return { value, unit: 'count' };
  if (unit === '%') return { value, unit: '%' };
  if (/b$/i.test(unit) && /^[kmgt]/i.test(unit))
    return { value: value * (BYTES[unit[0]?.toLowerCase() ?? ''] ?? 1), unit: 'bytes' };
  if (/^(?:\/s|per second)/i.test(unit)) return { value, unit: 'per-second' };
  if (/^(?:\/min|per minute)/i.test(unit)) return { value, unit: 'per-minute' };
  return { value: readDuration([String(value), undefined, unit]).value, unit: 'ms' };
};

/** A column "Expected output": each cell is about the command of its row. */
const expectedInRows = ({ children: [header, ...rows] }: Table): readonly Claim[] => {
  const column = header?.children.findIndex((cell) => OUTPUT_COLUMN.test(textOf(cell).trim())) ?? -1;
  if (column < 0) return [];
  return rows.flatMap((row) => {
    const cell = row.children[column];
    if (cell === undefined) return [];
    return expectedAt(linesOf(row)[0], textWithCode(cell).trim());
  });
};

/** What the command of a line must show. */
const expectedAt = (line: number, shown: string): readonly Claim[] => {
  const text = `Expected: ${shown}`;
  const sentence: Sentence = { text, lines: [line, line], lineAt: () => line, noted: true };
  const output = [...outputOf(sentence), ...statusOf(sentence, text)];
  const base = { text, lines: sentence.lines };
  return output.length > 0
    ? output
    : figureOf({ ...sentence, text: inOneUnit(text), base }, { symptoms: false, verifies: true });
};

const statusOf = ({ noted, lineAt, text: said }: Sentence, text: string): readonly Claim[] => {
  const match = noted || STATUS_CUE.test(text) ? HTTP_STATUS.exec(text) : null;
  if (match === null) return [];
  const subject = /`?(\/[\w./-]+)`?/.exec(text.slice(0, match.index))?.[1];
  const line = lineAt(match.index);
  return [
    {
      about: 'http-status',
      text: said,
      lines: [line, line],
      comparison: '=',
      value: Number(match[1]),
      unit: 'status',
      ...(subject === undefined ? {} : { subject }),
    },
  ];
};

const STATUS_CUE = /\b(?:should|expect\w*|verify)\b|\breturns\s+`?2\d\d/i;
