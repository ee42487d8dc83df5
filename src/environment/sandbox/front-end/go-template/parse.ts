import { lexTemplate, TemplateError, type Piece, type Token } from './lex.ts';

/**
 * ```
 * list     = { text | action }
 * action   = pipeline | 'if' … | 'range' … | 'with' … | variable ':=' pipeline
 * block    = keyword [ variables ':=' ] pipeline list { 'else' 'if' pipeline list } [ 'else' list ] 'end'
 * pipeline = command { '|' command }
 * command  = operand { operand }
 * operand  = ( '.' | field | variable | literal | function | '(' pipeline ')' ) { field }
 * ```
 */
export type Node =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'print'; readonly pipeline: Pipeline }
  | { readonly type: 'set'; readonly variable: string; readonly pipeline: Pipeline }
  | {
      readonly type: 'if' | 'range' | 'with';
      readonly variables: readonly string[];
      readonly pipeline: Pipeline;
      readonly body: readonly Node[];
      readonly otherwise: readonly Node[];
    };

/** Each command's result is the last argument of the next. */
export type Pipeline = readonly Command[];

export interface Command {
  readonly operands: readonly Operand[];
  readonly source: Source;
}

/** A part of the template, for messages. */
export interface Source {
  readonly text: string;
  readonly start: number;
}

export interface Field {
  readonly name: string;
  readonly start: number;
}

export type Operand = Base & { readonly fields: readonly Field[]; readonly source: Source };

type Base =
  | { readonly type: 'dot' }
  | { readonly type: 'variable' | 'function'; readonly name: string }
  | { readonly type: 'literal'; readonly value: unknown }
  | { readonly type: 'pipeline'; readonly pipeline: Pipeline };

/** @throws TemplateError with Go's message */
export const parseTemplate = (source: string, functions: Known): readonly Node[] =>
  new Parser(lexTemplate(source), source, functions).template();

/** Functions that a template may name. */
type Known = Readonly<Record<string, unknown>>;

/** What ends a command. */
const ENDS = new Set(['|', ')']);
const BLOCKS = ['if', 'range', 'with'] as const;
const ABSENT = new Set(['define', 'template', 'block', 'break', 'continue']);

class Parser {
  readonly #pieces: readonly Piece[];
  readonly #source: string;
  readonly #functions: Known;
  #position = 0;

  constructor(pieces: readonly Piece[], source: string, functions: Known) {
    this.#pieces = pieces;
    this.#source = source;
    this.#functions = functions;
  }

  template(): readonly Node[] {
    const { nodes, end } = this.#list();
    if (end !== undefined) throw new TemplateError(`unexpected {{${end.word}}}`);
    return nodes;
  }

  /** Up to the action that ends the list. */
  #list(): { nodes: Node[]; end: { word: 'else' | 'end'; tokens: Tokens } | undefined } {
    const nodes: Node[] = [];
    for (let piece = this.#next(); piece !== undefined; piece = this.#next()) {
      if (piece.type === 'text') {
        nodes.push(piece);
        continue;
      }
      const tokens = new Tokens(piece.tokens, this.#source, this.#functions);
      const word = tokens.takeWord(['else', 'end']);
      if (word !== undefined) return { nodes, end: { word, tokens } };
      nodes.push(this.#action(tokens));
    }
    return { nodes, end: undefined };
  }

  #action(tokens: Tokens): Node {
    const block = tokens.takeWord(BLOCKS);
    if (block !== undefined) return this.#block(block, tokens);
    const variables = tokens.assignment();
    const pipeline = tokens.wholePipeline();
    const [variable] = variables;
    return variable === undefined ? { type: 'print', pipeline } : { type: 'set', variable, pipeline };
  }

  #block(type: (typeof BLOCKS)[number], tokens: Tokens): Node {
    const variables = tokens.assignment();
    const pipeline = tokens.wholePipeline(type);
    const { nodes: body, end } = this.#list();
    if (end === undefined) throw new TemplateError('unexpected EOF');
    const otherwise = end.word === 'else' ? this.#otherwise(end.tokens) : [];
    return { type, variables, pipeline, body, otherwise };
  }

  #otherwise(tokens: Tokens): readonly Node[] {
    const chained = tokens.takeWord(['if', 'with']);
    if (chained !== undefined) return [this.#block(chained, tokens)];
    const { nodes, end } = this.#list();
    if (end?.word !== 'end') throw new TemplateError(end ? 'expected end; found {{else}}' : 'unexpected EOF');
    return nodes;
  }

  #next(): Piece | undefined {
    return this.#pieces[this.#position++];
  }
}

class Tokens {
  readonly #tokens: readonly Token[];
  readonly #source: string;
  readonly #functions: Known;
  #position = 0;

  constructor(tokens: readonly Token[], source: string, functions: Known) {
    this.#tokens = tokens;
    this.#source = source;
    this.#functions = functions;
  }

  takeWord<const Word extends string>(words: readonly Word[]): Word | undefined {
    const token = this.#tokens[this.#position];
    const found = token?.type === 'word' ? words.find((word) => word === token.text) : undefined;
    if (found !== undefined) this.#position += 1;
    return found;
  }

  /** `$x :=`, `$i, $x :=`; empty when there is none. */
  assignment(): readonly string[] {
    const sign = this.#tokens.findIndex(({ text }) => text === ':=' || text === '=');
    if (sign < 0) return [];
    const variables = this.#tokens.slice(this.#position, sign).filter(({ text }) => text !== ',');
    if (variables.length === 0 || variables.some(({ type }) => type !== 'variable'))
      throw new TemplateError('unexpected ":=" in operand');
    this.#position = sign + 1;
    return variables.map(({ text }) => text);
  }

  wholePipeline(of = 'command'): Pipeline {
    if (this.#peek() === undefined) throw new TemplateError(`missing value for ${of}`);
    const pipeline = this.#pipeline();
    const left = this.#tokens[this.#position];
    if (left !== undefined) throw new TemplateError(`unexpected ${JSON.stringify(left.text)} in operand`);
    return pipeline;
  }

  #pipeline(): Pipeline {
    const commands: Command[] = [this.#command()];
    while (this.#take('|')) commands.push(this.#command());
    return commands;
  }

  #command(): Command {
    const start = this.#position;
    const operands: Operand[] = [];
    for (let next = this.#peek(); next !== undefined && !ENDS.has(next.text); next = this.#peek())
      operands.push(this.#operand());
    if (operands.length === 0) throw new TemplateError('missing value for command');
    return { operands, source: this.#since(start) };
  }

  #operand(): Operand {
    const start = this.#position;
    const base = this.#base();
    const fields = this.#fields(base.type === 'dot');
    return { ...base, fields, source: this.#since(start) };
  }

  /** What stands before the fields. */
  #base(): Base {
    const token = this.#tokens[this.#position];
    if (token?.type === 'field') return { type: 'dot' };
    this.#position += 1;
    if (token?.text === '(') {
      const pipeline = this.#pipeline();
      if (!this.#take(')')) throw new TemplateError('unclosed left paren');
      return { type: 'pipeline', pipeline };
    }
    if (token?.text === '.' && token.type === 'punctuation') return { type: 'dot' };
    if (token?.type === 'variable') return { type: 'variable', name: token.text };
    return token?.type === 'word' ? this.#word(token.text) : literal(token);
  }

  #word(name: string): Base {
    if (ABSENT.has(name)) throw new TemplateError(`unexpected {{${name}}}`);
    if (name === 'nil') return { type: 'literal', value: undefined };
    if (name === 'true' || name === 'false') return { type: 'literal', value: name === 'true' };
    if (!Object.hasOwn(this.#functions, name)) throw new TemplateError(`function "${name}" not defined`);
    return { type: 'function', name };
  }

  /** `.A.B`; a space ends the chain. */
  #fields(first: boolean): readonly Field[] {
    const fields: Field[] = [];
    for (let next = this.#peek(); next?.type === 'field'; next = this.#peek()) {
      if (next.spaced && !(first && fields.length === 0)) break;
      fields.push({ name: next.text.slice(1), start: next.start });
      this.#position += 1;
    }
    return fields;
  }

  /** The template's text from a token up to here. */
  #since(position: number): Source {
    const start = this.#tokens[position]?.start ?? 0;
    const end = this.#tokens[this.#position - 1]?.end ?? start;
    return { text: this.#source.slice(start, end), start };
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#position];
  }

  #take(text: string): boolean {
    const token = this.#peek();
    const taken = token?.type === 'punctuation' && token.text === text;
    if (taken) this.#position += 1;
    return taken;
  }
}

const literal = (token: Token | undefined): Base => {
  if (token?.type === 'number') return { type: 'literal', value: Number(token.text) };
  if (token?.type === 'string') return { type: 'literal', value: unquote(token.text) };
  throw new TemplateError(`unexpected ${JSON.stringify(token?.text ?? '')} in operand`);
};

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '"': '"', '\\': '\\' };

const unquote = (quoted: string): string =>
  quoted.startsWith('`')
    ? quoted.slice(1, -1)
    : quoted.slice(1, -1).replaceAll(/\\(.)/gs, (whole, letter: string) => ESCAPES[letter] ?? whole);
