import { compileTemplate, TemplateError, type Template } from './go-template/execute.ts';
import { printValue } from './go-template/print.ts';
import { alignColumns } from './table.ts';
import { Refusal } from './verb.ts';

/** A row of a listing: field → what it shows, as `--format` names the fields. */
export type Row = Readonly<Record<string, unknown>>;

export interface Listing {
  /** `--format`: `table …`, `json`, a Go template; absent: `table` with the default columns. */
  readonly format: string | undefined;
  /** Fields of the table, where the caller names none. */
  readonly columns: readonly string[];
  /** Field → column header. */
  readonly headers: Row;
  readonly rows: readonly Row[];
  /** Prints no more than one field of each row: `-q`. */
  readonly only?: string;
}

/** What Docker prints for a listing (docker/cli cli/command/formatter/formatter.go). */
export const formatListing = ({ format: given, columns, headers, rows, only }: Listing): string => {
  const format = given === undefined || given === '' ? 'table' : given;
  if (format === 'json') return rows.map((row) => `${goJson(sorted(row))}\n`).join('');
  if (only !== undefined && (format === 'table' || !format.startsWith('table')))
    return rows.map((row) => `${printValue(row[only])}\n`).join('');
  if (format === 'table') {
    const cells = (row: Row) => columns.map((column) => printValue(row[column]));
    return alignColumns([cells(headers), ...rows.map(cells)]);
  }
  const table = /^table\s/.test(format);
  const template = compile(unescapeTabs(table ? format.slice('table'.length).trim() : format));
  const lines = rows.map((row) => write(template, row));
  if (!table) return lines.map((text) => `${text}\n`).join('');
  const header = write(template, headers, asIs);
  return alignColumns([header, ...lines].map((text) => text.split('\t')));
};

/** In a table's header a function gives back what it gets: `{{upper .Names}}` stands under NAMES. */
const asIs = Object.fromEntries(
  ['json', 'split', 'join', 'title', 'lower', 'upper', 'truncate', 'pad'].map((name) => [
    name,
    (...args: readonly unknown[]) => args.find((arg) => typeof arg === 'string') ?? '',
  ]),
);

/** `\t` and `\n` as typed in single quotes. */
const unescapeTabs = (format: string): string =>
  format.replaceAll(String.raw`\t`, '\t').replaceAll(String.raw`\n`, '\n');

/** Go's encoder writes these so that they can stand in HTML. */
const goJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);

const sorted = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1)));

const compile = (source: string): Template => {
  try {
    return compileTemplate(source);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw new Refusal(`failed to parse template: template: :1: ${error.message}`);
  }
};

const write = (template: Template, ...args: Parameters<Template>): string => {
  try {
    return template(...args);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const message = error.message.replace(
      /map has no entry for key "(.*)"$/,
      "can't evaluate field $1 in type *formatter.ContainerContext",
    );
    throw new Refusal(`failed to execute template: template: ${message}`);
  }
};
