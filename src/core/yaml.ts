import { isMap, isNode, isPair, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { Diagnostic } from './diagnostic.ts';
import type { Location } from './location.ts';
import { failure, success, type Result } from './result.ts';

export type YamlPath = readonly (string | number)[];

/** A YAML file's value, and where each part of it stands. */
export interface YamlFile {
  readonly file: string;
  readonly value: unknown;
  /** Where the value at this path stands; of what is not there: its nearest parent. */
  locate(path: YamlPath): Location;
  /** Where the key itself stands. */
  locateKey(path: YamlPath): Location;
}

/** Reads YAML 1.2 with merge keys. All syntax errors are told, each with its place. */
export const readYaml = (text: string, file: string): Result<YamlFile> => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, merge: true, prettyErrors: false });
  if (document.errors.length > 0) {
    return failure(
      ...document.errors.map(({ message, pos }): Diagnostic => ({
        code: 'invalid-yaml',
        severity: 'error',
        message: message.replace(/\.$/, ''),
        location: spanned(file, lines, pos),
        hint: 'the file is not valid YAML here: check indentation, quotes and colons',
      })),
    );
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 1000 });
  } catch (error) {
    return failure({
      code: 'invalid-yaml',
      severity: 'error',
      message: (error as Error).message,
      location: { file, line: 1, column: 1 },
    });
  }
  return success({
    file,
    value,
    locate: (path) => spanned(file, lines, rangeOf(nodeAt(document, path))),
    locateKey: (path) => spanned(file, lines, keyRange(document, path) ?? rangeOf(nodeAt(document, path))),
  });
};

type Range = readonly [start: number, end: number];

const nodeAt = (document: Document, path: YamlPath): Node | null => {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node)) return node;
  }
  return document.contents as Node | null;
};

const keyRange = (document: Document, path: YamlPath): Range | undefined => {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(
    ({ key }) => isNode(key) && String((key as { value?: unknown }).value) === String(path.at(-1)),
  );
  return isPair(pair) && isNode(pair.key) ? rangeOf(pair.key) : undefined;
};

const rangeOf = (node: Node | null): Range => [node?.range?.[0] ?? 0, node?.range?.[1] ?? 0];

const spanned = (file: string, lines: LineCounter, [start, end]: Range): Location => {
  const from = lines.linePos(start);
  const to = lines.linePos(Math.max(start, end));
  const place = { file, line: Math.max(from.line, 1), column: Math.max(from.col, 1) };
  return to.line === from.line && to.col > from.col
    ? { ...place, endLine: to.line, endColumn: to.col }
    : place;
};

/** Is it a mapping with string keys? */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
