import { describe, expect, test } from 'vitest';
import type { Rig } from './rig.ts';

/** What is refused, and in which words. */
export const apiErrorConformance = (rig: Rig): void => {
  describe('HTTP API, errors', () => {
    test.each([
      ['GET', '/proxies/none', undefined, 404, 'proxy not found'],
      ['DELETE', '/proxies/none', undefined, 404, 'proxy not found'],
      ['POST', '/proxies/none', '{}', 404, 'proxy not found'],
      ['PATCH', '/proxies/none', '{', 404, 'proxy not found'],
      ['GET', '/proxies/none/toxics', undefined, 404, 'proxy not found'],
      ['POST', '/proxies/none/toxics', '{', 404, 'proxy not found'],
      ['GET', '/proxies/link/toxics/none', undefined, 404, 'toxic not found'],
      ['PATCH', '/proxies/link/toxics/none', '{', 404, 'toxic not found'],
      ['DELETE', '/proxies/link/toxics/none', undefined, 404, 'toxic not found'],
      ['POST', '/proxies', '{}', 400, 'missing required field: name'],
      ['POST', '/proxies', 'null', 400, 'missing required field: name'],
      ['POST', '/proxies', '{"name":"x"}', 400, 'missing required field: upstream'],
      ['POST', '/proxies', '{"name":"link","upstream":"x:1"}', 409, 'proxy already exists'],
      ['POST', '/proxies', '', 400, 'bad request body: EOF'],
      ['POST', '/proxies', '{', 400, /^bad request body: ./],
      ['POST', '/proxies', '[]', 400, /^bad request body: ./],
      ['POST', '/proxies', '{"name":7}', 400, /^bad request body: ./],
      ['POST', '/proxies', '{"name":"x","upstream":"x:1","enabled":"no"}', 400, /^bad request body: ./],
      ['PATCH', '/proxies/link', '{"enabled":"no"}', 400, /^bad request body: ./],
      ['PATCH', '/proxies/link', '{"listen":"nowhere"}', 500, 'address nowhere: missing port in address'],
      ['POST', '/proxies/link/toxics', '{}', 400, 'invalid toxic type'],
      ['POST', '/proxies/link/toxics', '{"type":"plague"}', 400, 'invalid toxic type'],
      [
        'POST',
        '/proxies/link/toxics',
        '{"type":"plague","stream":"up"}',
        400,
        'stream was invalid, can be either upstream or downstream',
      ],
      ['POST', '/proxies/link/toxics', '{"type":"noop"}', 409, 'toxic already exists'],
      ['POST', '/proxies/link/toxics', '', 400, 'bad request body: EOF'],
      [
        'POST',
        '/proxies/link/toxics',
        '{"type":"latency","attributes":{"latency":"1"}}',
        400,
        /^bad request body: ./,
      ],
      [
        'POST',
        '/proxies/link/toxics',
        '{"type":"latency","attributes":{"latency":1.5}}',
        400,
        /^bad request body: ./,
      ],
      ['POST', '/proxies/link/toxics', '{"type":"latency","attributes":[]}', 400, /^bad request body: ./],
      ['POST', '/proxies/link/toxics', '{"type":"latency","toxicity":"1"}', 400, /^bad request body: ./],
      ['PATCH', '/proxies/link/toxics/noop_downstream', '', 400, 'bad request body: EOF'],
      ['PATCH', '/proxies/link/toxics/noop_downstream', '{"toxicity":"1"}', 400, /^bad request body: ./],
    ])('%s %s with %j is refused with %i', async (method, path, body, status, error) => {
      await rig.createProxy(rig.echoing.address);
      await rig.post('/proxies/link/toxics', { type: 'noop' });
      const response = await rig.request(method, path, body);
      const text = await response.text();
      expect(JSON.parse(text)).toEqual({
        error: typeof error === 'string' ? error : expect.stringMatching(error),
        status,
      });
      expect(text.endsWith('}\n')).toBe(true);
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    });

    test.each([
      ['GET', '/', 404, '404 page not found\n'],
      ['GET', '/proxies/link/other', 404, '404 page not found\n'],
      ['PUT', '/proxies', 405, ''],
      ['GET', '/reset', 405, ''],
      ['DELETE', '/version', 405, ''],
    ])('%s %s is no part of it', async (method, path, status, text) => {
      const response = await rig.request(method, path);
      expect([response.status, await response.text()]).toEqual([status, text]);
    });

    test('refuses web pages', async () => {
      const response = await rig.request('GET', '/version', undefined, { 'User-Agent': 'Mozilla/5.0' });
      expect([response.status, await response.text()]).toEqual([403, 'User agent not allowed\n']);
    });

    test('an address in use is refused, and the proxy is not kept', async () => {
      const body = { name: 'taken', listen: rig.echoing.address, upstream: rig.echoing.address };
      const response = await rig.request('POST', '/proxies', JSON.stringify(body));
      expect([response.status, await response.json()]).toEqual([
        500,
        { error: `listen tcp ${rig.echoing.address}: bind: address already in use`, status: 500 },
      ]);
      expect((await rig.request('GET', '/proxies/taken')).status).toBe(404);
    });
  });
};
