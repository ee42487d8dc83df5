import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { execa } from 'execa';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { drillbook, repository } from '../support/cli.ts';
import { alive, descendants } from '../support/processes.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drillbook-test-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** A run that has shown a line with this label; with all processes that it had then. */
const runUntil = async (label: string) => {
  const journal = join(folder, 'journal.jsonl');
  const run = drillbook(['run', '--journal-path', journal, 'drills/reference/postgresql-down.yaml'], {
    env: { TMPDIR: folder, XDG_RUNTIME_DIR: folder },
  });
  for await (const line of createInterface(run.stdout)) {
    if (line.trimStart().startsWith(label)) break;
  }
  const { pid } = run;
  if (pid === undefined) throw new Error('the run did not start');
  return { run, journal, pid, processes: descendants(pid) };
};

const gone = (processes: readonly number[]) => expect.poll(() => alive(processes)).toEqual([]);

describe.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('%s', (signal, code) => {
  test('heals, tears down, closes the journal, and says so in the exit code', async () => {
    const { run, journal, pid, processes } = await runUntil('evidence');
    expect(processes.length).toBeGreaterThan(3);
    process.kill(pid, signal);
    expect((await run).exitCode).toBe(code);
    await gone(processes);
    const types = (await readFile(journal, 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { type: string }).type);
    expect(types).toContain('interrupted');
    expect(types).toContain('fault-healed');
    expect(types.at(-1)).toBe('drill-finished');
    expect(await readdir(folder)).toEqual(['journal.jsonl']);
  });
});

test('a terminal that is closed', async () => {
  const journal = join(folder, 'journal.jsonl');
  const status = join(folder, 'status');
  const run = `${repository('bin/drillbook')} run --journal-path ${journal} ${repository('drills/reference/postgresql-down.yaml')}`;
  // As an interactive shell does, it passes on that the terminal is gone.
  const script = `trap 'kill -HUP $!' HUP; ${run} & wait $!; wait $!; echo $? > ${status}.new; mv ${status}.new ${status}`;
  const terminal = execa('script', ['--quiet', '--command', script, '/dev/null'], {
    reject: false,
    env: { TMPDIR: folder },
  });
  for await (const chunk of terminal.stdout) if (String(chunk).includes('evidence')) break;
  terminal.kill('SIGKILL');
  await expect.poll(() => readFile(status, 'utf8').catch(() => 'it still runs')).toBe('129\n');
  expect(await readFile(journal, 'utf8')).toMatch(
    /"type":"interrupted","signal":"SIGHUP"[^]*"drill-finished"}\n$/,
  );
});

test.each(['prepare', 'inject', 'respond', 'control'])(
  'kill -9 after %s leaves nothing behind',
  async (label) => {
    const { run, journal, pid, processes } = await runUntil(label);
    process.kill(pid, 'SIGKILL');
    await run;
    await gone(processes);
    expect(await readdir(folder)).toEqual(['journal.jsonl']);
    const judged = await drillbook(['judge', '--format', 'json', journal]);
    expect(JSON.parse(judged.stdout)).toMatchObject({
      verdict: 'inconclusive',
      reasons: [{ code: 'truncated' }],
    });
  },
);
