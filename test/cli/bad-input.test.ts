import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../src/plan/model.ts';
import { drillbook, repository } from '../support/cli.ts';
import { temporaryFolder } from '../support/temporary.ts';

const folder = repository('test/fixtures/drills/refused');
const drills = readdirSync(folder).filter(
  (name) => name.endsWith('.yaml') && !name.endsWith('.compose.yaml'),
);

/** What a person reads, as it was read and approved; `scripts/node vitest -u` writes them anew. */
const golden = (name: string): string => repository(`test/fixtures/diagnostics/${name}.txt`);

describe('what a drill has wrong is told with its place, all at once, and nothing is started', () => {
  test.each(drills)('%s', async (name) => {
    const { exitCode, stdout, stderr } = await drillbook(['run', name], { cwd: folder });
    expect(exitCode).toBe(3);
    expect(stdout).toBe('');
    await expect(stderr.replaceAll(repository('.'), '…/')).toMatchFileSnapshot(golden(name));
  });
});

test('several drills: what is wrong with any of them stops all of them', async () => {
  const { exitCode, stdout, stderr } = await drillbook(
    ['run', repository('drills/reference/postgresql-down.yaml'), 'several.yaml'],
    { cwd: folder },
  );
  expect(exitCode).toBe(3);
  expect(stdout).toBe('');
  expect(stderr).toContain('4 errors');
});

const restart = repository('drills/reference/postgresql-down.yaml');

test('several drills: the plans of those that are right are shown all the same', async () => {
  const { exitCode, stdout, stderr } = await drillbook(['plan', '--json', restart, 'several.yaml'], {
    cwd: folder,
  });
  const plans = stdout.trim().split('\n');
  expect(plans.map((plan) => (JSON.parse(plan) as Plan).drill.name)).toEqual(['reference/postgresql-down']);
  expect(stderr).toContain('4 errors');
  expect(exitCode).toBe(3);
});

const names = repository('test/fixtures/drills/refused/names.yaml');

test('what --var gives may be for one of several drills', async () => {
  await using place = await temporaryFolder();
  const drill = join(place.path, 'cache.yaml');
  await writeFile(
    drill,
    `runbook: ${join(folder, 'ways.md')}\nenvironment: ${repository('docker-compose.yml')}\nfault: noop\n`,
  );
  const given = ['--var', 'NEW_LIMIT=64mb'];
  const both = await drillbook(['plan', drill, restart, ...given]);
  expect(both.stderr).not.toContain('error');
  expect(both.stdout).toContain('maxmemory <NEW_LIMIT>');
  expect(both.exitCode).toBe(0);
  expect((await drillbook(['plan', restart, ...given])).exitCode).toBe(3);
});

test('with the runbook of another team, what a drill names for its own is a warning', async () => {
  const { stderr } = await drillbook(['plan', names, '--runbook', 'ways.md#CacheDown'], { cwd: folder });
  expect(stderr).toContain('1 error, 4 warnings');
});

test.each([
  [['run', restart, '--var', 'FOO=2'], 3, '--var FOO: no command of the procedure has such a placeholder'],
  [['run', restart, '--runbook', 'README.md#nope'], 3, 'error --runbook: '],
  [['run', restart, '--runbook', 'nowhere.md'], 3, 'error --runbook: cannot read the runbook'],
  [['run'], 64, "missing required argument 'drills'"],
  [['rnu', 'x'], 64, 'Did you mean run?'],
  [
    ['run', 'x', '--backend', 'kubernetes'],
    64,
    'unknown backend "kubernetes"; there is: auto, docker, sandbox',
  ],
  [['run', 'x', '--var', 'novalue'], 64, 'NAME=VALUE'],
  [['run', 'x', '--report', 'word=F'], 64, 'unknown report "word"; there is: json, junit'],
  [['run', 'nowhere.yaml'], 3, 'there is no file or folder nowhere.yaml'],
  [['judge', 'nowhere.jsonl'], 3, 'cannot read the journal nowhere.jsonl'],
  [['judge', repository('package.json')], 3, 'not an event of a journal'],
  [['judge', repository('test/fixtures/journals/pass.jsonl'), '--format', 'word'], 64, 'Allowed choices'],
  [['parse', 'nowhere.md'], 3, 'cannot read nowhere.md: there is no such file'],
  [['parse', 'docs'], 3, 'cannot read docs: it is a folder'],
])('drillbook %j: exit %i, %s', async (args, code, message) => {
  const { exitCode, stderr } = await drillbook(args);
  expect(stderr).toContain(message);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(exitCode).toBe(code);
});

test('a name with a dash in front is no option where there is such a file', async () => {
  await using place = await temporaryFolder();
  await writeFile(join(place.path, '-oncall.md'), '# Down\n');
  const { exitCode, stderr } = await drillbook(['lint', '-oncall.md'], { cwd: place.path });
  expect(stderr).toContain('hint: the file of that name is ./-oncall.md');
  expect(exitCode).toBe(64);
  // Control: of other options nothing is said.
  expect((await drillbook(['lint', '-x.md'], { cwd: place.path })).stderr).not.toContain('hint');
});

test('of a backend nothing is said where no drill can be read', async () => {
  // As if it were not set.
  const env = { DRILLBOOK_BACKEND: '' };
  expect((await drillbook(['plan', 'nowhere.yaml'], { env })).stderr).not.toContain('backend:');
  const control = await drillbook(['plan', 'drills/reference/postgresql-down.yaml'], { env });
  expect(control.stderr).toContain('backend:');
});

test('the journals of a folder are judged, with the worst exit code', async () => {
  const { stdout, exitCode } = await drillbook(['judge', 'test/fixtures/journals', '--format', 'json']);
  const journals = readdirSync(repository('test/fixtures/journals')).filter((name) =>
    name.endsWith('.jsonl'),
  );
  expect(stdout.trim().split('\n')).toHaveLength(journals.length);
  expect(exitCode).toBe(1);
  const none = await drillbook(['judge', 'docs']);
  expect(none.stderr).toContain('the folder docs holds no journal (*.jsonl)');
  expect(none.exitCode).toBe(3);
});

test.each(['run', 'plan', 'list', 'lint', 'parse', 'judge', 'report', 'doctor', 'clean', 'schema'])(
  '%s --help has an example',
  async (command) => {
    const { exitCode, stdout } = await drillbook([command, '--help']);
    expect(stdout).toContain(`Examples:\n  drillbook ${command}`);
    expect(exitCode).toBe(0);
  },
);

test('--version is the version of the package', async () => {
  const { stdout } = await drillbook(['--version']);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+$/);
});

test('it runs from any folder, and through a link', async () => {
  const { stdout, exitCode } = await drillbook(['list', '--json', repository('drills/reference')], {
    cwd: '/',
  });
  expect(stdout.split('\n').length).toBeGreaterThan(1);
  expect(exitCode).toBe(0);
});
