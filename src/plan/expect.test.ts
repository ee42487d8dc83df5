import { expect, test } from 'vitest';
import { stepsPlanned } from '../../test/support/planned.ts';

/** Commands with what they must show. */
const expected = (text: string): readonly unknown[] =>
  stepsPlanned(`## Shop Down\n\n${text}\n`).flatMap(({ commands }) =>
    commands.map(({ text: typed, expect: shown }) => (shown === undefined ? [typed] : [typed, shown.text])),
  );

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

/** What is said beside a command of its failure, or of nothing that it prints. */
const without = (comment: string): unknown =>
  stepsPlanned(`## Shop Down\n\n\`\`\`bash\ngrep FATAL app.log   # ${comment}\n\`\`\`\n`)[0]?.commands[0]
    ?.expect;

test.each([
  'should return nothing',
  'Must print nothing.',
  'expect no output',
  'Expected: no output',
  'should be empty',
])('%j: nothing must be printed', (comment) => {
  expect(without(comment)).toMatchObject({ text: '' });
  expect(without(comment)).not.toHaveProperty('fails');
});

test.each(['should fail', 'must be refused', 'This should fail with "connection refused"'])(
  '%j: it must fail',
  (comment) => {
    expect(without(comment)).toMatchObject({ fails: true });
  },
);

test.each([
  'should return nothing if all is well',
  'the queue should be empty',
  'should not fail',
  'may fail',
  'should return no errors',
  'should fail over',
  'should fail if the node is down',
])('%j: neither is sure', (comment) => {
  expect(without(comment)).toBeUndefined();
});

test('code in a sentence that should fail', () => {
  expect(
    stepsPlanned(
      '## Shop Down\n\n### Verification\n\nThe old port must be closed: `curl -fsS http://localhost:9999/` should fail with "connection refused".\n',
    )[0]?.commands[0]?.expect,
  ).toMatchObject({ fails: true });
});

/** A verification's only command with what it must do, in a procedure that acts first. */
const verified = (typed: string, below: string, role = 'Verification') =>
  stepsPlanned(
    `## Shop Down\n\n### Resolution\n\n\`\`\`bash\nsystemctl restart redis\n\`\`\`\n\n### ${role}\n\n\`\`\`bash\n${typed}\n\`\`\`\n\n${below}\n`,
  ).at(-1)?.commands[0];

const fenced = (shown: string): string => `\`\`\`\n${shown}\n\`\`\``;
const curl = 'curl -s http://web/healthz';

test.each([
  ['Expected: `green`', 'green'],
  ['Expected output: `{"status":"green"}`', '{"status":"green"}'],
  ['**Expected result:** `green`', 'green'],
  ['The output must contain `green`.', 'green'],
  ['You should see `green`.', 'green'],
  [`Expected output:\n\n${fenced('accepting connections')}`, 'accepting connections'],
  [`**Expected output:**\n\n${fenced('green')}`, 'green'],
  [`You should see:\n\n${fenced('0')}`, '0'],
  [`Expected:\n\n${fenced('(integer) 0')}`, '0'],
  [`This should return:\n\n${fenced('{\n  "status": "ok",\n  "uptime": 12\n}')}`, '{"status":"ok"}'],
])('below a block: %j', (below, text) => {
  expect(verified(curl, below)?.expect).toMatchObject({ text });
});

test.each([
  [`Expected output:\n\n${fenced('NAME  STATUS\nweb   Up 2 minutes')}`],
  [`Expected:\n\n${fenced('db  Up 2 minutes (healthy)')}`],
  [`Expected:\n\n${fenced('{"version": "1.2.3", "uptime": 12}')}`],
  [`You should see:\n\n${fenced('green ...')}`],
  [`This should show:\n\n${fenced('152345')}`],
  ['Expected: `31: server.1=10.1.57.192` etc.'],
  ['Expected: `/home/anna/shop`'],
])('a sample is told, and not compared: %j', (below) => {
  expect(verified(curl, below)?.expect).toBeUndefined();
  expect(verified(curl, below)?.sample).toMatchObject({ from: 'runbook' });
});

test.each([
  [curl, `Example output:\n\n${fenced('green')}`],
  [curl, 'The page should show "Welcome".'],
  [curl, 'You should see `green` in the dashboard.'],
  [curl, 'Some words about it.\n\nIn other words:\n\nExpected: `green`'],
  // Which of the two prints it is not said.
  ['redis-cli ping\nredis-cli dbsize', 'Expected: `PONG`'],
])('%j, %j: nothing of it is sure', (typed, below) => {
  expect(verified(typed, below)).not.toHaveProperty('expect');
  expect(verified(typed, below)).not.toHaveProperty('sample');
});

test('below a block only where it verifies: a diagnosis shows what is broken', () => {
  expect(verified(curl, 'Expected: `green`', 'Diagnosis')?.expect).toBeUndefined();
});

const llen = 'redis-cli LLEN jobs';

test.each([
  [`${llen}   # should be 0`, '=', 0],
  [`${llen}   # must be 0`, '=', 0],
  [`${llen}   # expected: 0`, '=', 0],
  [`psql -tAc "SELECT count(*) FROM orders"   # should return 0`, '=', 0],
  [`grep -c FATAL app.log   # should be less than 10`, '<', 10],
])('%s', (typed, comparison, value) => {
  expect(verified(typed, '')?.expect?.number).toEqual({ comparison, value });
});

test.each([
  ['The count should be 0.', '=', 0],
  ['The number of jobs must be below 10.', '<', 10],
])('a number, below: %s', (below, comparison, value) => {
  expect(verified(llen, below)?.expect?.number).toEqual({ comparison, value });
});

test.each([
  // the status of its exit
  ['redis-cli ping   # should return 0', ''],
  ['redis-cli info   # should be 0', ''],
  [`${llen}   # should be 0 if the worker runs`, ''],
  [`${llen}   # should not be 0`, ''],
])('%s: no number that it must print', (typed, below) => {
  expect(verified(typed, below)?.expect).toBeUndefined();
});

test('a number in a diagnosis is none that it must print', () => {
  expect(verified(`${llen}   # should be less than 10`, '', 'Diagnosis')?.expect).toBeUndefined();
});

test('an answer noted behind a command', () => {
  expect(verified('redis-cli ping   # => PONG', '')?.expect).toMatchObject({ text: 'PONG' });
});

test.each(['=> the queue is empty', '→ PONG', '=> poll the queue, then go on'])(
  '%j tells what is then so',
  (said) => {
    expect(verified(`redis-cli ping   # ${said}`, '')?.expect).toBeUndefined();
  },
);

test.each(['Expected', 'Expected output', 'Expected result'])('a column %j', (head) => {
  const steps = stepsPlanned(
    `## Shop Down\n\n### Verification\n\n| Check | Command | ${head} |\n|---|---|---|\n| health | \`${curl}\` | \`green\` |\n| up | \`redis-cli ping\` | yes or no |\n`,
  ).flatMap(({ commands }) => commands);
  expect(steps.map((command) => command.expect?.text)).toEqual(['green', undefined]);
});

test('the status that an item says', () => {
  const items = stepsPlanned(
    `## Shop Down\n\n### Verification\n\n- \`${code}\` returns 200\n- \`${curl}\` returns 200\n`,
  );
  expect(items.map(({ commands }) => commands[0]?.expect?.text)).toEqual(['200', undefined]);
});

test.each([
  [`curl http://shop/health   # returns 200`, true],
  [`docker compose exec -T web curl -s http://shop/health   # should return 200`, true],
  [`curl -fsS http://shop/health   # returns 200`, false],
  [`curl -si http://shop/health   # returns 200`, false],
  [`curl -s http://shop/health | grep -q ok   # returns 200`, false],
  [`curl -o /dev/null -w '%{http_code}' http://shop/health   # returns 200`, false],
  [`redis-cli ping   # returns 200`, false],
])('%j: a status that is not seen: %j', (typed, unseen) => {
  expect(verified(typed, '')?.unseenStatus !== undefined).toBe(unseen);
});

test('what stands behind a check in a verification is what it must show', () => {
  const verified = (text: string): readonly unknown[] => expected(`### Verification\n\n${text}`);
  expect(verified('- `redis-cli ping` → `PONG`\n- `redis-cli llen jobs` → 0')).toEqual([
    ['redis-cli ping', 'PONG'],
    ['redis-cli llen jobs', '0'],
  ]);
  expect(verified('```bash\nredis-cli ping  # PONG\nredis-cli llen jobs  # 0\n```')).toEqual([
    ['redis-cli ping', 'PONG'],
    ['redis-cli llen jobs', '0'],
  ]);
  expect(verified('- `redis-cli ping` -> PONG\n- `redis-cli info` → OK')).toEqual([
    ['redis-cli ping', 'PONG'],
    ['redis-cli info'],
  ]);
  expect(verified('- `redis-cli ping` → `redis-cli info`\n- `redis-cli llen jobs` → the queue')).toEqual([
    ['redis-cli ping'],
    ['redis-cli info'],
    ['redis-cli llen jobs'],
  ]);
  expect(verified('```bash\n# 1\nredis-cli ping  # OPTIONAL\n```')).toEqual([['redis-cli ping']]);
  expect(expected('### Mitigation\n\n- `redis-cli ping` → `PONG`')).toEqual([['redis-cli ping']]);
  expect(verified('| Command | Expected |\n| --- | --- |\n| `redis-cli llen jobs` | at most 10 |')).toEqual([
    ['redis-cli llen jobs', '10'],
  ]);
});
