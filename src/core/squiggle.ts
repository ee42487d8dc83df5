import type { Diagnostic, Severity } from './diagnostic.ts';
import type { Location } from './location.ts';
import { readableLine } from './readable.ts';
import { shortPath } from './short-path.ts';
import { widthOf } from './width.ts';

type Paint = (text: string) => string;

/** How severities are painted; `src/report/style.ts` has one. */
export interface SquiggleStyle {
  readonly bad: Paint;
  readonly unsure: Paint;
  readonly faint: Paint;
  readonly strong: Paint;
}

/** The text of a file, or `undefined` where it cannot be had. */
export type SourceOf = (file: string) => string | undefined;

/** Longer lines are cut around the squiggle. */
const LONGEST = 120;

/** Diagnostics for people: place, message, the line with a squiggle, and the hint; then how many there are. */
export const renderDiagnostics = (
  diagnostics: readonly Diagnostic[],
  style: SquiggleStyle,
  sourceOf: SourceOf,
  cwd: string,
): string => {
  const blocks = diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, style, sourceOf, cwd));
  return `${blocks.join('\n')}\n${summary(diagnostics)}\n`;
};

/** One diagnostic: place, message, the line with a squiggle, the hint. Ends with a line break. */
export const renderDiagnostic = (
  { severity, code, message, location, hint }: Diagnostic,
  style: SquiggleStyle,
  sourceOf: SourceOf,
  cwd: string,
): string => {
  const paint = painter(severity, style);
  const place = location === undefined ? '' : `${style.strong(placeOf(location, cwd))} `;
  return [
    `${place}${paint(severity)} ${readableLine(message)} ${style.faint(`[${code}]`)}`,
    ...(location === undefined ? [] : excerpt(location, paint, style, sourceOf)),
    ...(hint === undefined ? [] : [`  hint: ${readableLine(hint)}`]),
    '',
  ].join('\n');
};

const painter = (severity: Severity, style: SquiggleStyle): Paint =>
  ({ error: style.bad, warning: style.unsure, info: style.faint })[severity];

const placeOf = ({ file, line, column }: Location, cwd: string): string =>
  `${readableLine(shortPath(file, cwd))}:${line}:${column}`;

const excerpt = (
  location: Location,
  paint: Paint,
  style: SquiggleStyle,
  sourceOf: SourceOf,
): readonly string[] => {
  const source = sourceOf(location.file)?.split(/\r\n|\n|\r/)[location.line - 1];
  if (source === undefined || source.trim() === '') return [];
  const text = readableLine(source);
  const from = Math.min(location.column - 1, text.length);
  const to = Math.min(
    location.endLine === location.line ? (location.endColumn ?? text.length + 1) - 1 : text.trimEnd().length,
    text.length,
  );
  const cut = from > LONGEST - 20 ? from - 20 : 0;
  const gutter = `${String(location.line).padStart(5)} │ `;
  const marked = text.slice(from, Math.min(to, cut + LONGEST));
  const squiggle = '~'.repeat(Math.max(1, widthOf(marked)));
  const indent = ' '.repeat(widthOf(text.slice(cut, from)));
  return [
    `${style.faint(gutter)}${text.slice(cut, cut + LONGEST)}`,
    `${style.faint(`${' '.repeat(5)} │ `)}${indent}${paint(squiggle)}`,
  ];
};

/** `2 errors, 1 warning`. */
export const summary = (diagnostics: readonly Diagnostic[]): string => {
  const count = (severity: Severity): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const parts = (['error', 'warning', 'info'] as const)
    .map((severity) => ({ severity, number: count(severity) }))
    .filter(({ number }) => number > 0)
    .map(({ severity, number }) => `${number} ${severity}${number === 1 || severity === 'info' ? '' : 's'}`);
  return parts.join(', ');
};
