import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { words } from './words.ts';

const folder = fileURLToPath(new URL('..', import.meta.url));

const lists = globSync('{knowledge,lint/knowledge}/**/*.ts', { cwd: folder })
  .filter((file) => !file.endsWith('.test.ts'))
  .flatMap((file) =>
    [
      ...readFileSync(`${folder}/${file}`, 'utf8').matchAll(
        /\b(?:words|wordSet|oneOf)\(\s*(?:String\.raw)?([`'])([^`']*)\1/g,
      ),
    ].map(([, , list = '']) => [file, list] as const),
  );

test('there are lists of words', () => {
  expect(lists.length).toBeGreaterThan(40);
});

test.each(lists)('%s has each word of a list once', (_, list) => {
  const all = words(list);
  expect(all.filter((word, index) => all.indexOf(word) !== index)).toEqual([]);
});
