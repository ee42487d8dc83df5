import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { repository } from '../support/cli.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drillbook-lint-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const fed = (args: readonly string[], input: string) =>
  execa(repository('bin/drillbook'), args, {
    cwd: folder,
    env: { NO_COLOR: '1' },
    input,
    reject: false,
    timeout: 60_000,
  });

describe('stdin', () => {
  test('- is linted like a file that stands here', async () => {
    const text = await readFile(repository('test/fixtures/lint/invalid-sql/bad.md'), 'utf8');
    const { stdout, exitCode } = await fed(['lint', '-'], text);
    expect(stdout).toContain('-:6:15 error pg_stat_statements has no column mean_time');
    expect(stdout).toContain('~~~~~~~~~');
    expect(exitCode).toBe(1);
    await writeFile(join(folder, 'compose.yaml'), 'services: { web: { image: nginx } }\n');
    const restart = '# Web down\n\n```bash\ndocker compose restart wbe\n```\n';
    expect((await fed(['lint', '-'], restart)).stdout).toContain('compose.yaml has no service "wbe"');
  });

  test('- is parsed', async () => {
    const { stdout, exitCode } = await fed(['parse', '-'], '# Web down\n\nRun `uptime`.\n');
    expect(stdout).toContain('Web down  -: 1 procedure, 1 command');
    expect(exitCode).toBe(0);
  });

  test('nothing, and too much', async () => {
    expect((await fed(['lint', '-'], '')).stdout).toContain('the file is empty');
    const huge = await fed(['lint', '-'], 'word '.repeat(1_000_000));
    expect(huge.stdout).toContain('the file has more than 4.0 MB');
    expect(huge.exitCode).toBe(3);
  });

  test('--fix has no file to repair', async () => {
    const { stderr, exitCode } = await fed(['lint', '--fix', '-'], '# x\n');
    expect(stderr).toContain('--fix repairs files');
    expect(exitCode).toBe(64);
  });
});
