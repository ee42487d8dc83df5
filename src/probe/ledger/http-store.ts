import { own } from '../../core/own.ts';
import { requestHttp } from '../../environment/dial/http.ts';
import type { StartedEnvironment } from '../../environment/model.ts';
import { oneLine, ProbeError } from '../reason.ts';
import type { LedgerStore, LedgerTarget } from './model.ts';

type HttpTarget = Extract<LedgerTarget, { http: unknown }>['http'];

const DEFAULT_BODY = { number: '{n}' };

/** So far beyond the last write lies one that nobody has made: a way of looking that finds it as well can miss nothing. */
const NEVER_WRITTEN = 1_000_003;

/** All values in an answer, as text, with their keys and without. */
type Values = ReadonlySet<string>;

/**
 * Writes through the app, one POST for each number, and looks for each by its own URL or in one list: it is there when the answer
 * holds what was written. A status alone would take another row for it, where ids begin anew.
 */
export class HttpStore implements LedgerStore {
  readonly #environment: Pick<StartedEnvironment, 'dial'>;
  readonly #target: HttpTarget;
  /** What the app called them (`id` in its answers). */
  readonly #ids = new Map<number, string>();

  constructor(target: HttpTarget, environment: Pick<StartedEnvironment, 'dial'>) {
    this.#target = target;
    this.#environment = environment;
  }

  async write(number: number, signal: AbortSignal): Promise<void> {
    const url = fill(this.#target.post, { n: `${number}` });
    const json = this.#bodyOf(number);
    const { status, body } = await requestHttp(this.#environment, { url, method: 'POST', json }, signal);
    if (status < 200 || status > 299) throw new ProbeError(oneLine(`${status}: ${body}`));
    const id = idOf(body);
    if (id !== undefined) this.#ids.set(number, id);
  }

  async missing(numbers: readonly number[], signal: AbortSignal): Promise<readonly number[]> {
    const valuesFor = this.#reader(signal);
    const found = new Map<number, Values | undefined>();
    for (const number of numbers) found.set(number, await valuesFor(number));
    const marks = this.#marksShown(found);
    const isThere = (number: number, values: Values | undefined): boolean =>
      values !== undefined && marks.every((mark) => values.has(markOf(mark, number)));
    const never = Math.max(0, ...numbers) + NEVER_WRITTEN;
    // An error is no row.
    if (isThere(never, await valuesFor(never).catch(() => undefined)))
      throw new ProbeError(`${this.#target.get} answers the same for a write that was never made`);
    return numbers.filter((number) => !isThere(number, found.get(number)));
  }

  async [Symbol.asyncDispose](): Promise<void> {}

  /** Gives the values of the answer in which a write is looked for; nothing when there is none. */
  #reader(signal: AbortSignal): (number: number) => Promise<Values | undefined> {
    const { get } = this.#target;
    if (this.#isList) {
      const list = this.#valuesAt(get, signal);
      return () => list;
    }
    return (number) =>
      this.#valuesAt(fill(get, { n: `${number}`, id: this.#ids.get(number) ?? `${number}` }), signal);
  }

  async #valuesAt(url: string, signal: AbortSignal): Promise<Values | undefined> {
    const { status, body } = await requestHttp(this.#environment, { url }, signal);
    if (!this.#isList && (status === 404 || status === 410)) return undefined;
    if (status > 299) throw new ProbeError(oneLine(`${status}: ${body}`));
    return new Set(leaves(parsed(body)).flatMap(formsOf));
  }

  /**
   * By what a write is known: the values of its body that hold its number, under their key where the app keeps that; without those
   * that it never shows (a password).
   * @throws ProbeError when it answers, and shows none: whether that is the row that was written is not known then
   */
  #marksShown(found: ReadonlyMap<number, Values | undefined>): readonly string[] {
    const marks = leaves(this.#target.body ?? DEFAULT_BODY).filter(({ value }) => value.includes('{n}'));
    const isShown = (mark: string): boolean =>
      [...found].some(([number, values]) => values?.has(markOf(mark, number)));
    const shown = marks.flatMap((mark) => formsOf(mark).find(isShown) ?? []);
    if (shown.length > 0 || marks.length === 0) return shown;
    const all = marks.map(({ value }) => value);
    if (!this.#isList && [...found.values()].some((values) => values !== undefined))
      throw new ProbeError(`no answer of ${this.#target.get} holds what was written: ${all.join(', ')}`);
    return all;
  }

  get #isList(): boolean {
    return !/\{(?:n|id)\}/.test(this.#target.get);
  }

  #bodyOf(number: number): unknown {
    return JSON.parse(fill(JSON.stringify(this.#target.body ?? DEFAULT_BODY), { n: `${number}` }));
  }
}

const markOf = (mark: string, number: number): string => fill(mark, { n: `${number}` });

const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => own(values, name) ?? placeholder);

interface Leaf {
  /** The nearest one: an array's elements have that of the array. */
  readonly key: string;
  readonly value: string;
}

/** All strings, numbers and truth values in it, as text. */
const leaves = (value: unknown, key = ''): readonly Leaf[] => {
  if (typeof value !== 'object' || value === null) return [{ key, value: String(value) }];
  if (Array.isArray(value)) return value.flatMap((element) => leaves(element, key));
  return Object.entries(value).flatMap(([name, each]) => leaves(each, name));
};

/** With its key, by which a number is not taken for another (an id), and without. */
const formsOf = ({ key, value }: Leaf): readonly string[] => [`${key}: ${value}`, value];

/** Text that is no JSON is one value. */
const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return body.trim();
  }
};

const idOf = (body: string): string | undefined => {
  try {
    const { id } = JSON.parse(body) as { id?: unknown };
    return typeof id === 'string' || typeof id === 'number' ? `${id}` : undefined;
  } catch {
    return undefined;
  }
};
