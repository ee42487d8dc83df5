import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Procedure, Runbook } from '../../src/runbook/model.ts';
import { parseRunbook } from '../../src/runbook/parse.ts';
import { outlineOf } from '../support/outline.ts';
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

/** First lines of the procedure's commands, of one role where one is asked for. */
const linesOf = ({ parts }: Procedure, role?: string): readonly number[] =>
  parts
    .filter((part) => role === undefined || part.role === role)
    .flatMap(({ steps }) => steps.flatMap(({ commands }) => commands.map(({ lines }) => lines[0])));

/**
 * What people who read the seeds wrote down of each incident: where it stands, its alert, its severity; the commands that bring the
 * system back or are meant to, in the file's order; those that show that it is back.
 */
const INCIDENTS: readonly (readonly [
  seed: string,
  heading: string,
  line: number,
  name: string,
  acts: readonly number[],
  verifies: readonly number[],
])[] = [
  ['000', 'App Down', 29, 'AppDown Critical', [48, 65, 66, 67, 68], [54]],
  ['000', 'High Error Rate', 77, 'HighErrorRate Critical', [110], []],
  ['000', 'High Latency', 114, 'HighLatencyP95 Warning', [], []],
  ['000', 'PostgreSQL Down', 143, 'PostgresDown Critical', [163, 174, 175], [166]],
  ['000', 'DB Pool Exhaustion', 184, 'DatabaseConnectionPoolExhausted Warning', [197], []],
  ['000', 'Slow Queries', 215, 'SlowQueries Warning', [239], []],
  ['000', 'Redis Down', 245, 'RedisDown Critical', [263], [266]],
  ['000', 'Redis High Memory', 274, 'RedisHighMemory Warning', [289, 292], []],
  ['000', 'Disk Space Critical', 297, 'DiskSpaceCritical Critical', [308, 309, 312, 315], []],
  ['000', 'High CPU Usage', 323, 'HighCPUUsage Warning', [], []],
  ['000', 'Brute Force Attack', 354, 'AuthBruteForce Critical', [380], []],
  ['000', 'SLA Breach Risk', 390, 'SLABreachRisk Critical', [], []],
  // Its lines 447 and 448 show it too, but the text has them as a look at the backlog.
  ['000', 'Celery Worker Down', 419, 'CeleryWorkerDown Critical', [444], []],
  ['000', 'Container OOM Killed', 453, 'ContainerOOMKilled Critical', [], []],
  ['001', '1. Application Not Responding (SEV1)', 19, '- SEV1', [46, 49, 50], [53]],
  ['001', '2. Database Connection Failures (SEV1)', 64, '- SEV1', [90, 93, 96], [99]],
  ['001', '3. High Response Times (SEV2)', 104, '- SEV2', [133, 136, 141], []],
  ['001', '4. Blockchain Service Unavailable (SEV2)', 147, '- SEV2', [171, 174, 177, 183], [180]],
  ['001', '5. High Error Rate (SEV2)', 188, '- SEV2', [215], []],
  ['001', '6. Disk Space Full (SEV1)', 223, '- SEV1', [249, 252, 255], [258]],
  ['001', '7. Memory Leak (SEV2)', 263, '- SEV2', [286, 294, 299], []],
  ['002', 'Scenario 1: High Memory Usage', 147, '- -', [153, 156], []],
  ['002', 'Scenario 2: Database Connection Pool Exhausted', 159, '- -', [162, 163, 171], []],
  ['002', 'Scenario 3: Disk Space Full', 176, '- -', [182, 185, 188], []],
  ['002', 'Scenario 4: Redis Memory Exceeded', 191, '- -', [197, 200], []],
  // "Rollback recent deployment" is what lines 263 and 264 are for; they only look.
  ['002', 'High CPU Alert (>80% for 5 min)', 253, '- -', [263, 264], []],
  ['002', 'High Error Rate Alert (>5% requests)', 269, '- -', [], []],
  ['002', 'Slow Query Alert (>1s avg)', 284, '- -', [293], []],
  ['002', 'Health Check Failure', 298, '- -', [], []],
  ['002', 'Incident 1: Database Migration Failure', 313, '- -', [325, 328], []],
  ['002', 'Incident 2: Celery Task Queue Backlog', 336, '- -', [349, 352], []],
  ['002', 'Incident 3: HTTPS Certificate Expired', 360, '- -', [373, 376], [379]],
  ['003', 'LEVEL 1 — SERVICE RESTART & CACHE FLUSH', 120, '- -', [142, 144, 147, 149, 151], [154, 155, 156]],
  ['003', 'LEVEL 2 — TENANT ISOLATION', 172, '- -', [189, 193, 203, 215, 218], []],
  [
    '003',
    'LEVEL 3 — DEPLOYMENT ROLLBACK & DB RESTORE',
    238,
    '- -',
    [251, 254, 255, 261, 262, 263, 273, 279, 280, 282, 283, 284, 304],
    [258, 287, 293],
  ],
  ['003', 'LEVEL 4 — TENANT MAINTENANCE MODE', 309, '- -', [319, 322, 323, 327, 346, 347], []],
  ['003', 'LOGIN_FAILURE_SPIKE', 357, 'LOGIN_FAILURE_SPIKE -', [], []],
  // Line 389 is under "Kill long-running queries" and only lists them.
  ['003', 'DB_HIGH_LATENCY / DB_DOWN', 379, 'DB_HIGH_LATENCY -', [389, 400], []],
  ['003', 'REDIS_DISCONNECT', 403, 'REDIS_DISCONNECT -', [413, 415, 421], [418]],
  ['003', 'DLQ_SPIKE', 424, 'DLQ_SPIKE -', [439], []],
  ['004', '1. High Error Rate (> 5%)', 175, 'HighErrorRate -', [220, 221, 222, 223, 224], [229]],
  ['004', '2. Slow Response Times (p95 > 10s)', 237, 'HighResponseTime -', [286, 288, 289], []],
  ['004', '3. High Resource Utilization (> 80%)', 303, 'HighResourceUtilization -', [342, 345], [354]],
  ['004', '4. Queue Depth High (> 500 jobs)', 359, 'HighQueueDepth -', [398], []],
  ['004', '5. Database Connection Pool Exhausted', 414, 'DatabaseConnectionPoolExhausted -', [455, 457], []],
  ['004', '6. Service Completely Down', 472, 'ServiceDown -', [519, 522, 523], [535]],
  ['004', '7. Authentication Failures', 540, '- -', [579], []],
];

describe.runIf(canRun('the seed runbooks', sharedMissing('seeds')))('the whole model of the seeds', () => {
  test.each(['000', '001', '002', '003', '004'])('%s has the incidents that people found', (number) => {
    expect(
      read(number).procedures.map((procedure) => [
        number,
        procedure.heading,
        procedure.lines[0],
        `${procedure.alert ?? '-'} ${procedure.severity ?? '-'}`,
        linesOf(procedure, 'mitigate'),
        linesOf(procedure, 'verify'),
      ]),
    ).toEqual(INCIDENTS.filter(([seed]) => seed === number));
  });

  test.each(['000', '001', '002', '003', '004'])(
    '%s reads as test/fixtures/golden/%s.txt says',
    async (number) => {
      await expect(outlineOf(read(number))).toMatchFileSnapshot(`../fixtures/golden/${number}.txt`);
    },
  );
});
