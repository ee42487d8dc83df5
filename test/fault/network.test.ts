import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../src/core/clock.ts';
import type { StartedEnvironment } from '../../src/environment/model.ts';
import type { Fault } from '../../src/fault/model.ts';
import { networkFault } from '../../src/fault/network.ts';
import { environmentOf } from '../support/environment.ts';
import { freePort } from '../support/free-port.ts';
import { startLinkedEnvironment } from '../support/linked-environment.ts';
import { canRun } from '../support/require.ts';
import { missingServers, startPostgres, startRedis, type StartedServer } from '../support/servers.ts';
import { dial, listen } from '../support/sockets.ts';
import { service, system } from '../support/system.ts';
import { evidence } from './conformance.ts';

const STORES = system(
  service('postgres', { image: 'postgres:17', environment: { POSTGRES_USER: 'app' } }),
  service('redis', { image: 'redis:7' }),
);

describe.runIf(canRun('real stores', missingServers()))('network', () => {
  let postgres: StartedServer;
  let redis: StartedServer;
  let environment: StartedEnvironment;
  beforeAll(async () => {
    [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
    environment = await startLinkedEnvironment({ postgres: postgres.port, redis: redis.port }, STORES);
  });
  afterAll(async () => {
    await environment[Symbol.asyncDispose]();
    await Promise.all([postgres[Symbol.asyncDispose](), redis[Symbol.asyncDispose]()]);
  });

  const inject = async (spec: Readonly<Record<string, unknown>>): Promise<Fault> => {
    const checked = networkFault.schema.parse(spec);
    expect(networkFault.validate?.(checked, STORES)).toEqual([]);
    const { signal } = new AbortController();
    const fault = networkFault.open(checked, { environment, clock: systemClock, signal });
    await fault.inject();
    return fault;
  };

  const TOXICS = [
    [{ toxic: 'down' }, /refused through the link, answered after [\d.]+ m?s without it$/],
    [{ toxic: 'latency', latency: '200ms' }, /answered after [\d.]+ m?s through the link/],
    [{ toxic: 'latency', latency: '200ms', stream: 'upstream' }, /answered after [\d.]+ m?s through/],
    [
      { toxic: 'latency', latency: '30s', jitter: '1s' },
      /no answer within 1\.0 s through the link, answered/,
    ],
    [{ toxic: 'bandwidth', rate: 100 }, /(?:answered after|no answer within) .* through the link, answered/],
    [{ toxic: 'bandwidth', rate: 0 }, /no answer within 2\.0 s through the link, answered/],
    [{ toxic: 'bandwidth', rate: 100, stream: 'upstream' }, /through the link, answered/],
    [
      { toxic: 'slow-close', delay: '300ms' },
      /ended after [\d.]+ m?s through the link, ended after [\d.]+ m?s/,
    ],
    [{ toxic: 'slow-close', delay: '1min' }, /no answer within 1\.0 s through the link, ended after/],
    [{ toxic: 'timeout' }, /no answer within 500 ms through the link, answered/],
    [{ toxic: 'timeout', timeout: '200ms' }, /ended after [\d.]+ m?s through the link, answered/],
    [{ toxic: 'reset-peer' }, /reset after [\d.]+ m?s through the link, answered/],
    [
      { toxic: 'reset-peer', timeout: '200ms', stream: 'upstream' },
      /reset after [\d.]+ m?s through the link, answered/,
    ],
    [{ toxic: 'slicer', 'average-size': 100, delay: '20ms' }, /through the link, answered/],
    [{ toxic: 'limit-data', bytes: 0 }, /ended after [\d.]+ m?s through the link, answered/],
    [{ toxic: 'limit-data', bytes: 100_000 }, /ended after [\d.]+ m?s through the link, answered/],
  ] as const;

  const CASES = TOXICS.flatMap(([spec, what]) =>
    ['postgres', 'redis'].map((network) => [{ network, ...spec }, what] as const),
  );

  test.each(CASES)('%j is seen, and is gone when it is healed', async (spec, what) => {
    const fault = await inject(spec);
    try {
      expect(await evidence(fault, true, what)).toEqual({ seen: true, what: expect.stringMatching(what) });
    } finally {
      await fault.heal();
      await fault.heal();
    }
    expect(await evidence(fault, false)).toMatchObject({ seen: false });
  });

  test.each([{ toxic: 'down' }, { toxic: 'timeout' }, { toxic: 'latency', latency: '200ms' }])(
    'a store that is itself broken is no evidence of %j',
    async (spec) => {
      const fault = await inject({ network: 'redis', ...spec });
      await redis.kill();
      try {
        expect(await fault.evidence()).toMatchObject({ seen: false });
      } finally {
        await redis.restart();
        await fault.heal();
      }
    },
  );

  test('nor is a link that ends its connections since there is no store', async () => {
    await using ending = await listen((socket) => void socket.end());
    const { network } = environment;
    const gone = { ...environmentOf({ redis: await freePort() }, STORES), network };
    const fault = networkFault.open(networkFault.schema.parse({ network: 'redis', toxic: 'timeout' }), {
      environment: { ...gone, network: { ...network, dial: () => dial(ending.address) } },
      clock: systemClock,
      signal: new AbortController().signal,
    });
    expect(await fault.evidence()).toEqual({
      seen: false,
      what: expect.stringMatching(/: ended after \d+ ms through the link, refused without it$/),
    });
  });

  test('a toxic that the proxy has lost is not seen', async () => {
    const fault = await inject({ network: 'redis', toxic: 'latency', latency: '200ms' });
    await environment.network.removeToxic('redis', 'drillbook-latency-downstream');
    expect(await evidence(fault, false)).toMatchObject({ seen: false });
  });
});

describe('its form', () => {
  test.each([
    [{ toxic: 'latency' }, 'latency needs "latency:"'],
    [{ toxic: 'down', latency: '1s' }, 'down takes no "latency"'],
    [{ toxic: 'limit-data' }, 'limit-data needs "bytes:"'],
    [{ toxic: 'slicer', delay: '1ms' }, 'slicer needs "average-size:"'],
    [{ toxic: 'latency', latency: '-3s' }, 'a duration such as'],
    [{ toxic: 'plague' }, 'Invalid option'],
  ])('%j is refused', (spec, why) => {
    const { error } = networkFault.schema.safeParse({ network: 'redis', ...spec });
    expect(error?.issues[0]?.message).toContain(why);
  });

  test('only a store has a link', () => {
    const spec = networkFault.schema.parse({ network: 'web', toxic: 'down' });
    expect(networkFault.validate?.(spec, system(...STORES.services, service('web')))).toEqual([
      'web has no link to disturb: there is one to postgres, redis',
    ]);
  });

  test('it is described in a line', () => {
    const spec = networkFault.schema.parse({
      network: 'redis',
      toxic: 'latency',
      latency: '3s',
      jitter: '1s',
    });
    expect(networkFault.describe(spec)).toBe('latency, latency 3s, jitter 1s on the link to redis');
  });
});
