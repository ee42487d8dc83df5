const DEBUG_REFUSED = 'Redis 7 refuses DEBUG by default ("ERR DEBUG command not allowed")';

/** Redis commands that the server refuses as they are written. Matched on one line. */
export const REFUSED_BY_REDIS: readonly {
  readonly form: RegExp;
  readonly why: string;
  readonly instead: string;
}[] = [
  {
    form: /\bdebug\s+sleep\b/i,
    why: DEBUG_REFUSED,
    instead: 'CLIENT PAUSE 15000, or a server that was started with --enable-debug-command local',
  },
  {
    form: /\bdebug\s+(?!-|sleep\b)\S+/i,
    why: DEBUG_REFUSED,
    instead: 'for expired keys nothing is needed: Redis removes them itself; see INFO stats, expired_keys',
  },
  {
    form: /\b(?:lrange|llen|lrem|lindex|ltrim)\s+["']?\S*bull:\S*:(?:failed|completed|delayed|prioritized)\b/i,
    why: 'Bull keeps these jobs in a sorted set: WRONGTYPE',
    instead: 'ZRANGE, ZCARD, ZREM',
  },
];
