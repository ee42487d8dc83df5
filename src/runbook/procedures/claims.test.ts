import { expect, test } from 'vitest';
import { parseRunbook } from '../parse.ts';
import type { Claim } from '../model.ts';

const claimsIn = (text: string): readonly Claim[] => {
  const { procedures, reference } = parseRunbook(new TextEncoder().encode(text), 'x.md');
  return [
    ...procedures.flatMap((each) => [...each.claims, ...each.parts.flatMap((part) => part.claims)]),
    ...reference.flatMap((part) => part.claims),
  ];
};

const times = (text: string): readonly unknown[] =>
  claimsIn(`# Web down\n\n${text}\n`).map(({ about, value, lines }) => [
    about,
    Number(value) / 60_000,
    ...lines,
  ]);

test.each([
  ['**RTO:** 1 minute', 'recover', 1],
  ['RTO: **15 min**', 'recover', 15],
  ['**Expected recovery time:** 10 minutes', 'recover', 10],
  ['Recovery within **1 minute**.', 'recover', 1],
  ['The service should be back within `5 minutes`.', 'recover', 5],
  ['- __RTO__ = ~15 min', 'recover', 15],
  ['> [Recovery time](https://x.example/rto): 15 min', 'recover', 15],
  ['<p>Recovery time: <b>15 min</b></p>', 'recover', 15],
  ['RTO: 1 hour 30 minutes', 'recover', 90],
  ['Recovery time: up to 1h30m', 'recover', 90],
  ['> Severity: SEV2. Budget: 30 min.', 'recover', 30],
  ['**Time budget:** 10 minutes', 'recover', 10],
  ['MTTR target: 15 min', 'recover', 15],
  ['The site should be up again within five minutes.', 'recover', 5],
  ['Recovery time objective is half an hour', 'recover', 30],
  ['The service recovers in about 3 minutes.', 'recover', 3],
  ['Expected downtime: **5 min**', 'downtime', 5],
  ['Escalate to the DBA after **15 minutes**.', 'escalate', 15],
  ['If this is not fixed in 20 minutes, page the DBA.', 'escalate', 20],
  ['If the service has not recovered within 45 minutes, escalate.', 'escalate', 45],
  ['If the issue persists for more than 20 minutes, escalate to the DBA.', 'escalate', 20],
  ['CTO in 15 min', 'escalate', 15],
  ['Ack the page in PagerDuty within 5 min.', 'respond', 5],
  ['When the primary is lost, the replica takes over; recovery within 2 minutes.', 'recover', 2],
])('%j promises', (text, about, minutes) => {
  expect(times(text)).toEqual([[about, minutes, 3, 3]]);
});

test.each([
  'Recovery point objective: 5 minutes',
  'RPO (on recovery): 5 minutes',
  'Point-in-time recovery: within 7 days',
  'Last incident: recovered in 3 hours 20 minutes.',
  'We recovered from this in 2023 in 4 hours.',
  'In March 2024 recovery took less than 5 minutes: 4 minutes.',
  'If recovery is within 5 minutes, no report is needed.',
  'It will not be restored within 5 minutes.',
  'No downtime for 5 minutes',
  'Call back the customer within 2 days.',
  'File a postmortem; the manager wants it within 5 days.',
  'The lead time is 5 minutes.',
  'Error budget: 43 min',
  'MTTR: 43 min',
  'Call it after 3 minutes.',
  'Run `pg_restore --recovery within 5 minutes`.',
  '```bash\necho "restored within 9 minutes"\n```',
  '```text\nRecovery complete, back online in 35 s\n```',
  '```\n$ ls /backup\nLast run: 2026-11-01 restore: 12 min\n```',
  '    restore: 12 min',
  '<pre>\nrestore: 12 min\n</pre>',
])('%j promises nothing', (text) => {
  expect(times(text)).toEqual([]);
});

test('lines that go on are read as one sentence, and each sentence by itself', () => {
  expect(
    times(
      'The service is expected to recover\nwithin 2 minutes after a restart. Recovery\nwithin 3 minutes. It should be back\nwithin 4 minutes.',
    ),
  ).toEqual([
    ['recover', 2, 3, 4],
    ['recover', 3, 4, 5],
    ['recover', 4, 5, 6],
  ]);
  expect(times('Expected time to recover: 20 minutes. Page the lead if not resolved after 30 min.')).toEqual([
    ['recover', 20, 3, 3],
    ['escalate', 30, 3, 3],
  ]);
});

test.each(['RTO\nServer: 5 minutes', 'Recovery  \nwithin 5 minutes', 'Recovery.\nWithin 5 minutes'])(
  'lines that do not go on are read apart: %j',
  (text) => {
    expect(times(text)).toEqual([]);
  },
);

test('comments among commands promise, also over lines', () => {
  expect(
    times('```bash\n# Recovery\n# within 7 minutes\nuptime # back online within 8 minutes\n```'),
  ).toEqual([
    ['recover', 7, 4, 5],
    ['recover', 8, 6, 6],
  ]);
});

test('who is called when may be drawn', () => {
  expect(times('```\nOn-call\n   | (if not resolved in 15 min)\nLead\n```')).toEqual([
    ['escalate', 15, 5, 5],
  ]);
});

test('a bold severity belongs to all that its line says', () => {
  expect(
    claimsIn('# Levels\n\n- **Critical (P0):** Response < 15 min; resolution < 2 hours\n').map(
      ({ about, scope }) => [about, scope],
    ),
  ).toEqual([
    ['respond', 'Critical (P0)'],
    ['recover', 'Critical (P0)'],
  ]);
});

const limits = (text: string): readonly unknown[] =>
  claimsIn(text).flatMap(({ about, comparison, value }) =>
    about === 'threshold' ? [[comparison, value]] : [],
  );

test.each([
  ['Error rate should not exceed 1%', '<=', 1],
  ['Latency must not be above 500 ms', '<=', 500],
  ['CPU should be no more than 80%', '<=', 80],
  ['CPU should not be lower than 20%', '>=', 20],
  ["CPU shouldn't drop below 20%", '>=', 20],
  ['Verify that the error rate is not > 5%', '<=', 5],
  ['The error rate should have dropped from above 5% to below 1%', '<', 1],
  ['Error rate should drop below **1 %**', '<', 1],
  ['- **Error rate:** < 1%', '<', 1],
])('%j is a limit', (text, comparison, value) => {
  expect(limits(`# Web down\n\n${text}\n`)).toEqual([[comparison, value]]);
});

test.each([
  ['Error rate should drop below 1% within 3 seconds.', 3000],
  ['Within 3 seconds the error rate should drop below 1%.', 3000],
  ['Acknowledge within 5 minutes; the error rate should drop below 1%.', undefined],
])('%j says by when', (text, within) => {
  const claims = claimsIn(`# Web down\n\n${text}\n`);
  expect(claims.find(({ about }) => about === 'threshold')).toMatchObject({ value: 1 });
  expect(claims.find(({ about }) => about === 'threshold')?.within).toBe(within);
});

test('a figure below "Verification" is a limit, and one of a case is none', () => {
  const text =
    '- p99 < 800ms\n- Error rate under 1% for 10 minutes; p50 < 80 ms\n- If p99 < 100 ms, go home\n';
  expect(limits(`# Web down\n\n## Resolution\n\nRun \`reboot\`.\n\n## Verification\n\n${text}`)).toEqual([
    ['<', 800],
    ['<', 1],
    ['<', 80],
  ]);
  expect(limits(`# Web down\n\n## Notes\n\n${text}`)).toEqual([]);
});
