import type { FaultCase } from './conformance.ts';

const POOL = /^pool is full \((\d+) of \1 slots held by sessions/;

/** One of each fault, on the system of `test/fixtures/compose/faults`. */
export const CASES: readonly FaultCase[] = [
  {
    spec: { process: 'postgres', action: 'kill' },
    seen: /^postgres is exited \(137\); port 5432 refuses connections$/,
  },
  { spec: { process: 'redis', action: 'pause' }, seen: /^redis is paused; port 6379 does not answer$/ },
  {
    spec: { process: 'app', action: 'stop' },
    seen: /^app is exited \((?:0|137)\); port 3000 refuses connections$/,
  },
  {
    spec: { process: 'app', action: 'crash-loop' },
    seen: /^app is (?:exited|restarting) \(1\), \d+ restarts; port 3000 (?:refuses connections|does not answer)$/,
  },
  {
    spec: { process: 'app', action: 'out-of-memory', memory: '12mb' },
    seen: /^app is (?:exited|restarting) \(out of memory\)/,
  },
  { spec: { network: 'postgres', toxic: 'down' }, seen: /refused through the link/ },
  {
    spec: { network: 'redis', toxic: 'latency', latency: '300ms' },
    seen: /answered after [\d.]+ m?s through/,
  },
  {
    spec: { 'connection-leak': 'app', url: 'http://app:3000/leak', set: { LEAK: '3' } },
    seen: /^http:\/\/app:3000\/leak is answered with 503; PostgreSQL takes a connection of its role$/,
  },
  { spec: { queue: 'redis', name: 'mail', jobs: 'waiting', count: 700 }, seen: /^700 of 700 jobs wait$/ },
  { spec: { queue: 'redis', name: 'mail', jobs: 'failed' }, seen: /^1000 of 1000 jobs are dead letters$/ },
  { spec: { cpu: 'app', processes: 2 }, seen: /^2 busy processes in app used \d\.\d\d s of CPU time/ },
  {
    spec: { 'memory-leak': 'app', rate: '4mb', 'up-to': '12mb' },
    seen: /^\d+ processes in app keep \d+ MB of memory$/,
  },
  {
    spec: { 'disk-full': 'app', path: '/var/log/app', by: 'logs', files: 4, age: '8d' },
    seen: /^a write to \/var\/log\/app of app: No space left on device \(100% of 4 MB used\)$/,
  },
  {
    spec: { 'redis-memory': 'redis' },
    seen: /^a write is refused: OOM .*; \d+ MB of \d+ MB used, noeviction$/,
  },
  {
    spec: { 'redis-flush': 'redis' },
    seen: /^3 of 3 keys that were there are gone; there are 0$/,
  },
  { spec: { 'slow-query': 'postgres', index: 'items_tenant' }, seen: /^the index items_tenant is gone$/ },
  {
    spec: {
      'slow-query': 'postgres',
      index: 'items_pkey',
      query: 'SELECT max(id) FROM items',
      'slower-than': '1ms',
    },
    seen: /^the query takes \d+ ms, without the index items_pkey$/,
  },
  {
    spec: { lock: 'postgres', table: 'items' },
    seen: /^a read of items waits for a lock; 1 sessions left open hold one$/,
  },
  {
    spec: { 'runaway-query': 'postgres', sessions: 2 },
    seen: /^2 queries that do not end run for \d/,
  },
  {
    spec: { migration: 'postgres', state: 'failed', table: 'items' },
    seen: /^items wants the column drillbook_migration_left filled$/,
  },
  {
    spec: { migration: 'postgres', state: 'unapplied', table: 'items', column: 'price' },
    seen: /^items has no column price$/,
  },
  {
    spec: { migration: 'postgres', state: 'dropped-table', table: 'public.items' },
    seen: /^the table public\.items is gone$/,
  },
  {
    spec: { data: 'postgres', table: 'items', where: 'tenant = 7', damage: 'delete' },
    seen: /^2000 of 2000 rows of items are not as they were$/,
  },
  {
    spec: {
      data: 'postgres',
      table: 'items',
      where: 'tenant = 7',
      damage: 'blank',
      columns: ['name', 'price'],
    },
    seen: /^2000 of 2000 rows of items are not as they were$/,
  },
  {
    spec: { config: 'app', set: { DATABASE_URL: null, GREETING: 'hello\nworld' } },
    seen: /^app is running, with a wrong DATABASE_URL, GREETING$/,
  },
  {
    spec: { release: 'app', program: ['node', 'bad.mjs'] },
    seen: /^app is (?:running|restarting), in the bad version$/,
  },
  {
    spec: { 'port-conflict': 'app' },
    seen: /^localhost:8000 does not answer, port 3000 of app answers$/,
    own: true,
  },
  {
    spec: { certificate: 'app', file: '/app/tls.pem', key: '/app/tls.key', port: 3443 },
    seen: /^the certificate of app:3443 has expired 20\d\d-\d\d-\d\d$/,
  },
  { spec: { dns: 'postgres' }, seen: /^postgres, looked up in app, is not known$/ },
  { spec: { clock: 'postgres', by: '-2h' }, seen: /^the clock of postgres is 2 h behind$/ },
  {
    spec: {
      command: 'echo broken >/tmp/state',
      in: 'redis',
      evidence: 'cat /tmp/state',
      heal: 'rm -f /tmp/state',
    },
    seen: /^“cat \/tmp\/state” ends with 0: broken$/,
  },
  ...[{}, { in: 'redis' }].map((place) => ({
    spec: {
      command: 'sleep 600 & echo $! >/tmp/left',
      evidence: 'kill -0 "$(cat /tmp/left)"',
      heal: '[ ! -e /tmp/left ] || kill -KILL "$(cat /tmp/left)"; rm -f /tmp/left',
      timeout: '5s',
      ...place,
    },
    seen: /ends with 0$/,
    own: true,
  })),
  { spec: { 'pool-exhaustion': 'postgres', sessions: 'idle' }, seen: POOL },
  { spec: { 'pool-exhaustion': 'postgres', sessions: 'active' }, seen: POOL },
  { spec: { 'pool-exhaustion': 'postgres', sessions: 'idle', role: 'boss' }, seen: POOL },
];
