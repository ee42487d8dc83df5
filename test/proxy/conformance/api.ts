import { describe, expect, test } from 'vitest';
import { tryToConnect } from '../../support/sockets.ts';
import type { Rig } from './rig.ts';

/** Proxies and toxics come, change and go. */
export const apiConformance = (rig: Rig): void => {
  describe('HTTP API', () => {
    test('tells its version', async () => {
      const response = await rig.request('GET', '/version');
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({ version: '2.12.0' });
    });

    test('creates, shows, lists and deletes a proxy', async () => {
      const body = JSON.stringify({ name: 'db', listen: '127.0.0.1:0', upstream: rig.echoing.address });
      const created = await rig.request('POST', '/proxies', body);
      expect(created.status).toBe(201);
      expect(created.headers.get('content-type')).toBe('application/json');
      const proxy = (await created.json()) as { listen: string };
      expect(proxy).toMatchObject({
        name: 'db',
        listen: expect.stringMatching(/^127\.0\.0\.1:[1-9]\d*$/),
        upstream: rig.echoing.address,
        enabled: true,
        toxics: [],
      });
      expect(await (await rig.request('GET', '/proxies/db')).json()).toEqual(proxy);
      expect(await (await rig.request('GET', '/proxies')).json()).toEqual({ db: proxy });
      expect(await (await rig.request('GET', '/proxies/db/toxics')).json()).toEqual([]);

      const deleted = await rig.request('DELETE', '/proxies/db');
      expect([deleted.status, await deleted.text()]).toEqual([204, '']);
      expect(await tryToConnect(proxy.listen)).toBe('ECONNREFUSED');
      expect(await (await rig.request('GET', '/proxies')).json()).toEqual({});
    });

    test('a proxy that is created disabled keeps the address that was asked for', async () => {
      const disabled = { name: 'db', listen: 'localhost:0', upstream: 'nowhere:1', enabled: false };
      expect(await rig.post('/proxies', disabled)).toMatchObject({ ...disabled, toxics: [] });
    });

    test.each(['0.0.0.0:0', ':0', ''])('listens on all interfaces for %j', async (address) => {
      const { listen: bound } = (await rig.post('/proxies', {
        name: 'all',
        listen: address,
        upstream: rig.echoing.address,
      })) as { listen: string };
      expect(bound).toMatch(/^\[::\]:[1-9]\d*$/);
      expect(await tryToConnect(`127.0.0.1:${bound.split(':').at(-1)}`)).toBe('connected');
    });

    test('the client populates, gets and resets', async () => {
      const unnamed = { listen: '127.0.0.1:0', upstream: rig.echoing.address };
      const proxies = await rig.api().populate([
        { name: 'a', ...unnamed },
        { name: 'b', ...unnamed, enabled: false },
      ]);
      expect(Object.values(proxies).map(({ name: proxyName, enabled }) => [proxyName, enabled])).toEqual([
        ['a', true],
        ['b', false],
      ]);
      await rig.post('/proxies/a/toxics', { type: 'latency' });
      await rig.api().reset();
      const all = Object.values((await (await rig.request('GET', '/proxies')).json()) as object);
      expect(all.map(({ enabled, toxics }) => [enabled, toxics])).toEqual([
        [true, []],
        [true, []],
      ]);
      expect((await rig.api().get('b')).listen).not.toBe('127.0.0.1:0');
    });

    test('populating again keeps what is the same and replaces what differs', async () => {
      const { a } = await rig
        .api()
        .populate([{ name: 'a', listen: '127.0.0.1:0', upstream: rig.echoing.address }]);
      const same = { name: 'a', listen: a?.listen ?? '', upstream: rig.echoing.address };
      await rig.post('/proxies/a/toxics', { type: 'latency' });
      expect(toxicCount(await rig.post('/populate', [same]))).toBe(1);
      expect(toxicCount(await rig.post('/populate', [{ ...same, upstream: rig.silent.address }]))).toBe(0);
    });

    test.each([
      ['[]', 201, { proxies: null }],
      ['', 400, { error: 'bad request body: EOF', status: 400, proxies: null }],
      ['{}', 400, { error: expect.stringMatching(/^bad request body: ./), status: 400, proxies: null }],
      [
        '[{"name":"a","upstream":"x:1"},{}]',
        400,
        { error: 'missing required field: name at proxy 2', status: 400, proxies: null },
      ],
      [
        '[{"name":"a"}]',
        400,
        { error: 'missing required field: upstream at proxy 1', status: 400, proxies: null },
      ],
    ])('populating with %j', async (body, status, answer) => {
      const response = await rig.request('POST', '/populate', body);
      expect([response.status, await response.json()]).toEqual([status, answer]);
      expect(await (await rig.request('GET', '/proxies')).json()).toEqual({});
    });

    test('populating stops at the first proxy that cannot listen', async () => {
      const body = JSON.stringify([
        { name: 'a', listen: '127.0.0.1:0', upstream: 'x:1' },
        { name: 'b', listen: rig.echoing.address, upstream: 'x:1' },
        { name: 'c', listen: '127.0.0.1:0', upstream: 'x:1' },
      ]);
      const response = await rig.request('POST', '/populate', body);
      expect(await response.json()).toMatchObject({ status: 500, proxies: [{ name: 'a' }] });
      expect(Object.keys((await (await rig.request('GET', '/proxies')).json()) as object)).toEqual(['a']);
    });

    test.each(['POST', 'PATCH'])('%s updates a proxy: what is not named stays', async (method) => {
      const proxy = await rig.createProxy(rig.echoing.address);
      await rig.post('/proxies/link/toxics', { type: 'latency' });
      const changed = await rig.post(
        '/proxies/link',
        { upstream: rig.silent.address, name: 'other' },
        method,
      );
      expect(changed).toMatchObject({
        name: 'link',
        listen: proxy.listen,
        upstream: rig.silent.address,
        enabled: true,
      });
      expect(changed).toMatchObject({ toxics: [{ type: 'latency' }] });
      expect(await rig.post('/proxies/link', { enabled: false }, method)).toMatchObject({
        enabled: false,
        listen: proxy.listen,
      });
      expect(await rig.post('/proxies/link', { enabled: true }, method)).toMatchObject({
        enabled: true,
        listen: proxy.listen,
      });
    });

    test('an unset toxic has defaults, and the name of its type and stream', async () => {
      await rig.createProxy(rig.echoing.address);
      const response = await rig.request(
        'POST',
        '/proxies/link/toxics',
        '{"type":"latency","attributes":{"jitter":3,"odd":1}}',
      );
      expect(response.status).toBe(200);
      const toxic = {
        attributes: { latency: 0, jitter: 3 },
        name: 'latency_downstream',
        type: 'latency',
        stream: 'downstream',
        toxicity: 1,
      };
      expect(await response.json()).toEqual(toxic);
      expect(await (await rig.request('GET', '/proxies/link/toxics/latency_downstream')).json()).toEqual(
        toxic,
      );
    });

    test.each([
      ['bandwidth', { rate: 0 }],
      ['latency', { latency: 0, jitter: 0 }],
      ['limit_data', { bytes: 0 }],
      ['noop', {}],
      ['reset_peer', { timeout: 0 }],
      ['slicer', { average_size: 0, size_variation: 0, delay: 0 }],
      ['slow_close', { delay: 0 }],
      ['timeout', { timeout: 0 }],
    ])('%s has the attributes %j', async (type, attributes) => {
      await rig.createProxy(rig.echoing.address);
      const toxic = (await rig.post('/proxies/link/toxics', { type, stream: 'Upstream' })) as {
        attributes: object;
      };
      expect(toxic).toEqual({
        attributes,
        name: `${type}_Upstream`,
        type,
        stream: 'Upstream',
        toxicity: 1,
      });
    });

    test('toxics are listed upstream first, each in the order of adding', async () => {
      const proxy = await rig.createProxy(rig.echoing.address);
      for (const [toxicName, stream] of [
        ['a', 'downstream'],
        ['b', 'upstream'],
        ['c', 'downstream'],
        ['d', 'upstream'],
      ] as const)
        await proxy.addToxic({
          name: toxicName,
          type: 'latency',
          stream,
          toxicity: 1,
          attributes: { latency: 0, jitter: 0 },
        });
      const list = (await (await rig.request('GET', '/proxies/link/toxics')).json()) as { name: string }[];
      expect(list.map((toxic) => toxic.name)).toEqual(['b', 'd', 'a', 'c']);
    });

    test.each(['POST', 'PATCH'])('%s updates a toxic: only its attributes and toxicity', async (method) => {
      await rig.createProxy(rig.echoing.address);
      await rig.post('/proxies/link/toxics', {
        name: 't',
        type: 'latency',
        attributes: { latency: 1, jitter: 2 },
      });
      const change = {
        name: 'u',
        type: 'noop',
        stream: 'upstream',
        toxicity: 0.25,
        attributes: { latency: 7 },
      };
      const toxic = await rig.post('/proxies/link/toxics/t', change, method);
      expect(toxic).toEqual({
        attributes: { latency: 7, jitter: 2 },
        name: 't',
        type: 'latency',
        stream: 'downstream',
        toxicity: 0.25,
      });
      expect(await (await rig.request('GET', '/proxies/link/toxics')).json()).toEqual([toxic]);
      await (await (await rig.api().get('link')).getToxic('t')).remove();
      expect(await (await rig.request('GET', '/proxies/link/toxics')).json()).toEqual([]);
    });
  });
};

const toxicCount = (populated: unknown): unknown =>
  (populated as { proxies: { toxics: object[] }[] }).proxies[0]?.toxics.length;
