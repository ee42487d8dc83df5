import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { drillbook, repository } from '../support/cli.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drillbook-lint-'));
  await cp(repository('test/fixtures/lint/invalid-sql/bad.md'), join(folder, 'bad.md'));
  await cp(repository('test/fixtures/lint/invalid-sql/good.md'), join(folder, 'good.md'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const lint = (...args: readonly string[]) => drillbook(['lint', ...args], { cwd: folder });

const jsonOf = async (
  ...args: readonly string[]
): Promise<{ runbooks: unknown[]; findings: { rule: string; line: number; severity: string }[] }> =>
  JSON.parse((await lint('--format', 'json', ...args)).stdout) as never;

describe('text', () => {
  test('what was read, the line with a squiggle, the hint, a summary; exit 1', async () => {
    const { exitCode, stdout } = await lint('bad.md');
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^Read 1 runbook, \d procedures?, 1 command\.\n/);
    expect(stdout).toContain(
      'bad.md:6:15 error pg_stat_statements has no column mean_time since PostgreSQL 13',
    );
    expect(stdout).toContain('~~~~~~~~~');
    expect(stdout).toContain('hint: use mean_exec_time');
    expect(stdout.trim().split('\n').at(-1)).toContain('1 error');
  });

  test('is as README.md shows it', async () => {
    const docs = join(folder, 'docs/runbooks');
    await mkdir(docs, { recursive: true });
    await cp(repository('test/fixtures/runbooks/orders.md'), join(docs, 'orders.md'));
    const { stdout } = await lint('docs/runbooks');
    expect(await readFile(repository('README.md'), 'utf8')).toContain(`\`\`\`\n${stdout}\n\`\`\`\n`);
  });

  test('in order: exit 0', async () => {
    const { exitCode, stdout } = await lint('good.md', '--rule', 'missing-budget=off');
    expect(stdout).toContain('Nothing found.');
    expect(exitCode).toBe(0);
  });

  test('a file in another charset is shown as it is read', async () => {
    await writeFile(join(folder, 'wide.md'), Buffer.from('\ufeff# Café down\n', 'utf16le'));
    const { stdout } = await lint('wide.md');
    expect(stdout).toContain('    1 │ # Café down\n');
    expect(stdout).toContain('[mojibake]');
  });

  test('what nobody could type keeps no other file from being read', async () => {
    await writeFile(join(folder, 'deep.md'), `Run \`ls ${'a=$('.repeat(250)}x\` now\n`);
    const { exitCode, stdout, stderr } = await lint('.');
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^Read 3 runbooks,/);
    expect(stdout).toContain('bad.md:6:15 error');
    expect(exitCode).toBe(1);
  });

  test('at most a screen, the worst first; --all shows the rest', async () => {
    const lines = Array.from({ length: 40 }, (_, index) => `see [${index}](missing-${index}.md)`).join(
      '\n\n',
    );
    await writeFile(join(folder, 'many.md'), `# Many\n\n${lines}\n`);
    await mkdir(join(folder, '.git'));
    const short = await lint('.');
    expect(short.stdout.split('\n').length).toBeLessThanOrEqual(52);
    expect(short.stdout).toMatch(/\d+ more \(.*\): --all shows them/);
    expect(short.stdout.indexOf('bad.md')).toBeLessThan(short.stdout.indexOf('many.md'));
    const all = await lint('.', '--all');
    expect(all.stdout).toContain('missing-39.md');
  });
});

describe('levels', () => {
  test('--rule sets one, for one run', async () => {
    for (const level of ['warn', 'warning'])
      expect((await jsonOf('bad.md', '--rule', `invalid-sql=${level}`)).findings).toContainEqual(
        expect.objectContaining({ rule: 'invalid-sql', severity: 'warning' }),
      );
    expect((await lint('bad.md', '--rule', 'invalid-sql=warning')).exitCode).toBe(0);
    expect(
      (await jsonOf('bad.md', '--rule', 'invalid-sql=off')).findings.map(({ rule }) => rule),
    ).not.toContain('invalid-sql');
  });

  test.each([
    ['drillbook.config.yaml', 'warn'],
    ['drillbook.config.yml', 'warning'],
  ])('%s sets them for a repository; --rule wins', async (name, level) => {
    await writeFile(join(folder, name), `lint:\n  rules: { invalid-sql: ${level} }\n  ignore: [good.md]\n`);
    const { runbooks, findings } = await jsonOf('.');
    expect(runbooks).toHaveLength(1);
    expect(findings.find(({ rule }) => rule === 'invalid-sql')?.severity).toBe('warning');
    expect((await lint('.', '--rule', 'invalid-sql=error')).exitCode).toBe(1);
  });

  test('what is all ignored is no failure, and said', async () => {
    await writeFile(join(folder, 'drillbook.config.yaml'), 'lint: { ignore: ["*.md"] }\n');
    const { stdout, exitCode } = await lint('bad.md');
    expect(stdout).toContain('Nothing to check: the configuration ignores all of it.');
    expect(exitCode).toBe(0);
  });

  test.each([
    ['[]', 'the file is a list'],
    ['lint: { postgres: "shop" }', 'cannot ask PostgreSQL: what is named is no URL'],
  ])('%s in the configuration', async (config, message) => {
    await writeFile(join(folder, 'drillbook.config.yaml'), `${config}\n`);
    const { stdout, stderr, exitCode } = await lint('good.md');
    expect(stdout + stderr).toContain(message);
    expect(exitCode).toBe(3);
  });

  test('a configuration that would not be read is told, with the name that is looked for', async () => {
    await writeFile(
      join(folder, 'drillbook.config.json'),
      '{ "lint": { "rules": { "invalid-sql": "off" } } }',
    );
    const { exitCode, stderr } = await lint('bad.md');
    expect(stderr).toContain('drillbook.config.json is not in YAML');
    expect(stderr).toContain('what is looked for is drillbook.config.yaml or drillbook.config.yml');
    expect(exitCode).toBe(3);
    expect((await lint('bad.md', '--config', 'drillbook.config.json')).exitCode).toBe(0);
    await writeFile(join(folder, 'drillbook.config.yaml'), '');
    expect((await lint('bad.md')).exitCode).toBe(1);
  });

  test('a mistake in the configuration is told with its place; exit 3', async () => {
    await writeFile(join(folder, 'drillbook.config.yaml'), 'lint:\n  rules: { invalid-sqll: warn }\n');
    const { exitCode, stderr } = await lint('.');
    expect(stderr).toContain('drillbook.config.yaml:2:12');
    expect(stderr).toContain('did you mean "invalid-sql"?');
    expect(exitCode).toBe(3);
  });

  test.each([
    ['<!-- drillbook-disable-next-line invalid-sql -->\n', true],
    ['<!-- drillbook-disable-next-line -->\n', true],
    ['<!-- drillbook-disable invalid-sql -->\n\ntext\n\n', true],
    ['<!-- drillbook-disable-next-line invalid-shell -->\n', false],
    ['<!-- drillbook-disable invalid-sql -->\n<!-- drillbook-enable invalid-sql -->\n', false],
  ])('%j before a fence', async (comment, isSilent) => {
    const text = await readFile(join(folder, 'bad.md'), 'utf8');
    await writeFile(join(folder, 'bad.md'), text.replace('```sql', `${comment}\`\`\`sql`));
    const { findings } = await jsonOf('bad.md');
    expect(findings.some(({ rule }) => rule === 'invalid-sql')).toBe(!isSilent);
  });
});

const unknownServices = async (...args: readonly string[]): Promise<readonly string[]> =>
  (await jsonOf('runbooks', ...args)).findings
    .filter(({ rule }) => rule === 'unknown-service')
    .map(({ line, severity }) => `${line} ${severity}`);

describe('the Compose file that names are checked against', () => {
  beforeEach(async () => {
    for (const name of ['.git', 'runbooks', 'drills/shop'])
      await mkdir(join(folder, name), { recursive: true });
    await writeFile(join(folder, 'compose.yaml'), 'services: { other: { image: redis } }\n');
    await writeFile(join(folder, 'drills/shop/compose.yaml'), 'services: { web: { image: nginx } }\n');
    await writeFile(
      join(folder, 'runbooks/shop.md'),
      '# Shop down\n\n```bash\ndocker compose restart web\ndocker compose restart wbe\n```\n',
    );
  });

  test('one that is asked for and cannot be read is told before anything is checked', async () => {
    for (const args of [[], ['--fix']]) {
      const { exitCode, stdout, stderr } = await lint('runbooks', '--compose', 'nope.yaml', ...args);
      expect(stderr).toMatch(/cannot read the Compose file .*nope\.yaml: there is no such file/);
      expect(stdout).toBe('');
      expect(exitCode).toBe(3);
    }
  });

  test('a Compose file is no runbook: it is told, and not repaired', async () => {
    await writeFile(join(folder, 'compose.yaml'), 'services: { web: { command: docker-compose ps } }\n');
    const { stdout, exitCode } = await lint('compose.yaml');
    expect(stdout).toContain(
      'compose.yaml:1:1 warning by its name the file is YAML; it was read as Markdown',
    );
    expect(exitCode).toBe(0);
    expect((await lint('runbooks')).stdout).not.toContain('by its name');
  });

  test('the nearest one is a guess', async () => {
    expect(await unknownServices()).toEqual(['4 warning', '5 warning']);
  });

  test('the one that its drills start is its own', async () => {
    await writeFile(
      join(folder, 'drills/shop/down.yaml'),
      'runbook: ../../runbooks/shop.md#shop-down\nenvironment: compose.yaml\nfault: { process: web, action: kill }\n',
    );
    expect(await unknownServices()).toEqual(['5 error']);
    expect(await unknownServices('--compose', 'compose.yaml')).toEqual(['4 error', '5 error']);
  });

  test('where its drills start several, a name of any is known', async () => {
    for (const name of ['web', 'wbe']) {
      const drill = `runbook: ../../runbooks/shop.md#shop-down\nenvironment: ${name}.yaml\nfault: { process: ${name}, action: kill }\n`;
      await writeFile(join(folder, `drills/shop/${name}-down.yaml`), drill);
      await writeFile(join(folder, `drills/shop/${name}.yaml`), `services: { ${name}: { image: nginx } }\n`);
    }
    expect(await unknownServices()).toEqual([]);
  });
});

describe('formats', () => {
  test('SARIF fits its schema', async () => {
    const schema = JSON.parse(
      readFileSync(repository('test/fixtures/sarif-2.1.0.schema.json'), 'utf8'),
    ) as object;
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    const { stdout } = await drillbook(['lint', 'test/fixtures/lint', '--format', 'sarif']);
    const sarif = JSON.parse(stdout) as { runs: { results: { ruleId: string }[] }[] };
    validate(sarif);
    expect(validate.errors).toBeNull();
    expect(sarif.runs[0]?.results.length).toBeGreaterThan(40);
    expect(validate({ ...sarif, runs: [{ results: [] }] })).toBe(false);
  });

  test('GitHub annotations', async () => {
    const { stdout } = await lint('bad.md', '--format', 'github');
    expect(stdout).toContain(
      '::error file=bad.md,line=6,col=15,title=invalid-sql::pg_stat_statements has no column',
    );
  });
});

describe('bad input: a diagnostic each, and the other files are still read', () => {
  test.each([
    ['empty.md', () => '\n', 'the file is empty'],
    ['binary.md', () => Buffer.from([0x23, 0, 1, 2, 0]), 'the file is not text: it holds NUL bytes'],
    ['large.md', () => `# x\n${'text\n'.repeat(1000)}`, 'so much is not read as a runbook'],
  ])('%s', async (name, content, message) => {
    await writeFile(join(folder, name), content());
    await writeFile(join(folder, 'drillbook.config.yaml'), 'lint: { max-bytes: 2000 }\n');
    const { exitCode, stdout } = await lint(name, 'good.md');
    expect(stdout).toContain(message);
    expect(stdout).toContain('Read 1 runbook');
    expect(exitCode).toBe(3);
  });

  test('a large file is parsed where the configuration lets it', async () => {
    await writeFile(join(folder, 'large.md'), `# x\n${'text\n'.repeat(900_000)}`);
    const parse = () => drillbook(['parse', 'large.md'], { cwd: folder });
    expect((await parse()).exitCode).toBe(3);
    await writeFile(join(folder, 'drillbook.config.yaml'), 'lint: { max-bytes: 5000000 }\n');
    expect((await parse()).exitCode).toBe(0);
  });

  test('a folder cannot be parsed as one file', async () => {
    const { stderr, exitCode } = await drillbook(['parse', '.'], { cwd: folder });
    expect(stderr).toContain('cannot read .: it is a folder');
    expect(exitCode).toBe(3);
  });

  test('a link in a circle, a link to its own folder, a link to nothing', async () => {
    await mkdir(join(folder, 'links'));
    await symlink('b.md', join(folder, 'links/a.md'));
    await symlink('a.md', join(folder, 'links/b.md'));
    await symlink('.', join(folder, 'links/self'));
    await symlink('gone.md', join(folder, 'links/c.md'));
    const { exitCode, stdout } = await lint('links', 'good.md');
    expect(stdout.match(/its links lead in a circle/g)).toHaveLength(2);
    expect(stdout).toContain('c.md: there is no such file');
    expect(stdout).toContain('Read 1 runbook');
    expect(exitCode).toBe(3);
  });

  test.each([
    ['nowhere.md', 'cannot read nowhere.md: there is no such file'],
    ['none-*.md', 'no Markdown file matches none-*.md'],
    ['hollow', 'the folder hollow holds no Markdown file'],
  ])('%s', async (pattern, message) => {
    await mkdir(join(folder, 'hollow'));
    const { exitCode, stdout } = await lint(pattern, 'good.md');
    expect(stdout).toContain(message);
    expect(exitCode).toBe(3);
  });

  test.each([
    [['x.md', '--rule', 'no-such=off'], 'there is no rule "no-such"'],
    [['x.md', '--rule', 'Invalid-sql=off'], 'did you mean "invalid-sql"?'],
    [['x.md', '--rule', 'invalid-sql'], 'RULE=off'],
    [['x.md', '--rule', 'invalid-sql=critical'], 'RULE=off, RULE=info, RULE=warn or RULE=error'],
    [['x.md', '--rule', 'invalid-sql=constructor'], 'RULE=off'],
    [['x.md', '--format', 'word'], 'Allowed choices are text, json, sarif, github'],
    [['x.md', '--dry-run'], '--dry-run goes with --fix'],
    [[], "missing required argument 'runbooks'"],
  ])('%j is wrong usage', async (args, message) => {
    const { exitCode, stderr } = await lint(...args);
    expect(stderr).toContain(message);
    expect(exitCode).toBe(64);
  });
});
