import type { Section } from '../markdown/sections.ts';
import { cellsOf, isTableRule } from '../text/table-rows.ts';

const SEVERITY = /\b(critical|warning|info|sev-?\s?\d|p[0-4])\b/i;

/** The severity that a text names. */
export const severityIn = (text: string): string | undefined => SEVERITY.exec(text)?.[1];

/** Severities by what the rows of the file's overview name: an alert, or a heading that is linked. Lower case. */
export const severityTable = (lines: readonly string[]): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  let column = -1;
  for (const [index, line] of lines.entries()) {
    if (!/^\s*\|/.test(line)) column = -1;
    else if (isTableRule(lines[index + 1])) column = severityColumn(line);
    else if (column >= 0) {
      const cells = cellsOf(line);
      const severity = severityIn(cells[column] ?? '');
      if (severity === undefined) continue;
      for (const [at, cell] of cells.entries()) if (at !== column) found.set(nameIn(cell), severity);
    }
  }
  found.delete('');
  return found;
};

/** Where the severity of something else stands, in the header of a table; a table of severities has it first. */
const severityColumn = (header: string): number =>
  Math.max(
    0,
    cellsOf(header).findIndex((cell, index) => index > 0 && /\b(?:severity|priority)\b/i.test(cell)),
  ) || -1;

const nameIn = (cell: string): string => (/^\[([^\]]+)\]\(/.exec(cell)?.[1] ?? cell).toLowerCase();

/** What the headings around a section say of the severity that it is about: "SEV-1: Critical". */
export const severityScopes = (root: Section): ReadonlyMap<Section, string> => {
  const scopes = new Map<Section, string>();
  const visit = (section: Section, above: string | undefined): void => {
    const own = /^\W*(sev-?\s?\d|p[0-4])\b/i.exec(section.heading)?.[1] ?? above;
    if (own !== undefined) scopes.set(section, own);
    for (const child of section.children) visit(child, own);
  };
  visit(root, undefined);
  return scopes;
};
