import type { Drill } from './drill.ts';
import { canonicalImage } from './images.ts';
import { realLabel } from './labels.ts';
import { prefixOf, realName, SCOPE_LABEL } from './names.ts';
import { ambiguous, Refused } from './refused.ts';

type Filters = Record<string, readonly string[]>;

/** The filters of a list or a prune: the caller's, in the engine's names, and that it is the drill's. */
export const scopedFilters = async (text: string, drill: Drill): Promise<string> => {
  const { all, ...filters } = await translated(readFilters(text), drill);
  return JSON.stringify({
    ...filters,
    ...(all !== undefined && (await knowsAll(drill)) && { all }),
    label: [...(filters['label'] ?? []), `${SCOPE_LABEL}=${drill.scope.run}`],
  });
};

/** Engines before 23.0 prune all volumes, and refuse the filter that asks for it. */
const knowsAll = async (drill: Drill): Promise<boolean> => (await drill.engineVersion()) >= 42;

/** The filters of the stream of events: only translated, since not every event has labels. */
export const translatedFilters = async (text: string, drill: Drill): Promise<string> =>
  JSON.stringify(await translated(readFilters(text), drill));

/** Both forms that clients send: lists, and objects whose keys count. */
const readFilters = (text: string): Filters => {
  let value: unknown;
  try {
    value = text === '' ? {} : JSON.parse(text);
  } catch {
    throw ambiguous('the filters are no JSON');
  }
  if (typeof value !== 'object' || value === null) throw ambiguous('the filters are no object');
  return Object.fromEntries(
    Object.entries(value).map(([name, values]: [string, unknown]) => [name, filterValues(name, values)]),
  );
};

const filterValues = (name: string, values: unknown): readonly string[] => {
  const listed = Array.isArray(values)
    ? values
    : Object.entries(values ?? {}).flatMap(([key, on]) => (on === true ? [key] : []));
  if (!listed.every((entry) => typeof entry === 'string'))
    throw ambiguous(`the filter ${name} is no list of texts`);
  return listed;
};

const translated = async (filters: Filters, drill: Drill): Promise<Filters> => {
  const made: Filters = {};
  for (const [name, values] of Object.entries(filters)) {
    const translate = TRANSLATE.get(name);
    if (translate === undefined) throw new Refused(400, `Invalid filter '${name}'`);
    made[name] = (await Promise.all(values.map((value) => translate(value, drill)))).flat();
  }
  return made;
};

type Translate = (value: string, drill: Drill) => string | readonly string[] | Promise<string>;

const same: Translate = (value) => value;
/** By id, or by the engine's name. */
const idOrName: Translate = (value, { scope }) => [value, realName(scope.run, value)];
/** The engine takes it for a regular expression over its own names. */
const pattern: Translate = (value, { scope }) => value.replace(/^\^(\/\??)?/, `^$1${prefixOf(scope.run)}`);
/** `NAME=VALUE`; a name alone asks for any value. */
const label: Translate = (given, { scope }) => {
  const [name = '', ...value] = given.split('=');
  return value.length === 0 ? given : `${name}=${realLabel(scope.run, name, value.join('='))}`;
};
const image: Translate = (value, { scope }) =>
  scope.images.get(value) ?? scope.images.get(canonicalImage(value)) ?? value;
/** The engine looks among all containers, and tells whether it found one. */
const existing: Translate = (value, drill) => drill.container(value);

const TRANSLATE = new Map<string, Translate>(
  Object.entries({
    all: same,
    ancestor: image,
    before: existing,
    container: idOrName,
    dangling: same,
    driver: same,
    event: same,
    exited: same,
    expose: same,
    health: same,
    id: same,
    image,
    label,
    'label!': label,
    name: pattern,
    network: idOrName,
    publish: same,
    reference: image,
    scope: same,
    since: existing,
    status: same,
    type: same,
    until: same,
    volume: idOrName,
  }),
);
