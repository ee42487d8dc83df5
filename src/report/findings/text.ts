import { stripVTControlCharacters } from 'node:util';
import type { Diagnostic, Severity } from '../../core/diagnostic.ts';
import { readableLine } from '../../core/readable.ts';
import { shortPath } from '../../core/short-path.ts';
import { renderDiagnostic, summary, type SourceOf } from '../../core/squiggle.ts';
import { widthOf } from '../../core/width.ts';
import type { Style } from '../style.ts';
import type { LintReport } from './model.ts';

export interface TextOptions {
  readonly style: Style;
  readonly sourceOf: SourceOf;
  readonly cwd: string;
  /** Lines that may be written. `Infinity`: all. */
  readonly height: number;
  /** Columns of the terminal. `Infinity`: lines are not broken. */
  readonly width: number;
}

const WORST_FIRST: readonly Severity[] = ['error', 'warning', 'info'];

/**
 * For people: what was read, at most a screen of findings, and a summary. The worst of all files are shown; by file, the file
 * with the worst first.
 */
export const findingsText = (report: LintReport, options: TextOptions): string => {
  const { style } = options;
  const shown = fitting(groupsOf(report, options), options);
  const blocks = shown.map(
    (group, index) => `${heading(group, shown[index - 1], options)}${rendered(group, options)}`,
  );
  const hidden = withoutShown(report.diagnostics, shown);
  return [
    `${style.strong(counts(report))}\n`,
    ...blocks,
    ...(hidden.length === 0
      ? []
      : [`${style.faint(`${hidden.length} more (${byRule(hidden)}): --all shows them`)}\n`]),
    `${verdict(report, style)}\n`,
  ].join('\n');
};

const withoutShown = (all: readonly Diagnostic[], shown: readonly Group[]): readonly Diagnostic[] => {
  const seen = new Set(shown.flat());
  return all.filter((diagnostic) => !seen.has(diagnostic));
};

/** How many rules are named. */
const MOST = 4;

/** `30 deprecated-command, 22 stale-anchor, …`. */
const byRule = (diagnostics: readonly Diagnostic[]): string => {
  const numbers = new Map<string, number>();
  for (const { code } of diagnostics) numbers.set(code, (numbers.get(code) ?? 0) + 1);
  const parts = [...numbers].sort(([, a], [, b]) => b - a).map(([code, number]) => `${number} ${code}`);
  return [...parts.slice(0, MOST), ...(parts.length > MOST ? ['…'] : [])].join(', ');
};

const counts = ({ runbooks }: LintReport): string => {
  const sum = (of: 'procedures' | 'commands'): number =>
    runbooks.reduce((total, each) => total + each[of], 0);
  const parts = [
    [runbooks.length, 'runbook'],
    [sum('procedures'), 'procedure'],
    [sum('commands'), 'command'],
  ] as const;
  return `Read ${parts.map(([number, noun]) => `${number} ${noun}${number === 1 ? '' : 's'}`).join(', ')}.`;
};

/** The same thing in one file, said once: the first, and the lines of the others. */
type Group = readonly Diagnostic[];

const groupsOf = ({ diagnostics }: LintReport, { height }: TextOptions): readonly Group[] => {
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const { location, code, severity, hint } = diagnostic;
    if (severity === 'info' && height !== Infinity) continue;
    // Without a place, only the message tells two apart.
    const key = JSON.stringify([location?.file ?? diagnostic.message, code, severity, hint]);
    groups.set(key, [...(groups.get(key) ?? []), diagnostic]);
  }
  return [...groups.values()];
};

const fileOf = (diagnostic: Diagnostic | undefined): string => diagnostic?.location?.file ?? '';

const rank = (diagnostic: Diagnostic | undefined): number =>
  WORST_FIRST.indexOf(diagnostic?.severity ?? 'info');

/** Files with more errors first, then those with more warnings. */
const worstOf = (diagnostics: readonly Diagnostic[]): ReadonlyMap<string, number> => {
  const weights = new Map<string, number>();
  for (const diagnostic of diagnostics) {
    const weight = [-1_000_000, -1000, 0][rank(diagnostic)] ?? 0;
    weights.set(fileOf(diagnostic), (weights.get(fileOf(diagnostic)) ?? 0) + weight);
  }
  return weights;
};

/** By code units: what a language's own order needs takes longer to load than all else here. */
const byName = (a: string, b: string): number => Number(a > b) - Number(a < b);

/** As many as fit, and always one: errors of any file before warnings. Then in the order in which they are shown. */
const fitting = (groups: readonly Group[], options: TextOptions): readonly Group[] => {
  const worst = worstOf(groups.flat());
  const byFile = ([a]: Group, [b]: Group): number =>
    (worst.get(fileOf(a)) ?? 0) - (worst.get(fileOf(b)) ?? 0) || byName(fileOf(a), fileOf(b));
  const byLine = ([a]: Group, [b]: Group): number => (a?.location?.line ?? 0) - (b?.location?.line ?? 0);
  const bySeverity = ([a]: Group, [b]: Group): number => rank(a) - rank(b);
  const files = new Set<string>();
  let left = options.height - 5;
  const chosen: Group[] = [];
  for (const group of groups.toSorted((a, b) => bySeverity(a, b) || byFile(a, b) || byLine(a, b))) {
    const file = fileOf(group[0]);
    left -= rows(rendered(group, options), options.width) + (file === '' || files.has(file) ? 0 : 2);
    if (left < 0 && chosen.length > 0) break;
    files.add(file);
    chosen.push(group);
  }
  return chosen.sort((a, b) => byFile(a, b) || bySeverity(a, b) || byLine(a, b));
};

/** Rows that a terminal needs, an empty one after it included. */
const rows = (text: string, width: number): number =>
  text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(stripVTControlCharacters(line)) / width)), 0);

const heading = (group: Group, before: Group | undefined, { style, cwd }: TextOptions): string => {
  const file = fileOf(group[0]);
  return file === '' || file === fileOf(before?.[0])
    ? ''
    : `${style.strong(`── ${readableLine(shortPath(file, cwd))}`)}\n\n`;
};

const rendered = (group: Group, { style, sourceOf, cwd }: TextOptions): string => {
  const [first, ...others] = group;
  if (first === undefined) return '';
  const lines = others.map(({ location }) => location?.line).filter((line) => line !== undefined);
  const more =
    lines.length === 0
      ? ''
      : `${style.faint(`  also on line ${lines.slice(0, 12).join(', ')}${lines.length > 12 ? ', …' : ''}`)}\n`;
  return `${renderDiagnostic(first, style, sourceOf, cwd)}${more}`;
};

const verdict = ({ runbooks, diagnostics, repairable }: LintReport, style: Style): string => {
  if (diagnostics.length === 0 && runbooks.length === 0)
    return 'Nothing to check: the configuration ignores all of it.';
  if (diagnostics.length === 0) {
    return runbooks.some(({ commands }) => commands > 0)
      ? style.good('Nothing found.')
      : 'Nothing to check: there is no command in it.';
  }
  const text = summary(diagnostics);
  const total = diagnostics.some(({ severity }) => severity === 'error') ? style.bad(text) : text;
  return repairable === 0
    ? total
    : `${total}; ${repairable} can be repaired: --fix (with --dry-run the changes are only shown)`;
};
