import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import { text } from 'node:stream/consumers';
import Dockerode from 'dockerode';
import { describe, expect, test } from 'vitest';
import { ownerMark } from '../owner.ts';
import { isDead, removeDead } from './leftovers.ts';
import { OWNER_LABEL } from './run.ts';

const [living, dead] = [ownerMark(), ownerMark(99_999_999)];
const ofBefore = dead.replace(/[^-]+$/, 'f00');

test.each([
  ['a living run’s', `${hostname()}/${living}`, false, false],
  ['a dead run’s', `${hostname()}/${dead}`, true, true],
  ['another machine’s', `not-${hostname()}/${dead}`, false, false],
  [
    'of before the machine was started, or of one that is called alike',
    `${hostname()}/${ofBefore}`,
    true,
    false,
  ],
  ['without an owner', '', false, false],
])('%s', (_, owner, inOwnEngine, inSharedEngine) => {
  expect([isDead(owner, true), isDead(owner, false)]).toEqual([inOwnEngine, inSharedEngine]);
});

/** What an engine does that has lost a container but not its place in a network: a real one cannot be made to, it does so now and then. */
const forgetfulEngine = async (containers: readonly string[]) => {
  const asked: string[] = [];
  let places: Record<string, { Name: string }> = { abc: { Name: 'app-1' } };
  let isThere = true;
  const answer = (method: string, path: string, body: string): [number, unknown] => {
    asked.push(`${method} ${path}`);
    if (path === '/containers/json') return [200, []];
    if (path === '/volumes') return [200, { Volumes: [] }];
    if (path === '/networks')
      return [
        200,
        isThere ? [{ Id: 'n1', Name: 'default', Labels: { [OWNER_LABEL]: `${hostname()}/${dead}` } }] : [],
      ];
    if (path === '/networks/n1/disconnect') {
      const { Container: name, Force: force } = JSON.parse(body) as { Container: string; Force: boolean };
      if (force) places = Object.fromEntries(Object.entries(places).filter(([, { Name }]) => Name !== name));
      return [200, {}];
    }
    if (method === 'DELETE' && Object.keys(places).length > 0)
      return [403, { message: 'network default has active endpoints' }];
    if (method === 'DELETE') {
      isThere = false;
      return [204, undefined];
    }
    if (path === '/networks/n1') return [200, { Containers: places }];
    const name = path.split('/')[2] ?? '';
    return containers.includes(name) ? [200, {}] : [404, { message: 'No such container' }];
  };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://engine');
    const [status, body] = answer(request.method ?? '', pathname, await text(request));
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    docker: new Dockerode({ protocol: 'http', host: '127.0.0.1', port }),
    [Symbol.asyncDispose]: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};

describe('a network that a container is in, says the engine', () => {
  test('goes where there is no such container', async () => {
    await using engine = await forgetfulEngine([]);
    expect(await removeDead(engine.docker)).toEqual([{ what: 'network default' }]);
    expect(engine.asked).toContain('POST /networks/n1/disconnect');
  });

  test.each([
    ['that has an id', 'abc'],
    ['that is being started', 'app-1'],
  ])('stays where there is one %s, which is left in it', async (_, container) => {
    await using engine = await forgetfulEngine([container]);
    expect(await removeDead(engine.docker)).toEqual([
      { what: 'network default', kept: 'network default has active endpoints' },
    ]);
    expect(engine.asked).not.toContain('POST /networks/n1/disconnect');
  });
});
