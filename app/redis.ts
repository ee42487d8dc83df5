import { Redis, type RedisOptions } from 'ioredis';
import type { Log } from './log.ts';
import type { Settings } from './settings.ts';
import { Unavailable } from './unavailable.ts';

/** Longest pause between two tries to connect, in ms. */
const RETRY_AT_MOST = 200;

/** How a kind of client waits. */
type Patience = Omit<RedisOptions, 'replyMapping'>;

/** For requests: a command fails at once while there is no connection, and soon while there is no answer. */
export const FAIL_FAST: Patience = {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  commandTimeout: 500,
  socketTimeout: 1000,
};

/** For BullMQ's worker, which waits for as long as it takes. */
export const PATIENT: Patience = { maxRetriesPerRequest: null };

export const connectRedis = (settings: Settings, log: Log, patience: Patience): Redis => {
  let wasConnected = false;
  const givesUp = (): boolean => wasConnected && settings.weaknesses.noReconnect.has('redis');
  const redis = new Redis(settings.redisUrl, {
    connectionName: settings.serviceName,
    connectTimeout: 1000,
    retryStrategy: (times) => (givesUp() ? null : Math.min(times * 50, RETRY_AT_MOST)),
    ...patience,
  });
  let connected = false;
  redis.on('ready', () => {
    wasConnected = connected = true;
    log('info', 'connected to redis');
  });
  redis.on('close', () => {
    if (connected) log('error', 'connection to redis lost');
    connected = false;
  });
  // The reason is in what each command is refused with; without a listener ioredis writes it to stderr.
  redis.on('error', () => {});
  return redis;
};

/** @throws Unavailable for whatever reason the command was not done */
export const askRedis = async <Value>(redis: Redis, ask: () => Promise<Value>): Promise<Value> => {
  if (redis.status !== 'ready') throw new Unavailable('redis', new Error(`not connected: ${redis.status}`));
  try {
    return await ask();
  } catch (error) {
    throw new Unavailable('redis', error);
  }
};
