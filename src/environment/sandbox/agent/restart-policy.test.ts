import { expect, test } from 'vitest';
import { RestartPolicyState } from './restart-policy.ts';

test('delays double from 100 ms, and begin anew after a good run', () => {
  const policy = new RestartPolicyState({ name: 'always' });
  expect([policy.next(1, 5), policy.next(1, 5), policy.next(0, 5)]).toEqual([100, 200, 400]);
  expect(policy.next(1, 10_000)).toBe(100);
  expect(policy.restarts).toBe(4);
});

test('a delay is at most a minute', () => {
  const policy = new RestartPolicyState({ name: 'always' });
  const delays = Array.from({ length: 20 }, () => policy.next(1, 0));
  expect(Math.max(...delays.map(Number))).toBe(60_000);
});

test('on-failure: not after success, and only so often', () => {
  const policy = new RestartPolicyState({ name: 'on-failure', maxRetries: 2 });
  expect(policy.next(0, 5)).toBeUndefined();
  expect([policy.next(1, 5), policy.next(1, 5), policy.next(1, 5)]).toEqual([100, 200, undefined]);
  policy.reset();
  expect(policy.next(1, 5)).toBe(100);
});

test('no: never', () => {
  expect(new RestartPolicyState({ name: 'no' }).next(1, 5)).toBeUndefined();
});
