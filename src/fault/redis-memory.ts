import type { Redis } from 'ioredis';
import { z } from 'zod';
import { name, size, toBytes } from './fields.ts';
import { isUp } from './is-up.ts';
import { defineFault, type Evidence } from './model.ts';
import { inRedis, notA } from './store.ts';

const schema = z
  .strictObject({
    'redis-memory': name.describe('The Redis that is filled.'),
    maxmemory: size
      .optional()
      .describe('Its limit meanwhile. Default: its own, or 8 MB more than it uses where it has none.'),
  })
  .refine(({ maxmemory }) => maxmemory === undefined || toBytes(maxmemory) <= 2 ** 30, {
    path: ['maxmemory'],
    error: 'at most 1gb',
  })
  .describe('A Redis is full, and evicts nothing: it refuses writes.');

type RedisMemory = z.infer<typeof schema>;

const FILL = 'drillbook:fill:';
/** What the settings were: in the server, since whoever heals may be another process. */
const KEPT = 'drillbook:kept';
const TRIAL = 'drillbook:trial';
const SETTINGS = ['maxmemory', 'maxmemory-policy'] as const;
const ROOM = 8 * 2 ** 20;
const SLACK = 2 ** 19;
/** What a restart frees though all keys are read again: buffers of connections and of replication. */
const FREED = 2 ** 21;

/** A Redis is full, and evicts nothing. Cured by deleting keys, a flush, a higher limit, or a policy that evicts. */
export const redisMemory = defineFault<RedisMemory>({
  kind: 'redis-memory',
  schema,
  describe: (spec) => `fill ${spec['redis-memory']} up to maxmemory`,
  targets: (spec) => [spec['redis-memory']],
  needs: () => [],
  validate: (spec, system) => notA('redis', spec['redis-memory'], system),
  open: (spec, { environment, signal }) => {
    const service = spec['redis-memory'];
    return {
      inject: () =>
        inRedis(environment, service, async (redis) => {
          const own = await limit(redis, spec);
          await fill(redis, signal);
          // A little less than it uses: what its connections need comes and goes.
          await redis.config('SET', 'maxmemory', `${own ?? (await usedBy(redis)) - SLACK}`);
        }),
      evidence: () => inRedis(environment, service, look),
      heal: async () => {
        if (await isUp(environment, service)) await inRedis(environment, service, restore);
      },
    };
  },
});

/** @returns its own limit, if that is the one that holds: it is full beyond it, so that it still is after a restart */
const limit = async (redis: Redis, { maxmemory }: RedisMemory): Promise<number | undefined> => {
  const before = await settingsOf(redis);
  await redis.hset(KEPT, before);
  const own = Number(before['maxmemory']);
  const unlimited = (await usedBy(redis)) + ROOM;
  const wanted = maxmemory === undefined ? (own > 0 ? own + FREED : unlimited) : toBytes(maxmemory);
  await redis.config('SET', 'maxmemory', `${wanted}`);
  await redis.config('SET', 'maxmemory-policy', 'noeviction');
  return maxmemory === undefined && own > 0 ? own : undefined;
};

/** With ever smaller values, so that not even a small one fits. */
const fill = async (redis: Redis, signal: AbortSignal): Promise<void> => {
  let count = 0;
  for (const bytes of [64 * 1024, 1024, 1]) {
    const value = 'x'.repeat(bytes);
    for (let full = false; !full;) {
      signal.throwIfAborted();
      const batch = redis.pipeline();
      for (let index = 0; index < 100; index += 1) batch.set(`${FILL}${(count += 1)}`, value);
      full = ((await batch.exec()) ?? []).some(([error]) => isFull(error));
    }
  }
};

const look = async (redis: Redis): Promise<Evidence> => {
  const refusal = await redis.set(TRIAL, 'x').then(
    () => redis.del(TRIAL).then(() => undefined),
    (error: Error) => error,
  );
  const { maxmemory, 'maxmemory-policy': policy } = await settingsOf(redis);
  const used = `${megabytes(await usedBy(redis))} MB of ${megabytes(Number(maxmemory))} MB used, ${policy}`;
  return {
    seen: isFull(refusal),
    what: `${refusal === undefined ? 'a write is taken' : `a write is refused: ${refusal.message}`}; ${used}`,
  };
};

const restore = async (redis: Redis): Promise<void> => {
  for (const [name, value] of Object.entries(await redis.hgetall(KEPT)))
    await redis.config('SET', name, value);
  let cursor = '0';
  do {
    const [next, keys] = await redis.scan(cursor, 'MATCH', 'drillbook:*', 'COUNT', 1000);
    if (keys.length > 0) await redis.unlink(...keys);
    cursor = next;
  } while (cursor !== '0');
};

const settingsOf = async (redis: Redis): Promise<Record<string, string>> => {
  const entries = SETTINGS.map(async (setting) => {
    const [, value = ''] = (await redis.config('GET', setting)) as string[];
    return [setting, value] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
};

const usedBy = async (redis: Redis): Promise<number> =>
  Number(/^used_memory:(\d+)/m.exec(await redis.info('memory'))?.[1]);

const isFull = (error: Error | null | undefined): boolean => error?.message.startsWith('OOM') === true;

const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);
