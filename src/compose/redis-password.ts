import type { Service } from './model.ts';

/** What the service's clients must authenticate with: from `redis-server --requirepass …`, or the usual variables. */
export const redisPasswordOf = ({ command = [], environment }: Service): string | undefined => {
  const words = command.flatMap((word) => word.split(/\s+/));
  const option = words.indexOf('--requirepass');
  const given = option === -1 ? undefined : words[option + 1]?.replaceAll(/^["']|["']$/g, '');
  return given ?? environment['REDIS_PASSWORD'] ?? environment['VALKEY_PASSWORD'];
};
