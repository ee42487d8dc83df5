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
    healthPath: settings.healthPath,
    checks: { postgres: () => database.check(), redis: () => askRedis(redis, () => redis.ping()) },
    metrics,
    records: new Records(database, redis, settings, log),
    sessions: new Sessions(database, redis, settings.sessionFor),
    jobs,
  }),
);

const serve = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
  const begun = performance.now();
  const { route, path, status, error } = await answer(message, response);
  const ms = performance.now() - begun;
  const method = message.method ?? '';
  metrics.countRequest(method, route, status, ms / 1000);
  if (!settings.logRequests) return;
  log(status < 500 ? 'info' : 'error', 'request', {
    method,
    path,
    status_code: status,
    duration_ms: Math.round(ms),
    tenant_id: message.headers['x-tenant-id'],
    client_ip: message.socket.remoteAddress,
    ...(error !== undefined && { error }),
  });
};

const server = createServer((message, response) => void serve(message, response));

runUntilStopped(log, async () => {
  await new Promise((closed) => server.close(closed));
  await jobs.close();
  await database.close();
  redis.disconnect();
});

server.listen(settings.port, settings.host, () => log('info', 'listening', { port: settings.port }));
