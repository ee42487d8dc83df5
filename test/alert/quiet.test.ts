import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Alerts } from '../../src/alert/prometheus.ts';
import type { StartedEnvironment } from '../../src/environment/model.ts';
import { environmentOf } from '../support/environment.ts';

/** What Prometheus' API tells of a rule; and how often it was asked. */
const rule = { name: 'NowAndThen', state: 'firing', lastEvaluation: '' };
let asked = 0;
const server = createServer(({ url = '' }, response) => {
  asked += 1;
  const evaluated = { lastEvaluation: new Date().toISOString(), rules: [rule] };
  const data = url.includes('targets') ? { activeTargets: [{ health: 'up' }] } : { groups: [evaluated] };
  response.end(JSON.stringify({ data }));
});
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => void server.close());

/** Whatever is asked at whatever port is asked of the server above. */
const environment: StartedEnvironment = {
  ...environmentOf({}),
  operator: () => spawn('sleep', ['1000'], { stdio: 'pipe' }),
  dial: (_, __, signal) =>
    environmentOf({}).dial('localhost', (server.address() as AddressInfo).port, signal),
};

const nextLooks = async (): Promise<void> => {
  const before = asked;
  await expect.poll(() => asked - before).toBeGreaterThan(2);
};

/** In ms: more than passes between two looks on a busy machine. */
const LONG = 60_000;

test('an alert is quiet once an evaluation found it so that long after it fired', async () => {
  const rules = fileURLToPath(new URL('../fixtures/drills/alerts/rules.yml', import.meta.url));
  const spec = { rules, timeScale: 1, metrics: { app: 'http://localhost:8000/metrics' } };
  await using alerts = await Alerts.start(environment, spec, { onChange: () => {}, onError: () => {} });
  await expect.poll(() => alerts.activeWithin(LONG)).toEqual(['NowAndThen']);
  Object.assign(rule, { state: 'inactive', lastEvaluation: new Date().toISOString() });
  await nextLooks();
  expect([...alerts.firing]).toEqual([]);
  expect(alerts.activeWithin(LONG)).toEqual(['NowAndThen']);
  rule.lastEvaluation = new Date(Date.now() + LONG).toISOString();
  await nextLooks();
  expect(alerts.activeWithin(LONG)).toEqual([]);
});
