import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Pool } from 'pg';

export interface Metrics {
  readonly contentType: string;
  text(): Promise<string>;
  /** @param route the pattern, not the path: paths are without number */
  countRequest(method: string, route: string, status: number, seconds: number): void;
}

export const createMetrics = (pool: Pool, poolSize: number): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests answered.',
    labelNames: ['method', 'route', 'status_code'],
    registers,
  });
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'From the request to its answer.',
    labelNames: ['method', 'route'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  });
  new Gauge({ name: 'db_pool_size', help: 'Connections at most.', registers }).set(poolSize);
  const connections = new Gauge({
    name: 'db_pool_connections',
    help: 'Connections of the pool to PostgreSQL, and requests that wait for one.',
    labelNames: ['state'],
    registers,
  });
  return {
    contentType: registry.contentType,
    text: () => {
      connections.set({ state: 'used' }, pool.totalCount - pool.idleCount);
      connections.set({ state: 'idle' }, pool.idleCount);
      connections.set({ state: 'waiting' }, pool.waitingCount);
      return registry.metrics();
    },
    countRequest: (method, route, status, seconds) => {
      requests.inc({ method, route, status_code: status });
      durations.observe({ method, route }, seconds);
    },
  };
};
