import { expect, test } from 'vitest';
import { signalName, SIGNALS } from './signal.ts';

test.each([
  ['TERM', 'SIGTERM', 15],
  ['sigquit', 'SIGQUIT', 3],
  ['10', 'SIGUSR1', 10],
  ['SIGRTMIN+3', 'SIGRTMIN+3', 37],
  ['rtmin', 'SIGRTMIN', 34],
  ['RTMAX-1', 'SIGRTMAX-1', 63],
  ['64', 'SIGRTMAX', 64],
])('%s is %s', (typed, name, number) => {
  expect(signalName(typed)).toBe(name);
  expect(SIGNALS[name]).toBe(number);
});

test.each(['', '0', '65', 'SIGNONE', 'SIGRTMIN+31', 'constructor'])('%j is none', (typed) => {
  expect(signalName(typed)).toBeUndefined();
});
