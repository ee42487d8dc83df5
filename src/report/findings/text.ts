import { relative } from 'node:path';
import type { Diagnostic, Severity } from '../../core/diagnostic.ts';
import { renderDiagnostic, summary, type SourceOf } from '../../core/squiggle.ts';
import type { Style } from '../style.ts';
import type { LintReport } from './model.ts';

export interface TextOptions {
  readonly style: Style;
  readonly sourceOf: SourceOf;
  readonly cwd: string;
  /** Lines that may be written. `Infinity`: all. */
  readonly height: number;
}

const WORST_FIRST: readonly Severity[] = ['error', 'warning', 'info'];

/** For people: what was read, the worst findings first, grouped by file, at most a screen of them, and a summary. */
export const findingsText = (report: LintReport, options: TextOptions): string => {
  const { style } = options;
  const groups = inOrder(
    report.diagnostics.filter(({ severity }) => options.height === Infinity || severity !== 'info'),
  );
  const shown = fitting(groups, options);
  const blocks = shown.map(
    (group, index) => `${heading(group, shown[index - 1], options)}${rendered(group, options)}`,
  );
  const hidden = report.diagnostics.length - shown.flat().length;
  return [
    `${style.strong(counts(report))}\n`,
    ...blocks,
    ...(hidden === 0 ? [] : [style.faint(`${hidden} more: --all shows them\n`)]),
    `${verdict(report, style)}\n`,
  ].join('\n');
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

const inOrder = (diagnostics: readonly Diagnostic[]): readonly Group[] => {
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const { location, code, severity, hint } = diagnostic;
    // Without a place, only the message tells two apart.
    const key = JSON.stringify([location?.file ?? diagnostic.message, code, severity, hint]);
    groups.set(key, [...(groups.get(key) ?? []), diagnostic]);
  }
  const worst = worstOf(diagnostics);
  return [...groups.values()].sort(
    ([a], [b]) =>
      (worst.get(fileOf(a)) ?? 0) - (worst.get(fileOf(b)) ?? 0) ||
      fileOf(a).localeCompare(fileOf(b)) ||
      rank(a) - rank(b) ||
      (a?.location?.line ?? 0) - (b?.location?.line ?? 0),
  );
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

/** As many as fit; always one. */
const fitting = (groups: readonly Group[], options: TextOptions): readonly Group[] => {
  let left = options.height - 5;
  const end = groups.findIndex((group, index) => {
    const text = heading(group, groups[index - 1], options) + rendered(group, options);
    left -= text.split('\n').length;
    return left < 0 && index > 0;
  });
  return end < 0 ? groups : groups.slice(0, end);
};

const heading = (group: Group, before: Group | undefined, { style, cwd }: TextOptions): string => {
  const file = fileOf(group[0]);
  return file === '' || file === fileOf(before?.[0])
    ? ''
    : `${style.strong(`── ${relative(cwd, file)}`)}\n\n`;
};

const rendered = (group: Group, { style, sourceOf, cwd }: TextOptions): string => {
  const [first, ...others] = group;
  if (first === undefined) return '';
  const lines = others.map(({ location }) => location?.line).filter((line) => line !== undefined);
  const more =
    lines.length === 0
      ? ''
      : style.faint(`  also on line ${lines.slice(0, 12).join(', ')}${lines.length > 12 ? ', …' : ''}\n`);
  return `${renderDiagnostic(first, style, sourceOf, cwd)}${more}`;
};

const verdict = ({ diagnostics }: LintReport, style: Style): string => {
  if (diagnostics.length === 0) return style.good('Nothing found.');
  const text = summary(diagnostics);
  return diagnostics.some(({ severity }) => severity === 'error') ? style.bad(text) : text;
};
