import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadSystem } from '../../compose/load.ts';
import { rules } from '../../runbook/lint/catalogue.ts';
import { lintRunbook } from '../../runbook/lint/lint.ts';
import type { Finding } from '../../runbook/lint/model.ts';
import { parseRunbook } from '../../runbook/parse.ts';

const root = new URL('../../../', import.meta.url).pathname;

const lint = async (id: string, name: string): Promise<readonly Finding[]> => {
  const folder = `${root}test/fixtures/lint/${id}`;
  const source = readFileSync(`${folder}/${name}`);
  const compose = existsSync(`${folder}/compose.yaml`)
    ? await loadSystem(`${folder}/compose.yaml`, { env: {} })
    : undefined;
  return lintRunbook(parseRunbook(source, `${folder}/${name}`), {
    source,
    exists: (path) => existsSync(`${folder}/${path}`),
    wholeRepository: true,
    ...(compose?.ok ? { compose: compose.value } : {}),
  });
};

const ids = readdirSync(`${root}src/runbook/lint/rules`).map((file) => file.replace(/\.ts$/, ''));

test('every file in rules/ is in the catalogue, and has a folder of fixtures', () => {
  expect(rules.map(({ id }) => id)).toEqual(ids);
  expect(readdirSync(`${root}test/fixtures/lint`).sort()).toEqual(ids);
});

describe.each(ids)('%s', (id) => {
  const named = (begin: string): readonly string[] =>
    readdirSync(`${root}test/fixtures/lint/${id}`).filter(
      (name) => name.startsWith(begin) && name.endsWith('.md'),
    );

  test.each(named('bad'))('finds what is wrong in %s, each with a hint', async (name) => {
    const found = (await lint(id, name)).filter(({ code }) => code === id);
    expect(found.length).toBeGreaterThan(0);
    for (const { hint, location } of found) {
      expect(hint).toBeTruthy();
      expect(location.line).toBeGreaterThan(0);
    }
  });

  test.each(named('good'))('finds nothing in %s', async (name) => {
    expect((await lint(id, name)).filter(({ code }) => code === id)).toEqual([]);
  });

  test('has a page, with both as its example, and a line in the list of rules', () => {
    const page = readFileSync(`${root}docs/rules/${id}.md`, 'utf8');
    for (const heading of [`# ${id}\n`, '## Why at 3 a.m.', '## How to fix it', '## Example']) {
      expect(page).toContain(heading);
    }
    for (const name of ['bad.md', 'good.md']) {
      expect(page).toContain(readFileSync(`${root}test/fixtures/lint/${id}/${name}`, 'utf8').trim());
    }
    const rule = rules.find((each) => each.id === id);
    expect(readFileSync(`${root}docs/rules/README.md`, 'utf8')).toContain(
      `| [${id}](${id}.md) | ${rule?.severity} | ${rule?.summary} |`,
    );
  });
});

test.each([
  ['bad.md', 'Redis Down" may take'],
  ['bad-two.md', 'Redis Down" or the other procedure may take'],
  ['bad-three.md', 'Redis Down" or any of the 2 other procedures may take'],
])('missing-budget: %s says how many are meant', async (name, words) => {
  const found = (await lint('missing-budget', name)).filter(({ code }) => code === 'missing-budget');
  expect(found.map(({ message }) => message)).toEqual([expect.stringContaining(words)]);
});

test.each([
  ['unexplained-placeholder', 'nothing sets $AREA and $POD: empty, the command means something else'],
  ['endless-command', '"sshuttle -r bastion 10.0.0.1/32" never ends by itself'],
])('%s: what stands in a row is one finding', async (id, message) => {
  const found = (await lint(id, 'row.md')).filter(({ code }) => code === id);
  expect(found.map((each) => each.message)).toEqual([message]);
});

test.each([
  ['endless-command', 'row.md', 'info'],
  ['endless-command', 'bad-row-and-step.md', 'warning'],
  ['endless-command', 'bad.md', 'warning'],
  ['interactive-without-terminal', 'bad-at-the-end.md', 'info'],
  ['interactive-without-terminal', 'bad-pasted.md', 'warning'],
  ['stale-anchor', 'bad-gitlab.md', 'info'],
  ['stale-anchor', 'bad.md', 'warning'],
])('%s: %s is one finding, of severity %s', async (id, name, severity) => {
  const found = (await lint(id, name)).filter(({ code }) => code === id);
  expect(found.map((each) => each.severity)).toEqual([severity]);
});

test('unexplained-placeholder: where the command says what kind of thing it is, it is for information', async () => {
  const found = (await lint('unexplained-placeholder', 'kinds.md')).filter(
    ({ code }) => code === 'unexplained-placeholder',
  );
  expect(found.map(({ location, severity }) => `${location.line} ${severity}`)).toEqual([
    '4 info',
    '5 info',
    '6 info',
    '7 info',
    '8 info',
    '9 warning',
    '10 warning',
  ]);
});

test.each([
  ['chapter.md', 'info'],
  ['bad-some.md', 'warning'],
])('broken-anchor: %s, %s', async (name, severity) => {
  const found = (await lint('broken-anchor', name)).filter(({ code }) => code === 'broken-anchor');
  expect(new Set(found.map((each) => each.severity))).toEqual(new Set([severity]));
  expect(found).toHaveLength(10);
});
