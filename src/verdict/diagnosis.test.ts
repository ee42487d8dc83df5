import { expect, test } from 'vitest';
import type { EventOf } from '../core/event.ts';
import type { Role } from '../runbook/model.ts';
import { tells } from './diagnosis.ts';
import type { Facts } from './facts.ts';

type Reading = EventOf<'command-finished'>;

const reading = (output: string, more: Partial<Reading> = {}): Reading => ({
  type: 'command-finished',
  arm: 'treated',
  at: 10,
  wall: '',
  step: 1,
  lines: [7, 7],
  command: 'look',
  status: 'ok',
  exitCode: 0,
  ms: 1,
  output,
  truncated: false,
  tries: 1,
  ...more,
});

const factsOf = (commands: readonly Reading[], healthy: readonly Reading[]): Facts => {
  const roles: readonly Role[] = ['diagnose', 'mitigate'];
  const steps = roles.map((role, index) => ({ role, number: index + 1, fallback: false }));
  return { plan: { steps }, treated: { commands }, control: { healthy } } as unknown as Facts;
};

const told = (broken: Reading, ...healthy: readonly Reading[]): boolean | undefined =>
  tells(factsOf([broken], healthy), broken);

test.each([
  ['another word', reading('postgres  Exited (137)'), ['postgres  Up', 'postgres  Up']],
  ['another exit code', reading('', { status: 'failed', exitCode: 7 }), ['', '']],
  ['a number that is always the same else', reading('sessions 97'), ['sessions 4', 'sessions 4']],
  ['more of it', reading('a a a'), ['a a', 'a a']],
  ['less of it', reading('a'), ['a a', 'a a']],
  ['a word that never came', reading('ready FATAL'), ['ready', 'ready ready']],
])('it tells by %s', (_, broken, healthy) => {
  expect(told(broken, ...healthy.map((output) => reading(output)))).toBe(true);
});

test.each([
  ['the same', 'PONG', ['PONG', 'PONG']],
  [
    'other times',
    'Up 3 minutes, since 2026-11-21T10:00:02.1Z',
    ['Up 9 seconds, since 2026-11-20T09:59:01.7Z', 'Up 10 seconds, since 2026-11-20T09:59:02.7Z'],
  ],
  ['other ids', 'c0ffee123456 postgres', ['beef00123456 postgres', 'beef00123456 postgres']],
  ['what differs in health too', 'cpu 93 %', ['cpu 3 %', 'cpu 5 %']],
  ['as many lines of a log as there happen to be', 'ready ready', ['ready', 'ready ready ready']],
])('it does not tell by %s', (_, broken, healthy) => {
  expect(told(reading(broken), ...healthy.map((output) => reading(output)))).toBe(false);
});

test('an exit code that changes in health too tells nothing', () => {
  const failed = { status: 'failed', exitCode: 1 } as const;
  expect(told(reading('x', failed), reading('x'), reading('x', failed))).toBe(false);
});

test('nothing is said where it was not tried', () => {
  expect(told(reading('x'))).toBeUndefined();
  expect(told(reading('x', { status: 'skipped' }), reading('y'))).toBeUndefined();
  expect(told(reading('x'), reading('y', { command: 'look elsewhere' }))).toBeUndefined();
});

test('after something was done against the fault it need not show any more', () => {
  const cure = reading('', { step: 2, at: 5, command: 'restart' });
  const late = reading('PONG', { at: 10 });
  expect(tells(factsOf([cure, late], [reading('PONG')]), late)).toBeUndefined();
  const early = reading('PONG', { at: 1 });
  expect(tells(factsOf([early, cure], [reading('PONG')]), early)).toBe(false);
});
