import { z } from 'zod';
import { redisPasswordOf } from '../compose/redis-password.ts';
import { serviceNamed } from '../compose/service-named.ts';
import { connectRedis } from '../environment/dial/redis.ts';
import { defineProbe } from './model.ts';
import { inWords, oneLine, ProbeError } from './reason.ts';
import { serviceProblems } from './service.ts';

const schema = z
  .strictObject({
    redis: z.string().describe('The Redis or Valkey service.'),
    command: z.string().min(1).optional().describe('Words apart by spaces. Default: PING.'),
    expect: z.string().optional().describe('What the answer must be. Default: anything but an error.'),
  })
  .describe('Redis takes a new connection and answers a command.');

/** Redis takes a new connection and answers a command. */
export const redisProbe = defineProbe<z.infer<typeof schema>>({
  kind: 'redis',
  schema,
  validate: ({ redis }, system) => serviceProblems(redis, system, 'redis'),
  open: ({ redis, command = 'PING', expect }, environment) => {
    const password = redisPasswordOf(serviceNamed(environment.system, redis));
    const target = { host: redis, ...(password !== undefined && { password }) };
    const [verb = '', ...args] = command.trim().split(/\s+/);
    return {
      sample: (signal) =>
        inWords(async () => {
          const client = await connectRedis(environment, target, signal);
          try {
            const answer = await client.call(verb, ...args);
            const seen = oneLine(typeof answer === 'string' ? answer : JSON.stringify(answer));
            if (expect !== undefined && seen !== expect) throw new ProbeError(`${seen}, not ${expect}`);
            return seen;
          } finally {
            client.disconnect();
          }
        }),
      [Symbol.asyncDispose]: async () => {},
    };
  },
});
