import { expect, it } from 'vitest';
import type { LoadSecond } from './model.ts';
import { LoadSeconds } from './seconds.ts';

const point = (metric: string, time: string, value: number, expected = true): string => {
  const tags = { status: '200', expected_response: `${expected}` };
  return JSON.stringify({ metric, type: 'Point', data: { time, value, tags } });
};

const refused = (second: number) => [
  point('http_req_duration', `2026-01-01T00:00:0${second}.2Z`, 0, false),
  point('http_req_failed', `2026-01-01T00:00:0${second}.2Z`, 1, false),
];
const answered = (second: number) => point('http_req_duration', `2026-01-01T00:00:0${second}.1Z`, 7);

const gather = (lines: readonly string[]): readonly LoadSecond[] => {
  const seen: LoadSecond[] = [];
  const seconds = new LoadSeconds((second) => seen.push(second));
  for (const line of lines) seconds.add(line);
  seconds.end();
  return seen;
};

it('counts requests, failures and latencies of each second', () => {
  expect(
    gather([
      point('http_reqs', '2026-01-01T00:00:00.1Z', 1),
      point('http_req_duration', '2026-01-01T00:00:00.1Z', 10),
      point('http_req_failed', '2026-01-01T00:00:00.1Z', 0),
      point('http_req_duration', '2026-01-01T00:00:00.999Z', 30),
      point('http_req_failed', '2026-01-01T00:00:00.999Z', 1),
      point('http_req_duration', '2026-01-01T00:00:02.5Z', 1.26),
      point('http_req_failed', '2026-01-01T00:00:02.5Z', 0),
    ]),
  ).toEqual([
    { wallMs: Date.UTC(2026, 0, 1), requests: 2, failed: 1, p50: 10, p95: 30, p99: 30 },
    { wallMs: Date.UTC(2026, 0, 1, 0, 0, 2), requests: 1, failed: 0, p50: 1.3, p95: 1.3, p99: 1.3 },
  ]);
});

it('takes a request that was refused at once for no quick one', () => {
  const [half, all] = gather([answered(1), answered(1), ...refused(1), ...refused(2)]);
  expect(half).toEqual({ wallMs: expect.any(Number), requests: 3, failed: 1, p50: 7 });
  expect(all).toEqual({ wallMs: expect.any(Number), requests: 1, failed: 1 });
});

it('counts a point that comes late for the second that is being gathered', () => {
  const late = gather([
    point('http_req_duration', '2026-01-01T00:00:01.1Z', 10),
    point('http_req_duration', '2026-01-01T00:00:00.9Z', 10),
  ]);
  expect(late.map(({ requests }) => requests)).toEqual([2]);
});

it('passes over a point that was cut off when k6 was ended', () => {
  const whole = point('http_req_duration', '2026-01-01T00:00:01.1Z', 10);
  const seconds = gather([whole, whole.slice(0, -9)]);
  expect(seconds.map(({ requests }) => requests)).toEqual([1]);
});

it('passes over what is no point of a request', () => {
  expect(
    gather(['', 'no JSON', '{"type":"Metric","metric":"http_req_duration","data":{}}', point('vus', '', 3)]),
  ).toEqual([]);
});
