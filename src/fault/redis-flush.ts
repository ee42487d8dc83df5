import type { Redis } from 'ioredis';
import { z } from 'zod';
import { HarnessError } from '../core/errors.ts';
import { name } from './fields.ts';
import { isUp } from './is-up.ts';
import { defineFault, type Evidence } from './model.ts';
import { inRedis, notA } from './store.ts';

const schema = z
  .strictObject({ 'redis-flush': name.describe('The Redis that loses its keys.') })
  .describe('All keys of a Redis are gone, as by FLUSHDB.');

/** How many of the lost keys are looked for. */
const SAMPLE = 200;
const BATCH = 500;

/** All keys of database 0 are gone; they are kept in the last database. Cured by bringing them back from a copy. */
export const redisFlush = defineFault<z.infer<typeof schema>>({
  kind: 'redis-flush',
  schema,
  describe: (spec) => `flush ${spec['redis-flush']}`,
  targets: (spec) => [spec['redis-flush']],
  needs: () => [],
  validate: (spec, system) => notA('redis', spec['redis-flush'], system),
  open: (spec, { environment }) => {
    const service = spec['redis-flush'];
    return {
      inject: () => inRedis(environment, service, flush),
      evidence: () => inRedis(environment, service, look),
      heal: async () => {
        if (await isUp(environment, service)) await inRedis(environment, service, bringBack);
      },
    };
  },
});

const lastDatabase = async (redis: Redis): Promise<number> => {
  const [, count = '16'] = (await redis.config('GET', 'databases')) as string[];
  return Number(count) - 1;
};

const flush = async (redis: Redis): Promise<void> => {
  const last = await lastDatabase(redis);
  await redis.select(last);
  if ((await redis.dbsize()) > 0) {
    throw new HarnessError(
      'redis-not-flushed',
      `database ${last} holds keys: there is no place to keep others`,
    );
  }
  await redis.swapdb(0, last);
};

const look = async (redis: Redis): Promise<Evidence> => {
  await redis.select(await lastDatabase(redis));
  const [, lost] = await redis.scan('0', 'COUNT', SAMPLE);
  await redis.select(0);
  const back = lost.length === 0 ? 0 : await redis.exists(...lost);
  return {
    seen: lost.length > 0 && back < lost.length / 2,
    what: `${lost.length - back} of ${lost.length} keys that were there are gone; there are ${await redis.dbsize()}`,
  };
};

/** What somebody has written anew stays. */
const bringBack = async (redis: Redis): Promise<void> => {
  await redis.select(await lastDatabase(redis));
  for (;;) {
    const [, keys] = await redis.scan('0', 'COUNT', BATCH);
    if (keys.length === 0 && (await redis.dbsize()) === 0) return;
    const batch = redis.pipeline();
    for (const key of keys) batch.move(key, 0).del(key);
    await batch.exec();
  }
};
