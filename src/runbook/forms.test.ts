import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Command } from './model.ts';
import { parseRunbook } from './parse.ts';

const runbook = parseRunbook(
  readFileSync(new URL('../../test/fixtures/runbooks/forms.md', import.meta.url)),
  'forms.md',
);
const parts = [...runbook.procedures.flatMap((procedure) => procedure.parts), ...runbook.reference];
const commands = parts.flatMap((part) => part.steps.flatMap((step) => step.commands));
const at = (line: number): Command | undefined => commands.find(({ lines }) => lines[0] === line);

test('all that is typed is found, and nothing else', () => {
  expect(
    commands.map(({ lines, where, kind, client, text }) => [
      lines.join('-'),
      `${where} ${client ?? kind}`,
      text.split('\n')[0],
    ]),
  ).toEqual([
    ['12-13', 'fence shell', 'docker ps --filter name=payment \\'],
    ['15-15', 'fence shell', 'systemctl status payment'],
    ['19-19', 'inline shell', 'redis-cli -n 1 LLEN payments'],
    ['23-23', 'fence shell', 'psql -U shop -d payments'],
    ['25-26', 'fence psql', 'SELECT pid, state'],
    ['27-27', 'fence psql', '\\q'],
    ['32-32', 'inline shell', 'docker compose restart payment'],
    ['33-33', 'inline shell', 'kubectl rollout undo deployment/payment'],
    ['39-39', 'fence shell', 'systemctl restart payment'],
    ['41-41', 'fence shell', 'docker restart payment-api'],
    ['44-46', 'fence shell', 'cat > /tmp/override.yaml <<YAML'],
    ['47-49', 'fence shell', 'for i in 1 2; do'],
    ['54-54', 'indented shell', 'kubectl delete pod <payment-pod>'],
    ['61-61', 'fence shell', 'ssh admin@old-host'],
    ['62-62', 'fence shell', 'tail -f /var/log/payment.log'],
    ['66-66', 'inline shell', 'journalctl --vacuum-size=1G'],
    ['70-70', 'prose shell', 'docker compose logs --tail 20 payment'],
  ]);
});

test('what a prompt session printed is kept as expected output', () => {
  expect(at(12)?.expectedOutput).toBe('payment-api');
  expect(at(15)?.expectedOutput).toBe('active (running)');
});

test('statements know the command that opened their client', () => {
  expect(at(25)).toMatchObject({ kind: 'client', openedAt: 23 });
});

test('"# OR" makes two ways of one choice', () => {
  expect([39, 41].map((line) => at(line)?.alternative)).toEqual([
    { choice: 'L39', option: 1 },
    { choice: 'L39', option: 2 },
  ]);
});

test('a cause in a table, "if" before a command: conditions', () => {
  expect([32, 33, 66].map((line) => at(line)?.condition)).toEqual([
    'Out of memory',
    'Bad release',
    'the disk is full',
  ]);
});

test('"If that fails" is a fallback, not a condition for a person to judge', () => {
  const step = parts.flatMap((part) => part.steps).find(({ lines }) => lines[0] === 43);
  expect(step).toMatchObject({ fallback: true, title: 'If that fails, start over' });
  expect(at(44)?.condition).toBeUndefined();
});

test('placeholders are where they stand in the text', () => {
  const { text = '', placeholders = [] } = at(47) ?? {};
  expect(placeholders.map(({ span }) => text.slice(...span))).toEqual(['<region>']);
});

test.each([
  [61, ['placeholder', 'interactive']],
  [62, ['endless']],
  [54, ['placeholder', 'destructive', 'alternative']],
  [66, ['destructive', 'conditional']],
])('the command on line %i is %j', (line, flags) => {
  expect(at(line)?.flags).toEqual(flags);
});

test('bold labels are parts with roles', () => {
  const [procedure] = runbook.procedures;
  expect(procedure).toMatchObject({ alert: 'PaymentApiDown', slug: 'payment-api-down' });
  expect([...new Set(procedure?.parts.map(({ role, heading }) => `${role}: ${heading}`))]).toEqual([
    'diagnose: Diagnosis',
    'mitigate: Diagnosis',
    'mitigate: Resolution',
  ]);
});

test('promises have a value and a unit', () => {
  const claims = [
    ...runbook.procedures.flatMap((procedure) => procedure.claims),
    ...parts.flatMap((part) => part.claims),
  ];
  expect(claims.map(({ about, value, unit, scope, lines }) => [lines[0], about, value, unit, scope])).toEqual(
    [
      [5, 'trigger', 120_000, 'ms', undefined],
      [32, 'figure', 120_000, 'ms', 'Out of memory'],
      [33, 'figure', 300_000, 'ms', 'Bad release'],
      [56, 'threshold', 1, '%', undefined],
      [56, 'http-status', 200, 'status', undefined],
    ],
  );
});
