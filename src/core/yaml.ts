import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Alias,
  type Document,
  type Node,
  type YAMLError,
  type YAMLMap,
  type YAMLWarning,
} from 'yaml';
import type { Diagnostic } from './diagnostic.ts';
import type { Location } from './location.ts';
import { placeAt, placeOf, setPlaces, type Place } from './places.ts';
import { failure, success, type Result } from './result.ts';

export type YamlPath = readonly (string | number)[];

/** A YAML file's value. Its mappings and lists know where their members stand (`places.ts`). */
export interface YamlFile {
  readonly file: string;
  readonly text: string;
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
  const problems = [...document.errors, ...document.warnings].filter(isNoEcho);
  if (problems.length > 0) {
    return failure(
      ...problems.map((problem) => invalid(problem, spanned(file, lines, wholeWord(problem.pos, text)))),
    );
  }
  const endless = aliasesWithin(document);
  if (endless.length > 0)
    return failure(
      ...endless.map(({ source, range }): Diagnostic => ({
        code: 'invalid-yaml',
        severity: 'error',
        message: `"*${source}" stands within what it stands for`,
        location: spanned(file, lines, [range?.[0] ?? 0, range?.[1] ?? 0]),
        hint: 'write out what it is to stand for',
      })),
    );
  const root = document.contents?.range ?? [0, 0];
  const whole = spanned(file, lines, [root[0], root[1]]);
  try {
    // Refuses aliases that would be expanded without end.
    document.toJS({ maxAliasCount: 1000 });
  } catch (error) {
    return failure({
      code: 'invalid-yaml',
      severity: 'error',
      message: (error as Error).message,
      location: { file, line: 1, column: 1 },
      hint: 'write out what the aliases ("*name") stand for',
    });
  }
  const value = toValue(document.contents, {
    document,
    place: (range) => spanned(file, lines, range),
    done: new Map(),
  });
  return success({
    file,
    text,
    value,
    locate: (path) => placeAt(value, path)?.value ?? whole,
    locateKey: (path) => placeAt(value, path)?.key ?? whole,
  });
};

/** Those that would be expanded without end. */
const aliasesWithin = (document: Document): readonly Alias[] => {
  const found: Alias[] = [];
  visit(document, {
    Alias: (_, alias, path) => {
      // To look up what it stands for takes long.
      const isNamed = path.some((node) => isNode(node) && 'anchor' in node && node.anchor === alias.source);
      if (isNamed && path.includes(alias.resolve(document) as Node)) found.push(alias);
    },
  });
  return found;
};

/** After the first one the parser is out of step, and stumbles over each word that follows. */
const isNoEcho = (
  { code }: YAMLError | YAMLWarning,
  index: number,
  all: readonly (YAMLError | YAMLWarning)[],
): boolean => code !== 'UNEXPECTED_TOKEN' || all.findIndex((other) => other.code === code) === index;

const HINTS: Partial<Record<YAMLError['code'], string>> = {
  DUPLICATE_KEY: 'keep one of them',
  MULTIPLE_DOCS: 'take out the "---" between the documents',
  TAB_AS_INDENT: 'indent with spaces',
  TAG_RESOLVE_FAILED: 'tags ("!name") are not supported here: write the value without it',
};

const invalid = ({ code, message }: YAMLError, location: Location): Diagnostic => ({
  code: 'invalid-yaml',
  severity: 'error',
  message: code === 'DUPLICATE_KEY' ? 'the same key stands here twice' : message.replace(/[.:]$/, ''),
  location,
  hint: HINTS[code] ?? 'the file is not valid YAML here: check indentation, quotes and colons',
});

/** A problem's position may be one character of the word that it is about, or the end of the file. */
const wholeWord = ([position, end]: Range, text: string): Range => {
  const start = Math.max(0, Math.min(position, text.trimEnd().length - 1));
  const word = /^[\w-]+/.exec(text.slice(start, start + 100))?.[0].length ?? 1;
  return [start, position === start ? Math.max(end, start + word) : start + 1];
};

type Range = readonly [start: number, end: number];

interface Context {
  readonly document: Document;
  readonly place: (range: Range) => Location;
  /** Values of nodes, so that each alias of a node is the very same value. */
  readonly done: Map<unknown, unknown>;
}

const toValue = (node: unknown, context: Context): unknown => {
  if (isAlias(node)) return toValue(node.resolve(context.document), context);
  if (isScalar(node)) return node.value;
  if (!isMap(node) && !isSeq(node)) return null;
  const known = context.done.get(node);
  if (known !== undefined) return known;
  const value = isMap(node) ? toMapping(node, context) : toList(node.items, context);
  context.done.set(node, value);
  return value;
};

const toList = (items: readonly unknown[], context: Context): readonly unknown[] =>
  setPlaces(
    items.map((item) => toValue(item, context)),
    new Map(
      items.map((item, index) => {
        const here = context.place(rangeOf(item));
        return [String(index), { key: here, value: here }];
      }),
    ),
  );

const toMapping = (map: YAMLMap, context: Context): object => {
  const values = new Map<string, unknown>();
  const places = new Map<string, Place>();
  for (const { key, value } of map.items) {
    const name = nameOf(key);
    if (name === '<<' && !isQuoted(key)) {
      for (const merged of [toValue(value, context)].flat()) {
        for (const [inherited, item] of Object.entries(merged ?? {})) {
          if (values.has(inherited)) continue;
          values.set(inherited, item);
          const place = placeOf(merged, inherited);
          if (place !== undefined) places.set(inherited, place);
        }
      }
    } else {
      const keyPlace = context.place(rangeOf(key));
      const range = rangeOf(value);
      values.set(name, toValue(value, context));
      places.set(name, { key: keyPlace, value: range[1] > range[0] ? context.place(range) : keyPlace });
    }
  }
  return setPlaces(Object.fromEntries(values), places);
};

const nameOf = (key: unknown): string => {
  const value = isScalar(key) ? key.value : key;
  return typeof value === 'symbol' ? (value.description ?? '') : String(value ?? '');
};

const isQuoted = (key: unknown): boolean => isScalar(key) && (key.type ?? 'PLAIN') !== 'PLAIN';

const rangeOf = (node: unknown): Range =>
  isNode(node) && node.range ? [node.range[0], node.range[1]] : [0, 0];

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
