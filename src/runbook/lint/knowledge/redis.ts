/** Redis commands that the server refuses as they are written. Matched on one line. */
export const REFUSED_BY_REDIS: readonly {
  readonly form: RegExp;
  readonly why: string;
  readonly instead: string;
}[] = [
  {
    form: /\bdebug\s+(?!-)\S+/i,
    why: 'Redis 7 refuses DEBUG by default ("ERR DEBUG command not allowed")',
    instead: 'for expired keys nothing is needed: Redis removes them itself; see INFO stats, expired_keys',
  },
  {
    form: /\b(?:lrange|llen|lrem|lindex|ltrim)\s+["']?\S*bull:\S*:(?:failed|completed|delayed|prioritized)\b/i,
    why: 'Bull keeps these jobs in a sorted set: WRONGTYPE',
    instead: 'ZRANGE, ZCARD, ZREM',
  },
];
