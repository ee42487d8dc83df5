import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Database } from './database.ts';
import { answerBy } from './http.ts';
import { Jobs } from './jobs.ts';
import { runUntilStopped } from './lifecycle.ts';
import { logTo } from './log.ts';
import { createMetrics } from './metrics.ts';
import { Records } from './records.ts';
import { askRedis, connectRedis, FAIL_FAST } from './redis.ts';
import { routesOf } from './routes.ts';
import { Sessions } from './sessions.ts';
import { settingsOrExit } from './settings.ts';

const settings = settingsOrExit('app');
const log = logTo(process.stdout, settings.serviceName);
const database = new Database(settings, log);
const redis = connectRedis(settings, log, FAIL_FAST);
const metrics = createMetrics(database.pool, settings.poolSize);
const jobs = new Jobs(redis, settings.queue);

const answer = answerBy(
  routesOf({
    checks: { postgres: () => database.check(), redis: () => askRedis(redis, () => redis.ping()) },
    metrics,
    records: new Records(database, redis, settings, log),
    sessions: new Sessions(database, redis, settings.sessionFor),
    jobs,
  }),
);

const serve = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
  const begun = performance.now();
  const { route, status } = await answer(message, response);
  metrics.countRequest(message.method ?? '', route, status, (performance.now() - begun) / 1000);
};

const server = createServer((message, response) => void serve(message, response));

runUntilStopped(log, async () => {
  await new Promise((closed) => server.close(closed));
  await jobs.close();
  await database.close();
  redis.disconnect();
});

server.listen(settings.port, settings.host, () => log('info', 'listening', { port: settings.port }));
