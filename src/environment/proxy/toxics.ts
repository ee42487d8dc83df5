import { ApiError } from './api-error.ts';
import { readAttributes, readFields } from './body.ts';
import type { Connection } from './connection.ts';
import { DIRECTIONS, toxicJson } from './toxic.ts';
import type { ActiveToxic } from './toxic.ts';
import { toxicCatalogue } from './toxics/catalogue.ts';

/** The toxics of one proxy: in the order in which they were added, each at work on all open connections and new ones. */
export class Toxics {
  readonly #toxics: ActiveToxic[] = [];
  readonly #connections: ReadonlySet<Connection>;

  constructor(connections: ReadonlySet<Connection>) {
    this.#connections = connections;
  }

  /** Those of the upstream direction first. */
  list(): readonly ActiveToxic[] {
    return DIRECTIONS.flatMap((direction) => this.#toxics.filter((toxic) => toxic.direction === direction));
  }

  get(name: string): ActiveToxic {
    const toxic = this.#toxics.find((candidate) => candidate.name === name);
    if (toxic === undefined) throw new ApiError(404, 'toxic not found');
    return toxic;
  }

  add(body: unknown): ActiveToxic {
    const toxic = readToxic(body);
    if (this.#toxics.some(({ name }) => name === toxic.name)) throw new ApiError(409, 'toxic already exists');
    this.#toxics.push(toxic);
    for (const { links } of this.#connections) links[toxic.direction].add(toxic);
    return toxic;
  }

  update(name: string, body: unknown): ActiveToxic {
    const toxic = this.get(name);
    const { toxicity, attributes } = readFields(body, { toxicity: 'number', attributes: 'object' });
    toxic.attributes = readAttributes(attributes, toxic.attributes);
    toxic.toxicity = toxicity ?? toxic.toxicity;
    for (const { links } of this.#connections) links[toxic.direction].update(toxic);
    return toxic;
  }

  remove(name: string): void {
    const toxic = this.get(name);
    this.#toxics.splice(this.#toxics.indexOf(toxic), 1);
    for (const { links } of this.#connections) links[toxic.direction].remove(toxic);
  }

  removeAll(): void {
    for (const { name } of this.list()) this.remove(name);
  }

  toJSON(): readonly object[] {
    return this.list().map(toxicJson);
  }
}

const TOXIC_FIELDS = {
  name: 'string',
  type: 'string',
  stream: 'string',
  toxicity: 'number',
  attributes: 'object',
} as const;

const readToxic = (body: unknown): ActiveToxic => {
  const { name, type = '', stream = 'downstream', toxicity = 1, attributes } = readFields(body, TOXIC_FIELDS);
  const direction = DIRECTIONS.find((candidate) => candidate === stream.toLowerCase());
  if (direction === undefined)
    throw new ApiError(400, 'stream was invalid, can be either upstream or downstream');
  const definition = toxicCatalogue.get(type);
  if (definition === undefined) throw new ApiError(400, 'invalid toxic type');
  const unset = Object.fromEntries(definition.attributes.map((attribute) => [attribute, 0]));
  return {
    definition,
    name: name || `${type}_${stream}`,
    stream,
    direction,
    toxicity,
    attributes: readAttributes(attributes, unset),
  };
};
