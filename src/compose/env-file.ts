import type { Diagnostic } from '../core/diagnostic.ts';
import { readText } from '../core/read-file.ts';
import { interpolate, type Variables } from './interpolate.ts';
import { firstOf } from './surroundings.ts';

export interface EnvFile {
  readonly variables: Readonly<Record<string, string>>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads `.env` or an `env_file`.
 * @param outer variables that its values may refer to; they win over its own
 * @throws the error of the file system when it cannot be read
 */
export const loadEnvFile = async (file: string, outer: Variables): Promise<EnvFile> =>
  readEnvFile(await readText(file), file, outer);

/** `NAME`, `export NAME=`, `NAME: `; the rest of the line, or a quoted text, is the value. */
const NAME = /(?:export[ \t]+)?([\w.-]+)[ \t]*(?:([=:])[ \t]*|(?=\r?\n|#|$))/y;
const BLANK = /(?:\s|#[^\n]*)*/y;
const VALUE = { "'": /'((?:\\.|[^'\\])*)'/sy, '"': /"((?:\\.|[^"\\])*)"/sy, plain: /([^\n]*)/y } as const;

/** The text of a `.env` file, as Compose reads it: quotes, escapes, comments, values over several lines, `${VAR}`. */
export const readEnvFile = (text: string, file: string, outer: Variables): EnvFile => {
  const variables: Record<string, string> = {};
  const diagnostics: Diagnostic[] = [];
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) at += found[0].length;
    return found;
  };
  const problem = (start: number, message: string, hint: string): void => {
    const before = text.slice(0, start).split('\n');
    const location = { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    diagnostics.push({ code: 'invalid-env-file', severity: 'error', message, location, hint });
  };
  for (match(BLANK); at < text.length; match(BLANK)) {
    const start = at;
    const [, name, sign] = match(NAME) ?? [];
    if (name === undefined) {
      problem(start, 'this line is no NAME=value', 'write NAME=value, or begin the line with #');
      match(VALUE.plain);
      continue;
    }
    if (sign === undefined) {
      const inherited = outer[name];
      if (inherited !== undefined) variables[name] = inherited;
      continue;
    }
    const quote = text[at] as '"' | "'";
    const quoted = quote === '"' || quote === "'" ? match(VALUE[quote])?.[1] : undefined;
    if (quoted === undefined && (quote === '"' || quote === "'")) {
      problem(at, `the value of ${name} has no closing quote`, `add ${quote} at its end`);
      match(VALUE.plain);
      continue;
    }
    const raw = quoted ?? (match(VALUE.plain)?.[1] ?? '').replace(/\s#[\s\S]*$/, '').trim();
    if (quote === "'" && quoted !== undefined) {
      variables[name] = quoted.replaceAll("\\'", "'");
      continue;
    }
    const { text: value, errors } = interpolate(
      quoted === undefined ? raw : unescape(raw),
      firstOf(outer, variables),
    );
    for (const { message } of errors) problem(start, message, 'put the value in single quotes to keep its $');
    variables[name] = value;
  }
  return { variables, diagnostics };
};

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  '\\': '\\',
  $: '$$',
};

const unescape = (text: string): string =>
  text.replaceAll(/\\([nrt"\\$])/g, (_, character: string) => ESCAPES[character] ?? character);
