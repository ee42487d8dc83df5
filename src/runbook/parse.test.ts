import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findProcedure } from './find-procedure.ts';
import { parseRunbook } from './parse.ts';

const runbook = parseRunbook(
  readFileSync(new URL('../../test/fixtures/runbooks/alerts.md', import.meta.url)),
  'alerts.md',
);
const location = { file: 'drill.yaml', line: 1, column: 10 };
const [database, disk] = runbook.procedures;

test('sections that name an alert are procedures', () => {
  expect(runbook.procedures.map(({ heading, alert }) => [heading, alert])).toEqual([
    ['Database Down', 'ShopDatabaseDown'],
    ['Disk Full', 'ShopDiskFull'],
  ]);
});

test('mojibake is repaired and told', () => {
  expect(runbook.title).toBe('Shop — on call');
  expect(runbook.diagnostics).toMatchObject([{ code: 'mojibake', severity: 'warning' }]);
});

test('numbered comments make steps, whose words make roles', () => {
  expect(
    database?.parts.flatMap(({ role, branch, steps }) => steps.map(({ title }) => [role, title, branch])),
  ).toEqual([
    ['diagnose', 'Look at it', undefined],
    ['mitigate', 'Restart', undefined],
    ['verify', 'Verify', undefined],
    ['mitigate', undefined, 'AWS RDS (Production)'],
    ['escalate', 'Not resolved in 10 min: call the lead', undefined],
  ]);
});

const roles = (command: string): readonly string[] =>
  parseRunbook(
    new TextEncoder().encode(`# Disk full\n\n## Diagnosis\n\n\`\`\`bash\n${command}\n\`\`\`\n`),
    'x.md',
  ).procedures.flatMap(({ parts }) => parts.map(({ role }) => role));

test('what frees or fills a system mitigates, though nothing of value is lost', () => {
  expect(roles('df -h')).toEqual(['diagnose']);
  expect(roles('apt-get clean')).toEqual(['mitigate']);
  expect(roles('mongorestore dump/')).toEqual(['mitigate']);
});

test('prompts are taken off, and what was printed is no command', () => {
  const commands = disk?.parts.flatMap(({ steps }) => steps.flatMap((step) => step.commands)) ?? [];
  expect(commands.map(({ text, lines, flags }) => [text, lines, flags])).toEqual([
    ['docker exec -it shop-db df -h /data', [37, 37], []],
    ['docker exec shop-db psql -U shop', [40, 40], ['interactive']],
    ['rm -rf /var/tmp/<name>', [46, 46], ['placeholder', 'destructive']],
  ]);
  expect(commands[0]?.expectedOutput).toBe('Filesystem  Size\ntmpfs       64M');
});

test.each(['ShopDatabaseDown', 'shopdatabasedown', 'database-down', 'Database'])(
  '%s names the procedure',
  (name) => {
    expect(findProcedure(runbook, name, location)).toMatchObject({
      ok: true,
      value: { heading: 'Database Down' },
    });
  },
);

test.each([
  ['ShopDatabaseDwon', 'unknown-procedure', 'did you mean "ShopDatabaseDown"?'],
  ['nothing', 'unknown-procedure', 'candidates: ShopDatabaseDown (-database-down), ShopDiskFull (disk-full)'],
  ['D', 'ambiguous-procedure', 'candidates: ShopDatabaseDown (-database-down), ShopDiskFull (disk-full)'],
])('%s is refused with the candidates', (name, code, hint) => {
  expect(findProcedure(runbook, name, location)).toMatchObject({
    ok: false,
    diagnostics: [{ code, hint, location }],
  });
});

const namesIn = (...headings: readonly string[]): readonly (readonly [slug: string, heading: string])[] =>
  parseRunbook(
    new TextEncoder().encode(headings.map((each) => `## ${each}\n\n\`\`\`bash\nuptime\n\`\`\`\n`).join('\n')),
    'x.md',
  ).procedures.map(({ slug, heading }) => [slug, heading]);

test('no two procedures have one slug', () => {
  const slugs = namesIn('Redis', 'Redis 1', 'Redis', 'Redis', 'Redis 1').map(([slug]) => slug);
  expect(slugs).toEqual(['redis', 'redis-1', 'redis-2', 'redis-3', 'redis-1-1']);
});

test('a heading of symbols alone is called by its line', () => {
  expect(namesIn('🔥', 'Section 1', '', '🔥 Redis')).toEqual([
    ['section-1-1', '🔥'],
    ['section-1', 'Section 1'],
    ['section-13', 'section-13'],
    ['-redis', 'Redis'],
  ]);
});

test.each([
  ['a letter of two bytes', 'é', { charset: 'utf-8', bom: false, newline: 'lf' }],
  ['many of them', `a${'é'.repeat(5000)}`, { charset: 'utf-8', bom: false, newline: 'lf' }],
  ['a byte order mark', '\ufeffa\r\n', { charset: 'utf-8', bom: true, newline: 'crlf' }],
])('how a file was saved is told also where it is too large to be read: %s', (_, text, encoding) => {
  const bytes = new TextEncoder().encode(text.repeat(20));
  expect(parseRunbook(bytes, 'x.md', { bytes: 10, nesting: 160 }).encoding).toEqual(encoding);
  const latin = bytes.map((byte) => (byte > 0x7f ? 0xe9 : byte));
  latin[12] = 0x61;
  expect(parseRunbook(latin, 'x.md', { bytes: 10, nesting: 160 }).encoding.charset).toBe('windows-1252');
});

test.each([
  ['compose.yaml', 'services: {}', 'warning', 'by its name the file is YAML; it was read as Markdown'],
  ['app.ts', 'export {}', 'warning', 'by its name the file is source code; it was read as Markdown'],
  ['photo.md', 'a\u0000b', 'error', 'the file is not text: it holds NUL bytes'],
])('%s is no runbook, and said to be none', (path, text, severity, message) => {
  const { diagnostics } = parseRunbook(new TextEncoder().encode(text), path);
  expect(diagnostics).toMatchObject([{ code: 'not-markdown', severity, message }]);
});

const proceduresOf = (heading: string): readonly string[] =>
  parseRunbook(
    new TextEncoder().encode(
      `# Cache poisoned\n\nTrigger: p95 latency > 2 s\n\n## ${heading}\n\n\`\`\`bash\ndocker compose restart cache\n\`\`\`\n\n## Severity levels\n\nSEV1\n`,
    ),
    'cache.md',
  ).procedures.map((procedure) => procedure.heading);

describe('a file whose only section with commands', () => {
  test.each(['Resolution Steps', 'Mitigation'])('is a part of an answer is one as a whole: %s', (heading) => {
    expect(proceduresOf(heading)).toEqual(['Cache poisoned']);
  });

  test('names a task is about that', () => {
    expect(proceduresOf('Clear the cache')).toEqual(['Clear the cache']);
  });
});

const claimsIn = (text: string) =>
  parseRunbook(new TextEncoder().encode(text), 'x.md').reference.flatMap(({ claims }) => claims);

test('what should be so within a time says within which', () => {
  expect(claimsIn('Error rate should drop below 1% within 5 minutes.\n')).toMatchObject([
    { about: 'threshold', comparison: '<', value: 1, unit: '%', within: 300_000 },
  ]);
  expect(claimsIn('Error rate should drop below 1%.\n')[0]).not.toHaveProperty('within');
});

test.each([
  ['Recovery should take less than 2 minutes.', 120_000],
  ['Recovery takes less than 2 minutes.', 120_000],
  ['Recovery time should normally be at most 90 s', 90_000],
  ['The system should be back within 2 minutes.', 120_000],
  ['We promise to be back within 60 seconds.', 60_000],
  ['Promise: back within 3 minutes.', 180_000],
  ['**Our promise:** back in 3 minutes', 180_000],
  ['Back within 2 minutes', 120_000],
  ['The shop is back within about 2 minutes.', 120_000],
  ['Should be back to normal in less than 1 minute.', 60_000],
  ['Recovers within 2 minutes.', 120_000],
])('a promise about the recovery: %j', (text, value) => {
  expect(claimsIn(`${text}\n`)).toMatchObject([{ about: 'recover', comparison: '<=', value, unit: 'ms' }]);
});

test.each([
  'The query should take less than 2 minutes.',
  'The recovery query should take less than 2 minutes.',
  'If recovery takes less than 2 minutes, no report is needed.',
  'Recovery can take more than 2 minutes.',
  'Wait until it is back within the pool, and look again in 2 minutes.',
  'Replication lag should be back within 2 seconds.',
  'Error rate should be back below 1% within 5 minutes.',
  'You should be back within 2 minutes.',
  'Roll the change back within 5 minutes.',
  'Report back within 30 minutes.',
  'I promised to be there within 5 minutes.',
  'If the shop is back within 2 minutes, do nothing.',
  'The replica falls back within 5 seconds.',
  'Check back in 15 minutes.',
  'Roll it back within 2 minutes.',
])('no promise about the recovery: %j', (text) => {
  expect(claimsIn(`${text}\n`).filter(({ about }) => about === 'recover')).toEqual([]);
});

test('"immediate" before a time in a table of severities', () => {
  expect(
    claimsIn(
      '| Level | Response |\n| --- | --- |\n| SEV1 | Immediate (<5 minutes) |\n| SEV2 | Later (<5 minutes) |\n',
    ),
  ).toMatchObject([{ about: 'respond', scope: 'SEV1', value: 300_000 }]);
});

test('the columns of a table are those of its header, also where a cell holds a bar', () => {
  expect(
    claimsIn(
      '| Level | Note | Response |\n|---|---|---|\n| P0 | a \\| b | 5 minutes |\n| P1 | c | 9 minutes \\| 1 hour |\n',
    ),
  ).toMatchObject([
    { scope: 'P0', value: 300_000 },
    { scope: 'P1', value: 540_000 },
  ]);
});

test.each(['  ', '---', '\u00a0'])('the last row of a table above %j is no header', (below) => {
  const table = '| Level | Response |\n| --- | --- |\n| P0 | 5 minutes |\n| P1 | 9 minutes |\n';
  expect(claimsIn(`${table}${below}\nSee above.\n`).map(({ scope }) => scope)).toEqual(['P0', 'P1']);
});

test.each([
  ['<!-- Recovery time: 5 minutes -->', 0],
  ['<!--\nRecovery time: 5 minutes\n-->', 0],
  ['It is up. <!-- at noon --> See: <!--\nRecovery time: 5 minutes --> it. <!-- so -->', 0],
  ['- It is up.\n  <!-- Recovery time: 5 minutes -->', 0],
  ['Recovery time: 5 minutes <!-- agreed -->', 1],
  ['<!-- agreed --> \\\nRecovery time: 5 minutes', 1],
  ['```bash\n# <!--\n# Recovery time: 5 minutes\n```', 1],
])('what stands in a comment promises nothing: %j', (text, count) => {
  expect(claimsIn(`# A\n\n${text}\n`)).toHaveLength(count);
});

const namesOf = (text: string) =>
  parseRunbook(
    new TextEncoder().encode(`# API down\n\n${text}\n\n\`\`\`bash\nuptime\n\`\`\`\n`),
    'x.md',
  ).procedures.map(({ alert, severity }) => [alert, severity]);

test.each([
  ['**Alert:** ApiDown  \n**Severity:** SEV-1', 'ApiDown', 'SEV-1'],
  ['Alert: API_DOWN\n\n- Severity: critical', 'API_DOWN', 'critical'],
  ['- **Priority**: P1 (page)', undefined, 'P1'],
  ['Alert: somebody\n\nSeverity: to be found out', undefined, undefined],
  ['Alert: Yes\n\nAn outage of severity: SEV1', undefined, undefined],
])('the alert and the severity that are said in %j', (text, alert, severity) => {
  expect(namesOf(text)).toEqual([[alert, severity]]);
});
