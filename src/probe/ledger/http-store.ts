import { own } from '../../core/own.ts';
import { requestHttp } from '../../environment/dial/http.ts';
import type { StartedEnvironment } from '../../environment/model.ts';
import { oneLine, ProbeError } from '../reason.ts';
import type { LedgerStore, LedgerTarget } from './model.ts';

type HttpTarget = Extract<LedgerTarget, { http: unknown }>['http'];

const DEFAULT_BODY = { number: '{n}' };

/** Writes through the app, one POST for each number, and looks for each by its own URL or in one list. */
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
    if (!/\{(?:n|id)\}/.test(this.#target.get)) return this.#missingInList(numbers, signal);
    const missing: number[] = [];
    for (const number of numbers) if (!(await this.#has(number, signal))) missing.push(number);
    return missing;
  }

  async [Symbol.asyncDispose](): Promise<void> {}

  async #has(number: number, signal: AbortSignal): Promise<boolean> {
    const url = fill(this.#target.get, { n: `${number}`, id: this.#ids.get(number) ?? `${number}` });
    const { status, body } = await requestHttp(this.#environment, { url }, signal);
    if (status === 404 || status === 410) return false;
    if (status > 299) throw new ProbeError(oneLine(`${status}: ${body}`));
    return true;
  }

  /** A write is in the list when each value of its body that holds the number is a value of the list. */
  async #missingInList(numbers: readonly number[], signal: AbortSignal): Promise<readonly number[]> {
    const { status, body } = await requestHttp(this.#environment, { url: this.#target.get }, signal);
    if (status > 299) throw new ProbeError(oneLine(`${status}: ${body}`));
    const listed = new Set(leaves(JSON.parse(body)));
    const marks = leaves(this.#target.body ?? DEFAULT_BODY).filter((value) => value.includes('{n}'));
    return numbers.filter((number) => !marks.every((mark) => listed.has(fill(mark, { n: `${number}` }))));
  }

  #bodyOf(number: number): unknown {
    return JSON.parse(fill(JSON.stringify(this.#target.body ?? DEFAULT_BODY), { n: `${number}` }));
  }
}

const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => own(values, name) ?? placeholder);

/** All strings, numbers and truth values in it, as text. */
const leaves = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [String(value)];

const idOf = (body: string): string | undefined => {
  try {
    const { id } = JSON.parse(body) as { id?: unknown };
    return typeof id === 'string' || typeof id === 'number' ? `${id}` : undefined;
  } catch {
    return undefined;
  }
};
