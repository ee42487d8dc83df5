import * as answers from './answers.ts';
import type { Reduce } from './answers.ts';
import * as bodies from './bodies.ts';
import type { Body } from './bodies.ts';
import { container } from './create.ts';
import type { Drill } from './drill.ts';
import { scopedFilters, translatedFilters } from './filters.ts';
import { emptied } from './held-volumes.ts';
import { noBuild, noBuildCache, noImageRemoved, noPlugin, pull, type Instead } from './instead.ts';
import { realName } from './names.ts';

/** An endpoint of the engine's API that a drill may use. What is not in the table is refused. */
export interface Endpoint {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  /** `{container}`, `{exec}`, `{network}`, `{volume}`, `{image}` stand for what the drill has; all else is literal. */
  readonly path: string;
  /** The parameters that are passed on; others are left out. A function makes the engine's value from the caller's, or from nothing. */
  readonly query?: Readonly<Record<string, 'as it is' | Parameter>>;
  /** Makes the JSON body that is passed on; `stream` passes bytes. Without it there is none, whatever the caller sends. */
  readonly body?: Body | 'stream';
  /**
   * How the answer is passed on: `json`, read and cleaned (the default); `lines`, each a JSON value; `bytes` of the drill's own
   * containers, untouched.
   */
  readonly answer?: 'json' | 'lines' | 'bytes';
  readonly reduce?: Reduce;
  /** Afterwards names of containers mean something else. */
  readonly renames?: true;
  /** The connection becomes the process's own, in both directions. */
  readonly hijack?: true;
  /** `OK`, as long as the engine is there. */
  readonly constant?: true;
  /** What it asks for may be done in another way: returns whether it was, and then the engine is not asked. */
  readonly otherwise?: (drill: Drill, parameters: ReadonlyMap<string, string>) => Promise<boolean>;
  /** Answered here: it would reach what is shared with the machine. */
  readonly instead?: Instead;
}

/** The engine's value of a query parameter; `undefined` leaves it out. */
export type Parameter = (value: string | undefined, drill: Drill) => string | undefined | Promise<string>;

const LISTED: Parameter = (value, drill) => scopedFilters(value ?? '', drill);
const TRANSLATED: Parameter = (value, drill) => translatedFilters(value ?? '', drill);
const NEW_NAME: Parameter = (value, { scope }) =>
  value === undefined || value === '' ? undefined : realName(scope.run, bodies.checkedName(value));

const asIs = (...names: readonly string[]): Readonly<Record<string, 'as it is'>> =>
  Object.fromEntries(names.map((name) => [name, 'as it is']));
const filters = (parameter: Parameter): Readonly<Record<string, Parameter>> => ({ filters: parameter });

/** Docker Engine API 1.24 to 1.53 (docs.docker.com/reference/api/engine), as far as runbooks and `docker compose` need it. */
export const ENDPOINTS: readonly Endpoint[] = [
  { method: 'GET', path: '/_ping', answer: 'bytes', constant: true },
  { method: 'HEAD', path: '/_ping', answer: 'bytes', constant: true },
  { method: 'GET', path: '/version', reduce: answers.version },
  { method: 'GET', path: '/info', reduce: answers.info },
  { method: 'GET', path: '/system/df', query: asIs('type', 'verbose'), reduce: answers.diskUsage },
  {
    method: 'GET',
    path: '/events',
    query: { ...asIs('since', 'until'), ...filters(TRANSLATED) },
    answer: 'lines',
    reduce: answers.event,
  },

  { method: 'GET', path: '/containers/json', query: { ...asIs('all', 'limit', 'size'), ...filters(LISTED) } },
  {
    method: 'POST',
    path: '/containers/create',
    query: { ...asIs('platform'), name: NEW_NAME },
    body: container,
    renames: true,
  },
  { method: 'POST', path: '/containers/prune', query: filters(LISTED), renames: true },
  { method: 'GET', path: '/containers/{container}/json', query: asIs('size') },
  { method: 'GET', path: '/containers/{container}/top', query: asIs('ps_args') },
  {
    method: 'GET',
    path: '/containers/{container}/logs',
    query: asIs('follow', 'stdout', 'stderr', 'since', 'until', 'timestamps', 'tail', 'details'),
    answer: 'bytes',
  },
  { method: 'GET', path: '/containers/{container}/changes' },
  { method: 'GET', path: '/containers/{container}/export', answer: 'bytes' },
  {
    method: 'GET',
    path: '/containers/{container}/stats',
    query: asIs('stream', 'one-shot'),
    answer: 'lines',
  },
  { method: 'POST', path: '/containers/{container}/resize', query: asIs('h', 'w') },
  { method: 'POST', path: '/containers/{container}/start', query: asIs('detachKeys') },
  { method: 'POST', path: '/containers/{container}/stop', query: asIs('t', 'signal') },
  { method: 'POST', path: '/containers/{container}/restart', query: asIs('t', 'signal') },
  { method: 'POST', path: '/containers/{container}/kill', query: asIs('signal') },
  { method: 'POST', path: '/containers/{container}/update', body: bodies.update },
  { method: 'POST', path: '/containers/{container}/rename', query: { name: NEW_NAME }, renames: true },
  { method: 'POST', path: '/containers/{container}/pause' },
  { method: 'POST', path: '/containers/{container}/unpause' },
  {
    method: 'POST',
    path: '/containers/{container}/attach',
    query: asIs('detachKeys', 'logs', 'stream', 'stdin', 'stdout', 'stderr'),
    answer: 'bytes',
    hijack: true,
  },
  // Its headers come at once, and its body when the container has ended.
  { method: 'POST', path: '/containers/{container}/wait', query: asIs('condition'), answer: 'bytes' },
  { method: 'DELETE', path: '/containers/{container}', query: asIs('v', 'force'), renames: true },
  { method: 'HEAD', path: '/containers/{container}/archive', query: asIs('path'), answer: 'bytes' },
  { method: 'GET', path: '/containers/{container}/archive', query: asIs('path'), answer: 'bytes' },
  {
    method: 'PUT',
    path: '/containers/{container}/archive',
    query: asIs('path', 'noOverwriteDirNonDir', 'copyUIDGID'),
    body: 'stream',
  },
  { method: 'POST', path: '/containers/{container}/exec', body: bodies.execCreate, reduce: answers.execMade },
  { method: 'POST', path: '/exec/{exec}/start', body: bodies.execStart, answer: 'bytes', hijack: true },
  { method: 'POST', path: '/exec/{exec}/resize', query: asIs('h', 'w') },
  { method: 'GET', path: '/exec/{exec}/json' },

  {
    method: 'GET',
    path: '/images/json',
    query: { ...asIs('all', 'digests', 'shared-size'), ...filters(TRANSLATED) },
    reduce: answers.images,
  },
  { method: 'GET', path: '/images/{image}/json', reduce: answers.image },
  { method: 'GET', path: '/images/{image}/history' },
  { method: 'POST', path: '/images/create', instead: pull },
  { method: 'POST', path: '/images/prune', query: filters(LISTED) },
  { method: 'DELETE', path: '/images/{image}', instead: noImageRemoved },
  { method: 'POST', path: '/build', instead: noBuild },
  { method: 'POST', path: '/build/prune', instead: noBuildCache },

  { method: 'GET', path: '/plugins/{plugin}/json', instead: noPlugin },

  { method: 'GET', path: '/networks', query: filters(LISTED) },
  { method: 'GET', path: '/networks/{network}', query: asIs('verbose') },
  { method: 'POST', path: '/networks/create', body: bodies.networkCreate },
  { method: 'POST', path: '/networks/prune', query: filters(LISTED) },
  { method: 'POST', path: '/networks/{network}/connect', body: bodies.networkConnect },
  { method: 'POST', path: '/networks/{network}/disconnect', body: bodies.networkDisconnect },
  { method: 'DELETE', path: '/networks/{network}' },

  { method: 'GET', path: '/volumes', query: filters(LISTED) },
  { method: 'POST', path: '/volumes/create', body: bodies.volumeCreate },
  { method: 'POST', path: '/volumes/prune', query: filters(LISTED) },
  { method: 'GET', path: '/volumes/{volume}' },
  { method: 'DELETE', path: '/volumes/{volume}', query: asIs('force'), otherwise: emptied },
];
