import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findProcedure } from '../../src/runbook/find-procedure.ts';
import type { Claim, Command, Procedure, Runbook } from '../../src/runbook/model.ts';
import { parseRunbook } from '../../src/runbook/parse.ts';
import { runbookSchema } from '../../src/runbook/schema.ts';
import { canRun } from '../support/require.ts';
import { shared, sharedMissing } from '../support/shared.ts';

const folder = join(shared, 'seeds');

const known = new Map<string, Runbook>();

const read = (number: string): Runbook => {
  const name = readdirSync(folder).find((file) => file.startsWith(number)) ?? '';
  const runbook = known.get(name) ?? parseRunbook(readFileSync(join(folder, name)), name);
  known.set(name, runbook);
  return runbook;
};

const procedure = (runbook: Runbook, name: string): Procedure => {
  const found = findProcedure(runbook, name, { file: 'drill.yaml', line: 1, column: 1 });
  if (!found.ok) throw new Error(found.diagnostics.map(({ message }) => message).join('\n'));
  return found.value;
};

const steps = ({ parts }: Procedure): readonly string[] =>
  parts.flatMap(({ role, branch, steps: own }) =>
    own.map(({ title, commands }) =>
      [
        role,
        ...(branch === undefined ? [] : [`[${branch}]`]),
        title ?? '-',
        commands.map(({ lines }) => lines[0]).join(','),
      ].join(' | '),
    ),
  );

const commands = (runbook: Runbook): readonly Command[] =>
  [...runbook.procedures.flatMap(({ parts }) => parts), ...runbook.reference].flatMap((part) =>
    part.steps.flatMap((step) => step.commands),
  );

const at = (runbook: Runbook, line: number): Command | undefined =>
  commands(runbook).find(({ lines }) => lines[0] === line);

const claims = (runbook: Runbook): readonly Claim[] => [
  ...runbook.procedures.flatMap((each) => [...each.claims, ...each.parts.flatMap((part) => part.claims)]),
  ...runbook.reference.flatMap((part) => part.claims),
];

const claim = (runbook: Runbook, line: number, about: Claim['about']): unknown => {
  const found = claims(runbook).find((each) => each.lines[0] === line && each.about === about);
  return found === undefined ? undefined : [found.comparison, found.value, found.upTo, found.unit];
};

describe.runIf(canRun('the seed runbooks', sharedMissing('seeds')))('seeds', () => {
  test.each([
    ['000', 14],
    ['001', 7],
    ['002', 11],
    ['003', 8],
    ['004', 7],
  ])('%s has %i procedures and fits the schema', (number, count) => {
    const runbook = read(number);
    expect(runbook.procedures).toHaveLength(count);
    expect(runbookSchema.safeParse(runbook).error?.issues).toBeUndefined();
  });

  test('000: every alert is a procedure, by its name', () => {
    expect(read('000').procedures.map(({ alert }) => alert)).toEqual([
      'AppDown',
      'HighErrorRate',
      'HighLatencyP95',
      'PostgresDown',
      'DatabaseConnectionPoolExhausted',
      'SlowQueries',
      'RedisDown',
      'RedisHighMemory',
      'DiskSpaceCritical',
      'HighCPUUsage',
      'AuthBruteForce',
      'SLABreachRisk',
      'CeleryWorkerDown',
      'ContainerOOMKilled',
    ]);
  });

  test('000: PostgreSQL Down is looked at, restarted, verified; RDS is another environment', () => {
    expect(
      steps(procedure(read('000'), 'PostgresDown')).filter((step) => !step.startsWith('reference')),
    ).toEqual([
      'diagnose | Check PostgreSQL container | 156,157',
      'diagnose | Check disk space (most common cause) | 160',
      'mitigate | Restart PostgreSQL | 163',
      'verify | Verify | 166',
      'diagnose | Check for data corruption | 169',
      'mitigate | [AWS RDS (Production)] | - | 174,175',
      'escalate | If data corruption suspected → IMMEDIATELY page Database Lead | ',
      'escalate | If disk full → Increase storage (RDS auto-scaling should handle) | ',
    ]);
  });

  test('000: a pool exhausted is mitigated by ending idle sessions', () => {
    expect(steps(procedure(read('000'), 'DatabaseConnectionPoolExhausted')).slice(0, 3)).toEqual([
      'diagnose | Check active connections | 192',
      'mitigate | Kill idle connections | 197',
      'diagnose | Monitor pool in Grafana | ',
    ]);
  });

  test('000: names are matched on repaired text, lines are those of the raw file', () => {
    const runbook = read('000');
    expect(runbook.title).toBe('PreSkool ERP — Incident Response Runbooks');
    expect(runbook.encoding.mojibake).toBe('windows-1252');
    expect(procedure(runbook, 'Celery Worker Down').lines[0]).toBe(419);
  });

  test('000: promises', () => {
    const runbook = read('000');
    expect(claim(runbook, 31, 'trigger')).toEqual(['>', 60_000, undefined, 'ms']);
    expect(claim(runbook, 38, 'respond')).toEqual(['<=', 300_000, undefined, 'ms']);
    expect(claim(runbook, 72, 'escalate')).toEqual(['<=', 600_000, undefined, 'ms']);
    expect(claim(runbook, 72, 'recover')).toBeUndefined();
    expect(claim(runbook, 186, 'trigger')).toEqual(['>', 85, undefined, '%']);
    expect(claim(runbook, 412, 'sla')).toEqual(['>=', 99.9, undefined, '%']);
    expect(claim(runbook, 484, 'respond')).toEqual(['<=', 300_000, undefined, 'ms']);
  });

  test('000: placeholders are what a drill must bind', () => {
    expect(at(read('000'), 380)?.placeholders.map(({ text }) => text)).toEqual([
      'x.x.x.x',
      '<ip-set-id>',
      '<token>',
    ]);
  });

  test('001: severities, a fallback after the restart, a restore only if corrupted', () => {
    const runbook = read('001');
    expect(runbook.procedures.map(({ severity }) => severity)).toEqual([
      'SEV1',
      'SEV1',
      'SEV2',
      'SEV2',
      'SEV2',
      'SEV1',
      'SEV2',
    ]);
    const [app, database] = runbook.procedures;
    const fallback = app?.parts.flatMap((part) => part.steps).find((step) => step.fallback);
    expect(fallback?.commands.map(({ lines }) => lines[0])).toEqual([49, 50]);
    expect(database?.parts.flatMap(({ role }) => role)).toContain('verify');
    expect(at(runbook, 93)).toMatchObject({
      condition: 'database is corrupted',
      flags: ['destructive', 'conditional'],
    });
  });

  test('002: scenarios, alerts and incidents are procedures', () => {
    expect(read('002').procedures.map(({ heading }) => heading)).toEqual([
      'Scenario 1: High Memory Usage',
      'Scenario 2: Database Connection Pool Exhausted',
      'Scenario 3: Disk Space Full',
      'Scenario 4: Redis Memory Exceeded',
      'High CPU Alert (>80% for 5 min)',
      'High Error Rate Alert (>5% requests)',
      'Slow Query Alert (>1s avg)',
      'Health Check Failure',
      'Incident 1: Database Migration Failure',
      'Incident 2: Celery Task Queue Backlog',
      'Incident 3: HTTPS Certificate Expired',
    ]);
  });

  test('002: what is typed into the Django shell, and the shell commands below it in the same fence', () => {
    const runbook = read('002');
    expect([70, 71, 74, 162, 163].map((line) => at(runbook, line)?.client)).toEqual(
      Array.from({ length: 5 }, () => 'django'),
    );
    expect(at(runbook, 171)).toMatchObject({ kind: 'shell', lines: [171, 173] });
  });

  test('003: "# OR" is a choice, with its condition', () => {
    const runbook = read('003');
    expect([147, 149, 151].map((line) => at(runbook, line)?.alternative)).toEqual([
      { choice: 'L147', option: 1 },
      { choice: 'L147', option: 2 },
      { choice: 'L147', option: 3, when: 'running directly' },
    ]);
  });

  test('003: downtimes, an expected answer, a check list', () => {
    const runbook = read('003');
    expect(claim(runbook, 123, 'downtime')).toEqual(['<=', 30_000, 60_000, 'ms']);
    expect(claim(runbook, 241, 'downtime')).toEqual(['<=', 300_000, 900_000, 'ms']);
    expect(claim(runbook, 418, 'expected-output')).toEqual(['=', 'PONG', undefined, 'text']);
    expect(claim(runbook, 164, 'http-status')).toEqual(['=', 200, undefined, 'status']);
    expect(
      claims(runbook).filter(({ about, lines }) => about === 'checklist' && lines[0] < 170),
    ).toHaveLength(5);
  });

  test('003: commands in the tables of the go-live check list', () => {
    const runbook = read('003');
    expect([512, 513, 514, 515, 516, 522, 532].map((line) => at(runbook, line)?.where)).toEqual(
      Array.from({ length: 7 }, () => 'inline'),
    );
  });

  test('004: alerts, and the numbered incident beside them that has none', () => {
    expect(read('004').procedures.map(({ alert }) => alert)).toEqual([
      'HighErrorRate',
      'HighResponseTime',
      'HighResourceUtilization',
      'HighQueueDepth',
      'DatabaseConnectionPoolExhausted',
      'ServiceDown',
      undefined,
    ]);
  });

  test('004: a table of causes: what to type, only if the cause holds, and how long it takes', () => {
    const runbook = read('004');
    expect(at(runbook, 223)).toMatchObject({
      text: 'docker exec redis redis-cli FLUSHDB',
      condition: 'Redis out of memory',
      flags: ['destructive', 'conditional'],
    });
    expect(claim(runbook, 221, 'figure')).toEqual(['<=', 120_000, 180_000, 'ms']);
    expect(claim(runbook, 232, 'threshold')).toEqual(['<', 1, undefined, '%']);
  });

  test('004: SQL is typed into the psql opened above it', () => {
    expect(at(read('004'), 269)).toMatchObject({ kind: 'client', client: 'psql', openedAt: 266 });
  });
});
