import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sandboxBackend } from '../../src/environment/sandbox/backend.ts';
import { repository } from '../support/cli.ts';
import { libraryExamples } from '../support/examples.ts';
import { canRun } from '../support/require.ts';
import { temporaryFolder } from '../support/temporary.ts';

const FIXTURE = repository('test/fixtures/package');
const PASS = repository('test/fixtures/journals/pass.jsonl');

const TYPES = {
  compilerOptions: {
    strict: true,
    noEmit: true,
    module: 'nodenext',
    target: 'es2024',
    lib: ['es2024', 'esnext.disposable'],
    types: ['node'],
    typeRoots: [repository('node_modules/@types')],
  },
  include: ['*.ts'],
};

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let project: string;

const inProject = (program: string, ...args: readonly string[]) =>
  execa(program, args, {
    cwd: project,
    // npm's own remarks on its configuration are none of the package's.
    env: { NO_COLOR: '1', npm_config_loglevel: 'error' },
    stdin: 'ignore',
    reject: false,
    timeout: 110_000,
    killSignal: 'SIGKILL',
  });

const drillbook = (...args: readonly string[]) => inProject('npx', '--no-install', 'drillbook', ...args);

// A project of its own, outside of the repository, that has nothing but the package.
beforeAll(async () => {
  folder = await temporaryFolder();
  project = join(folder.path, 'project');
  await mkdir(project);
  await execa('npm', ['pack', '--silent', '--pack-destination', folder.path], { cwd: repository('.') });
  const tarball = (await readdir(folder.path)).find((name) => name.endsWith('.tgz')) ?? '';
  const { judge, run } = libraryExamples();
  await Promise.all([
    cp(FIXTURE, project, { recursive: true }),
    writeFile(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' })),
    writeFile(join(project, 'tsconfig.json'), JSON.stringify(TYPES)),
    writeFile(join(project, 'judge.ts'), judge),
    writeFile(join(project, 'run.ts'), run),
  ]);
  const options = ['--no-audit', '--no-fund', '--prefer-offline'];
  await execa('npm', ['install', ...options, join(folder.path, tarball)], { cwd: project });
});

afterAll(() => folder[Symbol.asyncDispose]());

test('the package carries what was built, not the source or the tests', async () => {
  const files = await readdir(join(project, 'node_modules/drillbook'), { recursive: true });
  expect(files).toEqual(expect.arrayContaining(['dist/bundle/main.cjs', 'k6/steady.js']));
  expect(files.filter((name) => name.startsWith('src') || /\.test\.|(?<!\.d)\.ts$/.test(name))).toEqual([]);
});

test('its command says its version', async () => {
  const { stdout, exitCode } = await drillbook('--version');
  expect({ stdout, exitCode }).toEqual({ stdout: expect.stringMatching(/^\d+\.\d+\.\d+/), exitCode: 0 });
});

test('its command reads a runbook', async () => {
  const { stdout, exitCode } = await drillbook('parse', 'runbook.md', '--json');
  expect(exitCode).toBe(0);
  expect(stdout).toContain('"redis-down"');
});

test('it judges a journal as a library', async () => {
  const { stdout, stderr } = await inProject(process.execPath, 'judge.ts', 'runbook.md', PASS);
  expect({ stdout, stderr }).toEqual({ stdout: expect.stringMatching(/^redis-down\npass /), stderr: '' });
});

test('its types fit what docs/library.md shows, and nothing else', async () => {
  const tsc = repository('node_modules/.bin/tsc');
  expect(await inProject(tsc, '-p', '.')).toMatchObject({ stdout: '', exitCode: 0 });
  const wrong = "import { judge } from 'drillbook';\nexport const verdict: 'maybe' = judge([]).verdict;\n";
  await writeFile(join(project, 'wrong.ts'), wrong);
  const { stdout } = await inProject(tsc, '-p', '.');
  expect(stdout).toContain('not assignable to type \'"maybe"\'');
});

const missing = await sandboxBackend.missing();

describe.runIf(canRun('the sandbox', missing[0]?.message))('in the sandbox', () => {
  test('its command plans a drill', async () => {
    const { stdout, exitCode } = await drillbook('plan', 'drill.yaml');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('docker compose restart redis');
  });

  test('its command runs a drill', async () => {
    const { stdout, stderr, exitCode } = await drillbook('run', 'drill.yaml', '--format', 'json');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'pass', control: { ran: true, recovered: false } });
  });

  test('it runs a drill as a library', async () => {
    const { stdout, stderr } = await inProject(process.execPath, 'run.ts', 'drill.yaml', 'journal.jsonl');
    expect({ stdout, stderr }).toEqual({ stdout: 'pass', stderr: '' });
  });
});
