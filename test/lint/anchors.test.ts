import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { drillbook } from '../support/cli.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drillbook-lint-'));
  for (const name of ['.git', 'docs']) await mkdir(join(folder, name));
  await writeFile(
    join(folder, 'docs/other.md'),
    '# Other\n\n## 🔥 Redis is slow\n\n## Retries + Fails\n\n## Restore {#tape}\n\n<a id="mark"></a>\n',
  );
  await writeFile(join(folder, 'docs/large.md'), `# Large\n${'text\n'.repeat(1_000_000)}`);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const broken = async (link: string): Promise<readonly string[]> => {
  await writeFile(join(folder, 'docs/web.md'), `# Web down\n\n[See](${link})\n`);
  const { stdout } = await drillbook(['lint', 'docs/web.md', '--format', 'json'], { cwd: folder });
  const { findings } = JSON.parse(stdout) as { findings: { rule: string; message: string }[] };
  return findings.filter(({ rule }) => rule === 'broken-anchor').map(({ message }) => message);
};

test.each([
  'other.md#-redis-is-slow',
  'other.md#retries--fails',
  'other.md#retries-fails',
  'docs/other.md#tape',
  './other.md#mark',
  'other.md#Other',
  'other.md',
  'large.md#nothing',
  'nowhere.md#nothing',
])('%s leads somewhere, or is not this rule’s', async (link) => {
  expect(await broken(link)).toEqual([]);
});

test('an anchor that another file does not have', async () => {
  expect(await broken('other.md#redis-is-gone')).toEqual([
    '#redis-is-gone leads nowhere: no heading of other.md has this anchor',
  ]);
});
