import { chmod, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drillbook, type DrillResult } from '../support/cli.ts';
import { temporaryFolder } from '../support/temporary.ts';

const RUNBOOK = '# Web down\n\n```bash\ndocker compose restart web\n```\n';
const COMPOSE = 'services:\n  web:\n    image: node:24\n    command: sleep 1d\n';
const DRILL =
  'runbook: ../runbook.md\nenvironment: ../compose.yaml\nfault: { process: web, action: kill }\nprobes: [{ command: "test -e /etc", in: web }]\n';

/** A system with two drills in order, that everybody may read; nothing of it is started. */
const project = async () => {
  const folder = await temporaryFolder();
  const { path } = folder;
  await mkdir(join(path, 'drills'));
  await writeFile(join(path, 'runbook.md'), RUNBOOK);
  await writeFile(join(path, 'compose.yaml'), COMPOSE);
  for (const name of ['one', 'two']) await writeFile(join(path, `drills/${name}.yaml`), DRILL);
  await chmod(path, 0o755);
  return folder;
};

/** The same, with a PostgreSQL whose scripts for the first start lie beside it. */
const withScripts = async (volume: string) => {
  const folder = await project();
  const { path } = folder;
  const db = `  db:\n    image: postgres:17\n    volumes:\n      - ${volume}\n    environment: { POSTGRES_PASSWORD: x }\n`;
  await writeFile(join(path, 'compose.yaml'), COMPOSE + db);
  await mkdir(join(path, 'db'));
  await writeFile(join(path, 'db/init.sql'), 'CREATE TABLE t (n int);\n');
  return folder;
};

const SCRIPT = './db/init.sql:/docker-entrypoint-initdb.d/init.sql:ro';

const asNobody = (cwd: string, ...args: readonly string[]) =>
  drillbook(args, { cwd, unprivileged: true, env: { HOME: cwd, DRILLBOOK_BACKEND: 'sandbox' } });

test.each(['plan', 'list'])('%s: drills that can be read are in order (a control)', async (command) => {
  await using folder = await project();
  const { exitCode, stdout } = await asNobody(folder.path, command, 'drills');
  expect(stdout).toContain('drills/one');
  expect(stdout).toContain('drills/two');
  expect(exitCode).toBe(0);
});

test.each(['run', 'plan', 'list'])(
  '%s: a drill of a folder that may not be read is told, and nothing is started',
  async (command) => {
    await using folder = await project();
    await chmod(join(folder.path, 'drills/two.yaml'), 0);
    for (const pattern of ['drills', 'drills/*.yaml']) {
      const { exitCode, stdout, stderr } = await asNobody(folder.path, command, pattern);
      expect(stderr).toMatch(/cannot read .*\/drills\/two\.yaml: no permission to read it/);
      if (command === 'run') expect(stdout).toBe('');
      else expect(stdout).toContain('drills/one');
      expect(exitCode).toBe(3);
    }
  },
);

test('so is a folder that may not be listed, also where a glob would look into it', async () => {
  await using folder = await project();
  const more = join(folder.path, 'drills/more');
  await cp(join(folder.path, 'drills/two.yaml'), join(more, 'three.yaml'));
  await chmod(more, 0);
  for (const pattern of ['drills', 'drills/**/*.yaml', 'drills/*/three.yaml']) {
    const { exitCode, stderr } = await asNobody(folder.path, 'plan', pattern);
    expect(stderr).toMatch(/cannot read .*\/drills\/more: no permission to read it/);
    expect(exitCode).toBe(3);
  }
  // Control: what lies beside it is not concerned.
  expect((await asNobody(folder.path, 'plan', 'drills/*.yaml')).exitCode).toBe(0);
  await chmod(more, 0o755);
});

test.each(['run', 'plan'])(
  '%s: what the Compose file binds and may not be read is told with its line',
  async (command) => {
    await using folder = await withScripts(SCRIPT);
    // Control: while it may be read, nothing is told.
    expect((await asNobody(folder.path, 'plan', 'drills')).exitCode).toBe(0);
    await chmod(join(folder.path, 'db/init.sql'), 0);
    const { exitCode, stdout, stderr } = await asNobody(folder.path, command, 'drills');
    expect(stderr).toMatch(
      /compose\.yaml:8:9 error "db" binds .*init\.sql, which cannot be read: no permission/,
    );
    expect(stderr).toContain('1 error');
    expect(stdout).toBe('');
    expect(exitCode).toBe(3);
  },
);

test.each(['run', 'plan'])('%s: so is what is not there', async (command) => {
  await using folder = await withScripts(SCRIPT.replace('init.sql', 'gone.sql'));
  const { exitCode, stdout, stderr } = await asNobody(folder.path, command, 'drills');
  expect(stderr).toMatch(/compose\.yaml:8:9 error "db" binds .*gone\.sql, and there is no such file/);
  expect(stdout).toBe('');
  expect(exitCode).toBe(3);
});

test('what is only seen at the start ends each drill in order, with its message', async () => {
  await using folder = await withScripts('./db:/docker-entrypoint-initdb.d');
  await chmod(join(folder.path, 'db/init.sql'), 0);
  // A cache that is its own: what is made for all drills is made meanwhile, as on a new machine.
  await mkdir(join(folder.path, 'cache'));
  await chmod(join(folder.path, 'cache'), 0o777);
  const { exitCode, stdout, stderr } = await drillbook(
    [
      'run',
      '--no-control',
      '--format',
      'json',
      '--journal-path',
      join(folder.path, 'cache/journals'),
      'drills',
    ],
    {
      cwd: folder.path,
      unprivileged: true,
      env: {
        HOME: join(folder.path, 'cache'),
        XDG_CACHE_HOME: join(folder.path, 'cache'),
        DRILLBOOK_BACKEND: 'sandbox',
      },
    },
  );
  const drills = stdout.split('\n').map((line) => JSON.parse(line) as DrillResult);
  expect(drills.map(({ verdict }) => verdict)).toEqual(['inconclusive', 'inconclusive']);
  for (const { reasons, journal } of drills) {
    expect(reasons.map(({ code }) => code)).toEqual(['unreadable-script']);
    expect(reasons[0]?.message).toMatch(/cannot read .*init\.sql, .*: no permission to read it/);
    expect(await readFile(journal, 'utf8')).toContain('"harness-error"');
  }
  expect(stdout + stderr).not.toMatch(/^\s+at /m);
  expect(exitCode).toBe(2);
});

test('lint: a file that may not be read counts more than what was found in others', async () => {
  await using folder = await project();
  const { path } = folder;
  await mkdir(join(path, 'docs'));
  await writeFile(join(path, 'docs/bad.md'), '# Web down\n\n```bash\nif true; do\n```\n');
  await writeFile(join(path, 'docs/closed.md'), RUNBOOK);
  const control = await asNobody(path, 'lint', 'docs');
  expect(control.stdout).toContain('1 error');
  expect(control.exitCode).toBe(1);
  await chmod(join(path, 'docs/closed.md'), 0);
  for (const fix of [[], ['--fix', '--dry-run']])
    expect((await asNobody(path, 'lint', 'docs', ...fix)).exitCode).toBe(3);
});

test('the hint is about the permission, where that is what is wanting', async () => {
  await using folder = await project();
  const { path } = folder;
  const hint = 'hint: let the user who runs Drillbook read it';
  for (const [args, other] of [
    [['parse', 'runbook.md'], 'relative'],
    [['lint', 'runbook.md'], 'other files'],
    [['lint', '.'], 'other files'],
    [['plan', 'drills/one.yaml'], 'relative'],
  ] as const) {
    await chmod(join(path, 'runbook.md'), 0);
    const refused = await asNobody(path, ...args);
    expect(refused.stdout + refused.stderr).toContain(hint);
    expect(refused.stdout + refused.stderr).not.toContain(other);
    expect(refused.exitCode).toBe(3);
    await chmod(join(path, 'runbook.md'), 0o644);
    const control = await asNobody(path, ...args);
    expect(control.stdout + control.stderr).not.toContain('hint: let');
  }
});
