import { setTimeout } from 'node:timers/promises';
import { Worker } from 'bullmq';
import { Database } from './database.ts';
import type { JobData } from './jobs.ts';
import { runUntilStopped } from './lifecycle.ts';
import { logTo } from './log.ts';
import { Records } from './records.ts';
import { connectRedis, PATIENT } from './redis.ts';
import { settingsOrExit } from './settings.ts';
import { messageOf } from './unavailable.ts';

const settings = settingsOrExit('worker');
const log = logTo(process.stdout, settings.serviceName);
const database = new Database(settings, log);
const redis = connectRedis(settings, log, PATIENT);
const records = new Records(database, redis, settings, log);

const worker = new Worker<JobData>(
  settings.queue,
  async ({ data }) => {
    await setTimeout(settings.weaknesses.slowJobs);
    await records.process(data.key);
  },
  {
    connection: redis,
  },
);
worker.on('ready', () => log('info', 'waiting for jobs', { queue: settings.queue }));
worker.on('completed', (job) => log('info', 'job done', { id: job.id, key: job.data.key }));
worker.on('failed', (job, error) => log('error', 'job failed', { id: job?.id, error: messageOf(error) }));
// It connects again by itself, and says so.
worker.on('error', () => {});

runUntilStopped(log, async () => {
  // Without Redis it cannot say that it goes, and would wait for it.
  await worker.close(redis.status !== 'ready');
  await database.close();
  redis.disconnect();
});
