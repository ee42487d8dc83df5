import { functions as standard, truth, type TemplateFunction } from './functions.ts';
import { ExecutionError, TemplateError } from './lex.ts';
import { parseTemplate, type Command, type Node, type Operand, type Pipeline, type Source } from './parse.ts';
import { printValue } from './print.ts';

export { TemplateError } from './lex.ts';

/** A template that was read; writes data. */
export type Template = (data: unknown, functions?: Readonly<Record<string, TemplateFunction>>) => string;

/**
 * Reads a Go template: fields, pipelines, `if`, `range`, `with`, variables, comments, trim marks, and Docker's functions.
 * @throws TemplateError when it is no template; the result throws it when the data does not have a field. Go's messages.
 */
export const compileTemplate = (source: string): Template => {
  const nodes = parseTemplate(source, standard);
  return (data, functions = {}) =>
    new Execution(source, data, { ...standard, ...functions }).list(nodes, data);
};

class Execution {
  readonly #variables = new Map<string, unknown>();
  readonly #functions: Readonly<Record<string, TemplateFunction>>;
  readonly #template: string;

  constructor(template: string, data: unknown, functions: Readonly<Record<string, TemplateFunction>>) {
    this.#functions = functions;
    this.#template = template;
    this.#variables.set('$', data);
  }

  list(nodes: readonly Node[], dot: unknown): string {
    return nodes.map((node) => this.#node(node, dot)).join('');
  }

  #node(node: Node, dot: unknown): string {
    if (node.type === 'text') return node.text;
    const value = this.#pipeline(node.pipeline, dot);
    if (node.type === 'print') return printValue(value);
    if (node.type === 'range') return this.#range(node, value, dot);
    const [variable] = node.type === 'set' ? [node.variable] : node.variables;
    if (variable !== undefined) this.#variables.set(variable, value);
    if (node.type === 'set') return '';
    if (!truth(value)) return this.list(node.otherwise, dot);
    return this.list(node.body, node.type === 'with' ? value : dot);
  }

  #range(node: Extract<Node, { type: 'if' | 'range' | 'with' }>, value: unknown, dot: unknown): string {
    const items = entriesOf(value);
    if (items.length === 0) return this.list(node.otherwise, dot);
    const [first, second] = node.variables;
    return items
      .map(([key, item]) => {
        if (first !== undefined) this.#variables.set(first, second === undefined ? item : key);
        if (second !== undefined) this.#variables.set(second, item);
        return this.list(node.body, item);
      })
      .join('');
  }

  #pipeline(pipeline: Pipeline, dot: unknown): unknown {
    const none = Symbol('first command');
    return pipeline.reduce<unknown>(
      (last, command) => this.#command(command, dot, last === none ? [] : [last]),
      none,
    );
  }

  #command({ operands: [head, ...rest], source }: Command, dot: unknown, last: readonly unknown[]): unknown {
    const args = () => [...rest.map((operand) => this.#operand(operand, dot)), ...last];
    if (head?.type === 'function') {
      const call = this.#functions[head.name];
      return this.#call(`error calling ${head.name}: `, source, () => call?.(...args()));
    }
    const value = head === undefined ? undefined : this.#operand(head, dot);
    // A method: `.Label "name"`.
    if (typeof value === 'function')
      return this.#call('', source, () => (value as TemplateFunction)(...args()));
    if (rest.length + last.length > 0)
      throw this.#failure(source, `can't give argument to non-function ${head?.source.text}`);
    return value;
  }

  /** Says where a function failed, unless that is said already. */
  #call(prefix: string, source: Source, call: () => unknown): unknown {
    try {
      return call();
    } catch (error) {
      if (error instanceof ExecutionError || !(error instanceof TemplateError)) throw error;
      throw this.#failure(source, prefix + error.message);
    }
  }

  #operand(operand: Operand, dot: unknown): unknown {
    const base = this.#base(operand, dot);
    return operand.fields.reduce<unknown>((value, { name, start }) => {
      if (typeof value === 'object' && value !== null && Object.hasOwn(value, name))
        return (value as Readonly<Record<string, unknown>>)[name];
      throw this.#failure({ text: operand.source.text, start }, `map has no entry for key "${name}"`);
    }, base);
  }

  #base(operand: Operand, dot: unknown): unknown {
    if (operand.type === 'dot') return dot;
    if (operand.type === 'literal') return operand.value;
    if (operand.type === 'pipeline') return this.#pipeline(operand.pipeline, dot);
    if (operand.type === 'function')
      return this.#command({ operands: [operand], source: operand.source }, dot, []);
    if (!this.#variables.has(operand.name)) throw new TemplateError(`undefined variable "${operand.name}"`);
    return this.#variables.get(operand.name);
  }

  /** Line 1, columns from 0, as Go counts them. */
  #failure({ text, start }: Source, message: string): ExecutionError {
    const before = this.#template.slice(0, start).split('\n');
    const column = before.at(-1)?.length ?? 0;
    return new ExecutionError(`:${before.length}:${column}: executing "" at <${text}>: ${message}`);
  }
}

const entriesOf = (value: unknown): readonly (readonly [unknown, unknown])[] => {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.map((item: unknown, index) => [index, item]);
  if (typeof value === 'object') return Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  throw new TemplateError(`range can't iterate over ${printValue(value)}`);
};
