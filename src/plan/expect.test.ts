import { expect, test } from 'vitest';
import type { System } from '../compose/model.ts';
import { parseRunbook } from '../runbook/parse.ts';
import { planSteps } from './steps.ts';

const system: System = { file: 'compose.yaml', project: 'shop', services: [], volumes: [] } as never;

/** Commands with what they must show. */
const expected = (text: string): readonly unknown[] => {
  const runbook = parseRunbook(new TextEncoder().encode(`## Shop Down\n\n${text}\n`), 'shop.md');
  const [procedure] = runbook.procedures;
  if (procedure === undefined) throw new Error('no procedure');
  return planSteps(procedure, {
    drill: { bind: {}, answers: {}, choose: {}, branches: [] },
    system,
    runbookPath: 'shop.md',
    tools: new Set(),
  }).flatMap(({ commands }) =>
    commands.map(({ text: typed, expect: shown }) => (shown === undefined ? [typed] : [typed, shown.text])),
  );
};

const beside = (comment: string): unknown =>
  (expected(`\`\`\`bash\nredis-cli ping   # ${comment}\n\`\`\``)[0] as readonly string[])[1];

test.each([
  ['Should return PONG', 'PONG'],
  ['should return "PONG"', 'PONG'],
  ["must print 'it is up'", 'it is up'],
  ['returns "OK"', 'OK'],
  ['Expected output: `ready`', 'ready'],
  ['should return {"status":"ok"}', '{"status":"ok"}'],
  [`should return '{"status":"ok"}'`, '{"status":"ok"}'],
  ['should return `{"status":"ok"}`', '{"status":"ok"}'],
  [String.raw`should return "{\"a\":1}"`, '{"a":1}'],
  ['Should show `Up` instead of "Exited"', 'Up'],
  ['After a restart, it should show "Up"', 'Up'],
  ['should show 0', '0'],
])('%j is what must be shown', (comment, text) => {
  expect(beside(comment)).toBe(text);
});

test.each([
  'must not return "ERROR"',
  'should never show "Exited"',
  'no longer shows "Exited"',
  "doesn't print `x`",
  'should show "0/1" no longer',
  'will return "NOAUTH" if the password is missing',
  'If it returns "maintenance", lift it',
  'shows "loading" until it is up',
  'may return "LOADING"',
  'expect "v1.2" or "v1.3"',
  'should return `yes` / `on`',
  'should return JSON',
  'Should show HTTP 200',
  'will show UTC time',
  'should return 0',
  'should return "["',
  'should return {"status": "ok", ...}',
  'should show `<pod-name>`',
  'the logs show `no space left on device`',
  'you must be `root`',
])('%j is nothing that must be shown', (comment) => {
  expect(beside(comment)).toBeUndefined();
});

test('words belong to the command beside them, else to the one above', () => {
  expect(
    expected(
      '```bash\nredis-cli info\nredis-cli ping   # should return PONG\nuptime\n# Should show "up"\n```',
    ),
  ).toEqual([['redis-cli info'], ['redis-cli ping', 'PONG'], ['uptime', 'up']]);
});

test('words about something else than the command above are none of its', () => {
  expect(expected('- Run `redis-cli ping`\n- The page should show "Welcome"')).toEqual([['redis-cli ping']]);
  expect(expected('- Run `redis-cli ping`\n- Should show "PONG"')).toEqual([['redis-cli ping', 'PONG']]);
});

test('of two commands in a sentence the last is what answers', () => {
  expect(expected('Run `systemctl restart redis`, then `redis-cli ping`, which should return PONG.')).toEqual(
    [['systemctl restart redis'], ['redis-cli ping', 'PONG']],
  );
});

test('words in the middle of a paragraph, and of a section whose steps act first', () => {
  expect(
    expected(
      '1. Restart it: `systemctl restart redis`\n2. Verify it: `redis-cli ping`\n   should return\n   `PONG`.',
    ),
  ).toEqual([['systemctl restart redis'], ['redis-cli ping', 'PONG']]);
});

test('what is typed into a client shows what is said beside it', () => {
  expect(expected('```bash\nredis-cli\nPING   # should return PONG\n```')).toMatchObject([
    [expect.stringContaining('PING'), 'PONG'],
  ]);
});

const status = (typed: string, said: string): unknown =>
  (expected(`\`\`\`bash\n${typed}\n# ${said}\n\`\`\``)[0] as readonly string[])[1];

const code = "curl -s -o /dev/null -w '%{http_code}' http://web/items/1";

test.each([
  [code, 'Should print 404', '404'],
  [code, 'Should print HTTP 404', '404'],
  [code, 'Should return "404"', '404'],
  [code, 'Expected: 404', '404'],
  ['curl -sI http://web/items/1', 'Should return 404', '404'],
])('%s: %s', (typed, said, shown) => {
  expect(status(typed, said)).toBe(shown);
});

test.each([
  [code, 'Should print 200 or 204'],
  [code, 'Should not print 500'],
  [code, 'Should print 200 if the cache is warm'],
  // it does not print it, or glued to what it prints
  ['curl -s http://web/items/1', 'Should return 404'],
  ["curl -s -w '%{http_code}' http://web/items/1", 'Should print 404'],
])('%s: %s, and nothing is sure', (typed, said) => {
  expect(status(typed, said)).toBeUndefined();
});
