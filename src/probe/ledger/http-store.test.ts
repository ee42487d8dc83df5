import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { environmentOf } from '../../../test/support/environment.ts';
import { HttpStore } from './http-store.ts';
import type { LedgerTarget } from './model.ts';

const NEVER = new AbortController().signal;
const ALL = Array.from({ length: 12 }, (_, index) => index + 1);

/** An app that keeps notes: `POST /notes`, `GET /notes`, `GET /notes/:id`, where the id is the note's own or one that it gives. */
let notes: Map<string, unknown>;
let status: number;
const server = createServer(async (request, response) => {
  const [, , id] = (request.url ?? '').split('/');
  const answer = (code: number, body: unknown): unknown => response.writeHead(code).end(JSON.stringify(body));
  if (status !== 200) return answer(status, { error: 'database is down' });
  if (request.method === 'GET' && id?.startsWith('any?')) return answer(200, { ok: true });
  if (request.method === 'GET' && id === undefined) return answer(200, { notes: [...notes.values()] });
  if (request.method === 'GET')
    return notes.has(id ?? '') ? answer(200, notes.get(id ?? '')) : answer(404, {});
  const note = (await json(request)) as { key?: string };
  const given = note.key ?? `${1 + notes.size}`;
  notes.set(given, { id: given, ...note });
  return answer(201, { id: given });
});

let url: string;
beforeEach(async () => {
  notes = new Map();
  status = 200;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://localhost:${(server.address() as AddressInfo).port}/notes`;
});
afterEach(async () => {
  server.close();
  await once(server, 'close');
});

const FORMS: readonly (readonly [string, { get: string; body?: unknown }])[] = [
  ['by its own key', { get: '/{n}', body: { key: '{n}' } }],
  ['by the id that the app gave it', { get: '/{id}' }],
  ['in one list', { get: '', body: { title: 'drill {n}', tags: ['drill'] } }],
  ['in one list, with the body of the ledger', { get: '' }],
];

const storeOf = ({ get, body }: { get: string; body?: unknown }): HttpStore => {
  const target: LedgerTarget = {
    http: { post: url, get: url + get, ...(body === undefined ? {} : { body }) },
  };
  return new HttpStore(target.http, environmentOf({}));
};

test.each(FORMS)('each write is looked for %s, and one that is gone is missing', async (_, form) => {
  const store = storeOf(form);
  for (const number of ALL) await store.write(number, NEVER);
  expect(await store.missing(ALL, NEVER)).toEqual([]);
  const [first, second] = [...notes.keys()];
  notes.delete(first ?? '');
  expect(await store.missing(ALL, NEVER)).toEqual([1]);
  notes.delete(second ?? '');
  expect(await store.missing(ALL, NEVER)).toEqual([1, 2]);
  notes.clear();
  expect(await store.missing(ALL, NEVER)).toEqual(ALL);
});

test('another row under the id of one that is gone is not taken for it', async () => {
  const store = storeOf({ get: '/{id}' });
  for (const number of ALL.slice(0, 6)) await store.write(number, NEVER);
  notes.clear();
  for (const number of ALL.slice(6)) await store.write(number, NEVER);
  expect(await store.missing(ALL, NEVER)).toEqual([1, 2, 3, 4, 5, 6]);
});

test('what the app never shows of a row does not make it missing', async () => {
  const store = storeOf({ get: '/{n}', body: { key: '{n}', title: 'note {n}' } });
  for (const number of ALL) await store.write(number, NEVER);
  for (const [key] of notes) notes.set(key, { key });
  expect(await store.missing(ALL, NEVER)).toEqual([]);
});

test.each([
  ['shows nothing of a row', { get: '/any?{n}' }, 'no answer of'],
  ['answers for whatever it is asked', { get: '/any?{n}', body: {} }, 'never made'],
  ['lists what is known by nothing', { get: '', body: { title: 'drill' } }, 'never made'],
])('a way of looking that %s says of no write whether it is there', async (_, form, why) => {
  const store = storeOf(form);
  for (const number of ALL) await store.write(number, NEVER);
  await expect(store.missing(ALL, NEVER)).rejects.toThrow(why);
});

test('a write that is not acknowledged is refused in the app’s words', async () => {
  status = 503;
  await expect(storeOf({ get: '' }).write(1, NEVER)).rejects.toThrow('503: {"error":"database is down"}');
});

test.each(FORMS)(
  'an app that does not answer well is not said to have lost anything: %s',
  async (_, form) => {
    const store = storeOf(form);
    await store.write(1, NEVER);
    status = 500;
    await expect(store.missing([1], NEVER)).rejects.toThrow('500: {"error":"database is down"}');
  },
);
