import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { byWords } from './by-words.ts';
import { CHANGING } from '../knowledge/changing.ts';
import { DESTRUCTIVE } from '../knowledge/destructive.ts';
import { DESTRUCTIVE_TEXT } from '../knowledge/destructive-text.ts';
import { ENDLESS } from '../knowledge/endless.ts';
import { INTERACTIVE } from '../knowledge/interactive.ts';
import { LOOKING, LOOKS_ONLY_SO } from '../knowledge/looking.ts';
import { RUNS_ANOTHER } from '../knowledge/runs-another.ts';
import { TAKES_STATEMENTS } from '../knowledge/takes-statements.ts';

const forms = [
  ...INTERACTIVE,
  ...TAKES_STATEMENTS,
  ...ENDLESS,
  ...DESTRUCTIVE,
  ...CHANGING,
  ...LOOKING,
  ...LOOKS_ONLY_SO,
]
  .map(({ form }) => form)
  .concat(RUNS_ANOTHER, DESTRUCTIVE_TEXT);
const commands = ['interactive', 'endless', 'destructive', 'placeholder']
  .flatMap((flag) =>
    readFileSync(new URL(`../../../test/fixtures/flags/${flag}.txt`, import.meta.url), 'utf8').split('\n'),
  )
  .flatMap((command) => [command, `/usr/bin/${command}`, `./${command}`]);

test('every form that matches a command is found by its words', () => {
  const candidates = byWords(forms, (form) => form);
  for (const command of commands) {
    const matching = (some: readonly RegExp[]): readonly RegExp[] =>
      some.filter((form) => form.test(command));
    expect([command, ...matching(candidates(command))]).toEqual([command, ...matching(forms)]);
  }
});

test('few forms are left for a command', () => {
  const candidates = byWords(forms, (form) => form);
  expect(candidates('psql -c "select 1"').length).toBeLessThan(forms.length / 2);
});

test.each([
  [/^a|b/, 'x b', true],
  [/^(?:\S*\/)?(?:vi|nano)\b/, '/bin/nano x', true],
  [/^(?:\S*\/)?(?:vi|nano)\b/, 'cat /bin/nano', false],
  [/^p?kill/, 'kill 1', true],
  [/^(?:sudo )?kill/, 'kill 1', true],
  [/^(?:kill|[dp]kill)/, 'dkill 1', true],
  [/^kill/i, 'KILL 1', true],
  [/^kill/, 'ls', false],
  [/^(?:p?kill|stop)/, 'pkill 1', true],
  [/^(?:(?:sudo )?kill|stop)/, 'sudo kill 1', true],
  [/^(?:sudo )?kill/, 'sudo stop', false],
  [/^(?:\S*\/)?(?:[ab]?sh)$/, 'dash', true],
  [/^(?:kill|\$(?:EDITOR|PAGER))/, '$PAGER x', true],
  [/\bkill\b/i, 'sudo KILL 1', true],
  [/\b(?:kill|stop)\s/, 'sudo ls', false],
  [/\b(?:kill|stop)?x/, 'sudo x', true],
  [/^kill|\.(?:stop|halt)\b/, 'x.halt()', true],
  [/^kill|\.(?:stop|halt)\b/, 'x.go()', false],
  [/^\S+\s(?:.*\s)?(?:destroy|wipe)\b/, 'shopctl user wipe', true],
  [/^\S+\s(?:.*\s)?(?:destroy|wipe)\b/, 'shopctl user list', false],
  [/^\S+(?!\s--dry-run)\s(?:--force|-[ef]+o{1,2})/, 'shopctl -efo', true],
  [/^(?:[a-z]+-)?reset(?:-all)*$/, 'shop-reset', true],
  [/^\w+\s[<>]|^\(x\)\+/, '(x)+', true],
  [/^stop$/m, 'x\nstop', true],
])('%s could match %j: %s', (form, text, expected) => {
  expect(byWords([form], (own) => own)(text).length > 0).toBe(expected);
});
