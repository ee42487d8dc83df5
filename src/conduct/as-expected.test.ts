import { expect, test } from 'vitest';
import type { Expected } from '../plan/model.ts';
import { asExpected } from './as-expected.ts';

const status = (output: string, exitCode: number, expected: Omit<Expected, 'origin'>): string =>
  asExpected(
    { status: exitCode === 0 ? 'ok' : 'failed', exitCode, output, truncated: false, ms: 1 },
    { ...expected, origin: { from: 'runbook', what: 'as it says' } },
  ).status;

test.each([
  ['', 1, 'ok'],
  ['\n', 0, 'ok'],
  [' id | name\n----+------\n(0 rows)\n\n', 0, 'ok'],
  ['(empty array)\n', 0, 'ok'],
  ['NAME      IMAGE     COMMAND\n', 0, 'ok'],
  ['WARN[0000] compose.yaml: the attribute `version` is obsolete\n', 1, 'ok'],
  ['redis-1  | FATAL out of memory\n', 0, 'failed'],
  ['no such service: redis\n', 1, 'failed'],
  ['FATAL\n', 0, 'failed'],
  ['', 127, 'failed'],
])('nothing must be printed: %j, exit %i: %s', (output, exitCode, is) => {
  expect(status(output, exitCode, { text: '' })).toBe(is);
});

test.each([
  ['0\n', 1, '0', 'ok'],
  ['inactive\n', 3, 'inactive', 'ok'],
  ['PONG\n', 0, 'PONG', 'ok'],
  ['3\n', 0, '0', 'failed'],
  ['connection to port 0 failed\n', 1, '0', 'failed'],
  ['', 1, '0', 'failed'],
  ['0\n', 127, '0', 'failed'],
])('%j, exit %i, where %j must be shown: %s', (output, exitCode, text, is) => {
  expect(status(output, exitCode, { text })).toBe(is);
});

test.each([
  ['3\n', 0, '<', 10, 'ok'],
  ['(integer) 3\n', 0, '<', 10, 'ok'],
  [' count \n-------\n    12\n(1 row)\n', 0, '<', 10, 'failed'],
  ['233\n', 0, '=', 0, 'failed'],
  ['0\n', 1, '=', 0, 'ok'],
  ['5\n', 1, '=', 0, 'failed'],
  ['', 1, '=', 0, 'failed'],
  // which of the columns is meant is not known
  ['active|12\n', 0, '<', 10, 'ok'],
] as const)('%j, exit %i, a number %s %i: %s', (output, exitCode, comparison, value, is) => {
  expect(status(output, exitCode, { text: String(value), number: { comparison, value } })).toBe(is);
});

test.each([
  ['curl: (7) Couldn’t connect to server\n', 7, 'ok'],
  ['{"status":"ok"}\n', 0, 'failed'],
  ['bash: curl: command not found\n', 127, 'failed'],
])('it must fail: %j, exit %i: %s', (output, exitCode, is) => {
  expect(status(output, exitCode, { text: '', fails: true })).toBe(is);
});

test('a command that was ended at its limit has not failed as it should', () => {
  const timedOut = { status: 'timed-out', output: '', truncated: false, ms: 1 } as const;
  const origin = { from: 'runbook', what: 'should fail' } as const;
  expect(asExpected(timedOut, { text: '', fails: true, origin })).toBe(timedOut);
});
