import type { Redis } from 'ioredis';
import type { System } from '../compose/model.ts';
import { loginsTo, superuserOf } from '../compose/postgres-login.ts';
import { redisPasswordOf } from '../compose/redis-password.ts';
import { serviceNamed } from '../compose/service-named.ts';
import { type StoreKind, storeKind } from '../compose/store.ts';
import { connectRedis, type RedisTarget } from '../environment/dial/redis.ts';
import type { StartedEnvironment } from '../environment/model.ts';
import { patiently } from './patiently.ts';
import { codeOf } from './superuser.ts';

const TITLES: Readonly<Record<StoreKind, string>> = { postgres: 'PostgreSQL', redis: 'Redis or Valkey' };

/** Why the service is not such a store; nothing, when it is. */
export const notA = (kind: StoreKind, name: string, system: System): readonly string[] =>
  storeKind(serviceNamed(system, name)) === kind ? [] : [`${name} is not a ${TITLES[kind]} (by its image)`];

/** The database that the app's own URL names. */
export const databaseOf = (name: string, system: System): string => {
  const store = serviceNamed(system, name);
  return (loginsTo(system, store)[0] ?? superuserOf(store)).database;
};

/** Does some work in a connection of its own to a Redis. */
export const inRedis = async <Value>(
  environment: StartedEnvironment,
  name: string,
  work: (redis: Redis) => Promise<Value>,
): Promise<Value> => {
  const password = redisPasswordOf(serviceNamed(environment.system, name));
  const target = { host: name, ...(password !== undefined && { password }) };
  const redis = await patiently(() => connectLoaded(environment, target), isBeingStarted);
  try {
    return await work(redis);
  } finally {
    redis.disconnect();
  }
};

const connectLoaded = async (environment: StartedEnvironment, target: RedisTarget): Promise<Redis> => {
  const redis = await connectRedis(environment, target);
  try {
    await redis.ping();
    return redis;
  } catch (error) {
    redis.disconnect();
    throw error;
  }
};

/** It does not listen yet, or reads its data. */
const isBeingStarted = (error: unknown): boolean =>
  codeOf(error) === 'ECONNREFUSED' || (error as Error).message.startsWith('LOADING ');
