import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { drillbook } from '../support/cli.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drillbook-lint-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const lint = (...args: readonly string[]) => drillbook(['lint', ...args], { cwd: folder });

describe('--fix', () => {
  const text = [
    '# Runbook â€” Redis',
    '',
    '```bash',
    'docker-compose restart redis && docker-compose ps',
    'docker-compose logs web # â€” all of them â€” now',
    'docker exec -it redis redis-cli ping',
    'docker compose exec -it db psql -c "SELECT 1"',
    '```',
    '',
  ].join('\r\n');

  test('--dry-run shows the lines, and changes nothing', async () => {
    await writeFile(join(folder, 'fix.md'), text);
    const { stdout, exitCode } = await lint('fix.md', '--fix', '--dry-run');
    expect(stdout).toContain(
      '-docker-compose restart redis && docker-compose ps\n+docker compose restart redis && docker compose ps',
    );
    expect(await readFile(join(folder, 'fix.md'), 'utf8')).toBe(text);
    expect(exitCode).toBe(0);
  });

  test('repairs, keeps line ends, and finds nothing to repair afterwards', async () => {
    await writeFile(join(folder, 'fix.md'), text);
    await lint('fix.md', '--fix');
    expect((await readFile(join(folder, 'fix.md'), 'utf8')).split('\r\n')).toEqual([
      '# Runbook — Redis',
      '',
      '```bash',
      'docker compose restart redis && docker compose ps',
      'docker compose logs web # — all of them — now',
      'docker exec -i redis redis-cli ping',
      'docker compose exec -T db psql -c "SELECT 1"',
      '```',
      '',
    ]);
    expect((await lint('fix.md', '--fix')).stdout).toBe('0 files changed');
  });

  test('in one run, on every line of a command, and wherever a sentence has it', async () => {
    const before = [
      '# Web down',
      '',
      'Run `docker-compose restart a` or `docker-compose restart a`.',
      '',
      '```console',
      '$ docker-compose ps && \\',
      '>   docker-compose logs web',
      'web | docker-compose is old',
      '```',
      '',
    ].join('\n');
    await writeFile(join(folder, 'fix.md'), before);
    await lint('fix.md', '--fix');
    expect(await readFile(join(folder, 'fix.md'), 'utf8')).toBe(
      before.replaceAll(/docker-compose (?!is)/g, 'docker compose '),
    );
  });

  test('what is left for a person is counted, and errors in it fail', async () => {
    const warned = '# Web down\n\n```bash\ndocker-compose restart web\n```\n';
    await writeFile(join(folder, 'fix.md'), warned);
    const ok = await lint('fix.md', '--fix');
    expect(ok.stdout).toContain('1 file changed; left for you: 1 warning');
    expect(ok.exitCode).toBe(0);
    await writeFile(
      join(folder, 'fix.md'),
      `${warned}\n\`\`\`sql\nSELECT procpid FROM pg_stat_activity;\n\`\`\`\n`,
    );
    const { stdout, exitCode } = await lint('fix.md', '--fix');
    expect(stdout).toContain('left for you: 1 error');
    expect(exitCode).toBe(1);
  });

  test('only commands are changed, not what is said of the program', async () => {
    await writeFile(
      join(folder, 'fix.md'),
      '# Web down\n\nIn docker-compose up: run `docker-compose up -d`, see [docker-compose docs](https://docs.docker.com/).\n',
    );
    await lint('fix.md', '--fix');
    expect(await readFile(join(folder, 'fix.md'), 'utf8')).toBe(
      '# Web down\n\nIn docker-compose up: run `docker compose up -d`, see [docker-compose docs](https://docs.docker.com/).\n',
    );
  });

  test.each([
    [
      'windows-1252',
      Buffer.from('# Café down – now\r\n', 'latin1').map((byte) => (byte === 0x13 ? 0x96 : byte)),
    ],
    ['utf-16le', Buffer.from('\ufeff# Café down – now\r\n', 'utf16le')],
  ])('a file in %s becomes UTF-8, and the diff says so', async (charset, bytes) => {
    await writeFile(join(folder, 'fix.md'), bytes);
    const { stdout } = await lint('fix.md', '--fix');
    expect(stdout).toContain(`--- fix.md (${charset})\n+++ fix.md (utf-8)\n`);
    expect(await readFile(join(folder, 'fix.md'))).toEqual(Buffer.from('# Café down – now\r\n', 'utf8'));
    expect((await lint('fix.md', '--fix')).stdout).toContain('0 files changed');
  });

  test('what a file holds does not steer the terminal', async () => {
    await writeFile(join(folder, 'fix.md'), '# Web down\n\n```bash\ndocker-compose ps \u001b[2J\n```\n');
    const { stdout } = await lint('fix.md', '--fix', '--dry-run');
    expect(stdout).toContain('+docker compose ps \ufffd[2J');
    expect(stdout).not.toContain('\u001b');
  });
});
