import { createRequire } from 'node:module';

/** A mark as it stands, not yet checked. */
export interface WrittenMark {
  readonly name: string;
  /** `undefined` where it is a word alone. */
  readonly value: string | undefined;
  /** As it stands: `timeout=30s`. */
  readonly text: string;
  /** Where it stands in the text that was read. */
  readonly offset: number;
}

export interface MarksRead {
  readonly marks: readonly WrittenMark[];
  /** What is no mark by its form. */
  readonly unread: readonly { readonly text: string; readonly offset: number }[];
}

const ATTRIBUTE =
  /(?<=^|[\s{,])([A-Za-z][\w-]*)(?:=("(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'{},]+))?(?=$|[\s},])|[^\s{},]+/g;

/** `role=verify timeout=30s expect="is up" skip`, or the same as JSON: `{"role": "verify", "skip": true}`. */
export const readAttributes = (text: string): MarksRead => {
  const start = /^\s*/.exec(text)?.[0].length ?? 0;
  if (/^\s*\{\s*"/.test(text)) return readJson(text.slice(start), start);
  const marks: WrittenMark[] = [];
  const unread: { text: string; offset: number }[] = [];
  for (const { 0: own, 1: name, 2: value, index } of text.matchAll(ATTRIBUTE)) {
    if (name === undefined) unread.push({ text: own, offset: index });
    else
      marks.push({
        name,
        value: value === undefined ? undefined : unquoted(value),
        text: own,
        offset: index,
      });
  }
  return { marks, unread };
};

const unquoted = (value: string): string =>
  /^["']/.test(value) ? value.slice(1, -1).replaceAll(/\\(["\\])/g, '$1') : value;

const readJson = (text: string, offset: number): MarksRead => {
  let value: object;
  try {
    value = JSON.parse(text) as object;
  } catch {
    return { marks: [], unread: [{ text: text.trim(), offset }] };
  }
  return {
    marks: Object.entries(value).map(([name, own]) => ({
      name,
      value: String(own),
      text: `${name}=${String(own)}`,
      offset: offset + text.indexOf(`"${name}"`),
    })),
    unread: [],
  };
};

/** The mapping `drill:` in YAML front matter; other keys are somebody else's. */
export const readFrontMatter = (text: string): MarksRead => {
  if (!/^drill:/m.test(text)) return { marks: [], unread: [] };
  // Loaded only here: it would cost each start as much as reading a runbook does, and this must not wait.
  const { isMap, isScalar, parseDocument } = createRequire(import.meta.url)('yaml') as typeof import('yaml');
  const document = parseDocument(text);
  const drill = document.get('drill');
  const [error] = document.errors;
  if (error !== undefined || !isMap(drill))
    return { marks: [], unread: [{ text: 'drill:', offset: error?.pos[0] ?? text.search(/^drill:/m) }] };
  return {
    marks: drill.items.map(({ key, value }) => {
      const [name, own] = [key, value].map((node) => String(isScalar(node) ? node.value : node));
      const at = isScalar(key) ? key.range?.[0] : undefined;
      return { name: name ?? '', value: own, text: `${name}: ${own}`, offset: at ?? 0 };
    }),
    unread: [],
  };
};
