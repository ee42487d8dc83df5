import { expect, test } from 'vitest';
import { growth } from '../../../test/support/growth.ts';
import { commandsIn } from '../../../test/support/commands-in.ts';
import { withoutFencesAroundSteps } from './fenced-steps.ts';

const STEPS = [
  'Severity: Sev-1',
  '',
  '1. Look: `systemctl status web`',
  '2. If it is down: `systemctl start web`',
];
const fenced = (info: string, lines: readonly string[]): string =>
  `Web:\n\n\`\`\`${info}\n${lines.join('\n')}\n\`\`\`\n`;

test('numbered steps in a fence are told as those outside of it', () => {
  expect(
    commandsIn(fenced('', STEPS)).map(({ text, lines: [first], condition }) => [text, first, condition]),
  ).toEqual([
    ['systemctl status web', 6, undefined],
    ['systemctl start web', 7, 'it is down'],
  ]);
});

test.each([
  ['that says what is in it', fenced('markdown', STEPS)],
  ['with a heading', fenced('', ['# Web', ...STEPS])],
  ['with one step', fenced('', STEPS.slice(0, 3))],
  ['whose steps mostly have no command', fenced('', [...STEPS, '3. Wait', '4. Look', '5. Tell the team'])],
  ['that nothing closes', fenced('', STEPS).replace(/\n```\n$/, '\n')],
  ['of commands', fenced('', ['echo `date`', 'echo `hostname`'])],
])('a fence %s stays as it is', (_, text) => {
  expect(withoutFencesAroundSteps(text)).toBe(text);
});

test('eight times as many fences take nothing like 64 times as long', { retry: 2 }, () => {
  expect(growth(withoutFencesAroundSteps, '```\n1. Run `a`\n```x\n', 2000)).toBeLessThan(32);
});
