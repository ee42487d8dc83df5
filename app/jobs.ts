import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { askRedis } from './redis.ts';
import { within } from './unavailable.ts';

/** What the worker is asked to do: process the record with this key. */
export interface JobData {
  readonly key: string;
}

const ENQUEUE_LIMIT = 1000;

/** The API's end of the queue. */
export class Jobs {
  readonly #redis: Redis;
  readonly #name: string;
  #queue: Promise<Queue<JobData>> | undefined;

  constructor(redis: Redis, name: string) {
    this.#redis = redis;
    this.#name = name;
  }

  /** Resolves with the job's id once Redis has it. A job may be done twice; it does no harm. */
  async enqueue(data: JobData): Promise<string> {
    const queue = await (this.#queue ??= this.#open());
    const job = await askRedis(this.#redis, () => within(ENQUEUE_LIMIT, queue.add('process', data)));
    return job.id ?? '';
  }

  /** @returns BullMQ's word for it (`waiting`, `active`, `completed`, `failed`), or `unknown` */
  async stateOf(id: string): Promise<string> {
    const queue = await (this.#queue ??= this.#open());
    return askRedis(this.#redis, () => within(ENQUEUE_LIMIT, queue.getJobState(id)));
  }

  async close(): Promise<void> {
    await (await this.#queue)?.close();
  }

  /** BullMQ takes longer to load than all the rest: not before it is needed. */
  async #open(): Promise<Queue<JobData>> {
    const { Queue } = await import('bullmq');
    const queue = new Queue<JobData>(this.#name, {
      connection: this.#redis,
      skipWaitingForReady: true,
      defaultJobOptions: {
        // Longer than an outage of PostgreSQL.
        attempts: 600,
        backoff: { type: 'fixed', delay: 500 },
        removeOnComplete: 1000,
      },
    });
    queue.on('error', () => {});
    return queue;
  }
}
