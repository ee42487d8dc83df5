import { chmod, cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drillbook } from '../support/cli.ts';
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
      if (command === 'list') expect(stdout).toContain('drills/one');
      else expect(stdout).toBe('');
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
