/** Go's text/template, as far as Docker's `--format` is used: the words of an action, and the text between the actions. */

export type Piece =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'action'; readonly tokens: readonly Token[] };

export interface Token {
  readonly type: 'word' | 'field' | 'variable' | 'string' | 'number' | 'punctuation';
  readonly text: string;
  /** Right after a space: `index . 0` has two arguments, `$x.Name` is one. */
  readonly spaced: boolean;
  /** Offsets in the template, end excluded. */
  readonly start: number;
  readonly end: number;
}

/** The template is wrong or does not fit the data; the message is Go's. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
}

/** The message that says where in the template the data did not fit. */
export class ExecutionError extends TemplateError {}

const ACTION = /\{\{(-\s)?((?:"(?:[^"\\]|\\.)*"|`[^`]*`|(?!\}\})[^"`])*?)(\s-)?\}\}/sy;

/** @throws TemplateError */
export const lexTemplate = (source: string): readonly Piece[] => {
  const pieces: Piece[] = [];
  let position = 0;
  let trimNext = false;
  const addText = (text: string, trimEnd: boolean) => {
    const start = trimNext ? text.trimStart() : text;
    const trimmed = trimEnd ? start.trimEnd() : start;
    if (trimmed !== '') pieces.push({ type: 'text', text: trimmed });
  };
  for (;;) {
    const open = source.indexOf('{{', position);
    if (open < 0) break;
    ACTION.lastIndex = open;
    const match = ACTION.exec(source);
    if (match === null) throw new TemplateError('unclosed action');
    addText(source.slice(position, open), match[1] !== undefined);
    trimNext = match[3] !== undefined;
    position = ACTION.lastIndex;
    const inside = (match[2] ?? '').trim();
    if (!/^\/\*.*\*\/$/s.test(inside))
      pieces.push({ type: 'action', tokens: lexAction(inside, source.indexOf(inside, open)) });
  }
  addText(source.slice(position), false);
  return pieces;
};

const TOKEN =
  /(?<space>\s*)(?:(?<string>"(?:[^"\\]|\\.)*"|`[^`]*`)|(?<number>[+-]?\d+(?:\.\d+)?)|(?<field>\.[\p{L}_][\p{L}\p{N}_]*)|(?<variable>\$[\p{L}\p{N}_]*)|(?<word>[\p{L}_][\p{L}\p{N}_]*)|(?<punctuation>:=|[|().,=]))/uy;

const lexAction = (inside: string, offset: number): readonly Token[] => {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < inside.trimEnd().length) {
    const start = TOKEN.lastIndex;
    const groups = TOKEN.exec(inside)?.groups;
    if (groups === undefined)
      throw new TemplateError(`unexpected ${JSON.stringify(inside.slice(start).trim()[0])} in command`);
    tokens.push(token(groups, offset + TOKEN.lastIndex));
  }
  return tokens;
};

const KINDS = ['string', 'number', 'field', 'variable', 'word', 'punctuation'] as const;

const token = (groups: Readonly<Record<string, string | undefined>>, end: number): Token => {
  const type = KINDS.find((kind) => groups[kind] !== undefined) ?? 'punctuation';
  const text = groups[type] ?? '';
  return { type, text, spaced: groups['space'] !== '', start: end - text.length, end };
};
