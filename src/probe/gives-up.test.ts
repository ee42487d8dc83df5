import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { environmentOf } from '../../test/support/environment.ts';
import { dial, listen, outcome } from '../../test/support/sockets.ts';
import { service, system } from '../../test/support/system.ts';
import type { StartedEnvironment } from '../environment/model.ts';
import { httpProbe } from './http.ts';
import type { Probe } from './model.ts';
import { postgresProbe } from './postgres.ts';
import { redisProbe } from './redis.ts';

const LIMIT = 100;

const stores = system(service('db', { image: 'postgres:17' }), service('cache', { image: 'redis:8' }));

/** Each with a server of its own that takes connections and never answers. */
const PROBES: Readonly<Record<string, (environment: StartedEnvironment) => Probe>> = {
  http: (environment) => httpProbe.open({ http: 'http://cache:6379/' }, environment, LIMIT),
  postgres: (environment) => postgresProbe.open({ postgres: 'db' }, environment, LIMIT),
  redis: (environment) => redisProbe.open({ redis: 'cache' }, environment, LIMIT),
};

test.each(Object.keys(PROBES))('a probe that gives up ends its connection: %s', async (kind) => {
  const connections: Socket[] = [];
  await using server = await listen((socket) => connections.push(socket));
  // A connection that is open is the probe's to end.
  const environment = { ...environmentOf({}, stores), dial: () => dial(server.address) };
  const probe = PROBES[kind]?.(environment);
  await expect(probe?.sample(AbortSignal.timeout(LIMIT))).rejects.toThrow(/aborted|terminated|closed/);
  await expect.poll(() => connections.length).toBe(1);
  const [connection] = connections;
  expect((await outcome(connection as Socket)).how).toMatch(/end|reset/);
});
