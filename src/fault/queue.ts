import type { Redis } from 'ioredis';
import { z } from 'zod';
import { name } from './fields.ts';
import { isUp } from './is-up.ts';
import { defineFault, type Evidence } from './model.ts';
import { inRedis, notA } from './store.ts';

const schema = z
  .strictObject({
    queue: name.describe('The Redis that holds the queue.'),
    name: name.describe('The queue’s name, as BullMQ has it.'),
    jobs: z
      .enum(['waiting', 'poison', 'failed'])
      .describe(
        'waiting: a backlog. poison: jobs that fail each time, and are tried again at once. failed: dead letters.',
      ),
    count: z.int().min(1).max(10_000).default(1000).describe('How many jobs.'),
    payload: z
      .record(z.string(), z.unknown())
      .default({})
      .describe('What each job carries; for poison, something that the worker cannot do: { key: "\\0" }.'),
    prefix: name.default('bull').describe('BullMQ’s prefix of its keys.'),
  })
  .describe('A queue of BullMQ is filled with jobs.');

type QueueFault = z.infer<typeof schema>;

/** Begins the id of each job. */
const MARK = 'drillbook-';
const LISTS = ['wait', 'paused', 'active'];
const OPEN_SETS = ['delayed', 'prioritized'];
const SETS = [...OPEN_SETS, 'failed', 'completed'];
const BATCH = 500;

/** KEYS: the lists, then the sets, then the jobs' hashes. ARGV: the mark, how many lists and sets there are. */
const REMOVE = `
local mark, lists, sets = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local function own(id) return string.sub(id, 1, #mark) == mark end
for index = 1, lists do
  local kept, found = {}, false
  for _, id in ipairs(redis.call('LRANGE', KEYS[index], 0, -1)) do
    if own(id) then found = true else kept[#kept + 1] = id end
  end
  if found then redis.call('DEL', KEYS[index]) end
  if found then for _, id in ipairs(kept) do redis.call('RPUSH', KEYS[index], id) end end
end
for index = lists + 1, lists + sets do
  for _, id in ipairs(redis.call('ZRANGE', KEYS[index], 0, -1)) do
    if own(id) then redis.call('ZREM', KEYS[index], id) end
  end
end
for index = lists + sets + 1, #KEYS do redis.call('DEL', KEYS[index]) end`;

/** A queue is filled. Cured by workers that do the jobs, or by removing or retrying them. */
export const queueFault = defineFault<QueueFault>({
  kind: 'queue',
  schema,
  describe: ({ name: queue, jobs, count }) => `put ${count} ${jobs} jobs into the queue ${queue}`,
  targets: ({ queue }) => [queue],
  needs: () => [],
  validate: ({ queue }, system) => notA('redis', queue, system),
  open: (spec, { environment }) => ({
    inject: () => inRedis(environment, spec.queue, (redis) => fill(redis, spec)),
    evidence: () => inRedis(environment, spec.queue, (redis) => look(redis, spec)),
    heal: async () => {
      if (await isUp(environment, spec.queue))
        await inRedis(environment, spec.queue, (redis) => empty(redis, spec));
    },
  }),
});

const keyOf = ({ prefix, name: queue }: QueueFault, part: string): string => `${prefix}:${queue}:${part}`;

const idsOf = ({ count }: QueueFault): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${MARK}${index + 1}`);

/** As BullMQ itself adds a job: a hash, its id in a list or a set, and a marker that wakes a worker. */
const fill = async (redis: Redis, spec: QueueFault): Promise<void> => {
  const now = Date.now();
  const opts = { attempts: spec.jobs === 'poison' ? 1_000_000 : 1 };
  const ids = idsOf(spec);
  for (let from = 0; from < ids.length; from += BATCH) {
    const batch = redis.multi();
    for (const id of ids.slice(from, from + BATCH)) {
      const job = { name: 'drillbook', data: JSON.stringify(spec.payload), opts: JSON.stringify(opts) };
      batch.hset(keyOf(spec, id), { ...job, timestamp: now, delay: 0, priority: 0 });
      if (spec.jobs === 'failed') {
        batch.hset(keyOf(spec, id), { failedReason: 'put there by a drill', finishedOn: now, atm: 1 });
        batch.zadd(keyOf(spec, 'failed'), now, id);
      } else batch.lpush(keyOf(spec, 'wait'), id);
    }
    if (spec.jobs !== 'failed') batch.zadd(keyOf(spec, 'marker'), 0, '0');
    await batch.exec();
  }
};

/** A backlog is one as long as half of it is there; poison has been tried, and has failed. */
const look = async (redis: Redis, spec: QueueFault): Promise<Evidence> => {
  const { open, dead } = await placesOf(redis, spec);
  if (spec.jobs === 'waiting')
    return { seen: open.length >= spec.count / 2, what: `${open.length} of ${spec.count} jobs wait` };
  if (spec.jobs === 'failed')
    return { seen: dead.length > 0, what: `${dead.length} of ${spec.count} jobs are dead letters` };
  const tries = await Promise.all(open.slice(0, BATCH).map((id) => redis.hget(keyOf(spec, id), 'atm')));
  const most = Math.max(0, ...tries.map(Number));
  return { seen: most > 0, what: `${open.length} poison jobs, tried ${most} times in vain` };
};

/** The drill’s own jobs. All places are read at once: a worker moves jobs between them all the time. */
const placesOf = async (
  redis: Redis,
  spec: QueueFault,
): Promise<{ readonly open: readonly string[]; readonly dead: readonly string[] }> => {
  const read = redis.multi();
  for (const list of LISTS) read.lrange(keyOf(spec, list), 0, -1);
  for (const set of OPEN_SETS) read.zrange(keyOf(spec, set), '0', '-1');
  read.zrange(keyOf(spec, 'failed'), '0', '-1');
  const answers = (await read.exec()) ?? [];
  const ids = answers.map(([error, found]) => {
    if (error !== null) throw error;
    return (found as readonly string[]).filter(isOwn);
  });
  return { open: ids.slice(0, -1).flat(), dead: ids.at(-1) ?? [] };
};

const isOwn = (id: string): boolean => id.startsWith(MARK);

const empty = async (redis: Redis, spec: QueueFault): Promise<void> => {
  const places = [...LISTS, ...SETS].map((part) => keyOf(spec, part));
  const ids = idsOf(spec);
  for (let from = 0; from < ids.length; from += BATCH) {
    const hashes = ids.slice(from, from + BATCH).map((id) => keyOf(spec, id));
    const keys = [...places, ...hashes];
    await redis.eval(REMOVE, keys.length, ...keys, MARK, `${LISTS.length}`, `${SETS.length}`);
  }
  // The marker only wakes a worker: where no job is left, it is as if it had never been there.
  if ((await redis.exists(...['wait', 'delayed', 'prioritized'].map((part) => keyOf(spec, part)))) === 0)
    await redis.del(keyOf(spec, 'marker'));
};
