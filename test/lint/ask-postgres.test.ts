import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askPostgres, type AskedPostgres } from '../../src/cli/lint/ask-postgres.ts';
import type { PostgresAnswers } from '../../src/runbook/lint/model.ts';
import { drillbook } from '../support/cli.ts';
import { canRun } from '../support/require.ts';
import { missingServers, startPostgres, type StartedServer } from '../support/servers.ts';
import { temporaryFolder } from '../support/temporary.ts';

describe.runIf(canRun('a real PostgreSQL', missingServers()))('a server that lint asks', () => {
  let postgres: StartedServer;
  let url: string;
  let asked: AskedPostgres;
  beforeAll(async () => {
    postgres = await startPostgres();
    url = `postgres://app@127.0.0.1:${postgres.port}/postgres`;
    const reached = await askPostgres(url);
    if (!('ask' in reached)) throw new Error(reached.message);
    asked = reached;
  });
  afterAll(async () => {
    await asked[Symbol.asyncDispose]();
    await postgres[Symbol.asyncDispose]();
  });

  const query = async (sql: string): Promise<readonly Record<string, unknown>[]> => {
    const client = new Client(url);
    await client.connect();
    const { rows } = await client.query<Record<string, unknown>>(sql);
    await client.end();
    return rows;
  };

  test('what it makes of statements', async () => {
    const statements = [
      'SELECT pid, state FROM pg_stat_activity',
      'SELECT procpid FROM pg_stat_activity',
      'SELECT pg_terminate_backends(1)',
      'SELECT pid FRM pg_stat_activity',
      'SELECT id FROM orders',
      'VACUUM orders',
    ];
    const { answerTo }: PostgresAnswers = await asked.ask(statements);
    expect(statements.map((statement) => answerTo(statement))).toEqual([
      'accepted',
      expect.objectContaining({ message: 'column "procpid" does not exist', at: 7 }),
      expect.objectContaining({ message: 'function pg_terminate_backends(integer) does not exist', at: 7 }),
      expect.objectContaining({ message: 'syntax error at or near "pg_stat_activity"', at: 15 }),
      'unknown',
      'unknown',
    ]);
  });

  test('runs nothing, also what stands behind a semicolon', async () => {
    await query('CREATE TABLE kept (id int)');
    const statements = ['INSERT INTO kept VALUES (1)', 'SELECT 1; DROP TABLE kept', 'DELETE FROM kept'];
    await asked.ask(statements);
    expect(await query('SELECT count(*)::int AS rows FROM kept')).toEqual([{ rows: 0 }]);
  });

  test('drillbook lint --postgres finds what no table knows', async () => {
    await using folder = await temporaryFolder();
    await writeFile(
      join(folder.path, 'db.md'),
      [
        '# Redis is slow',
        '',
        '```bash',
        `psql -c "SELECT query, backend_tipe FROM pg_stat_activity WHERE state = 'active'"`,
        'psql -c "SELECT $COLUMN FROM pg_stat_activity"',
        '```',
        '',
      ].join('\n'),
    );
    const { stdout, exitCode } = await drillbook(['lint', '--postgres', url, 'db.md'], { cwd: folder.path });
    expect(stdout).toMatch(
      /db\.md:4:24 error PostgreSQL \d+ refuses it: column "backend_tipe" does not exist/,
    );
    expect(stdout.match(/refuses it/g)).toHaveLength(1);
    expect(exitCode).toBe(1);
    expect((await drillbook(['lint', 'db.md'], { cwd: folder.path })).exitCode).toBe(0);
  });
});

test('a server that is not there is told, without the password; the files are read all the same', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'db.md'), '# x\n\n```sql\nSELECT procpid FROM pg_stat_activity;\n```\n');
  const { stdout } = await drillbook(['lint', '--postgres', 'postgres://me:secret@127.0.0.1:1/db', 'db.md'], {
    cwd: folder.path,
  });
  expect(stdout).toMatch(/cannot ask PostgreSQL at 127\.0\.0\.1:1: .*ECONNREFUSED/);
  expect(stdout).not.toContain('secret');
  expect(stdout).toContain('pg_stat_activity has no column procpid');
});
