import { readdirSync, readFileSync } from 'node:fs';
import type { Nodes } from 'mdast';
import { expect, test } from 'vitest';
import { referenceTree } from '../../../test/support/reference-markdown.ts';
import { parseMarkdown } from './markdown.ts';

const root = new URL('../../../', import.meta.url);
const pages = ['README.md', 'docs', 'runbooks', 'test/fixtures'].flatMap((path) =>
  path.endsWith('.md')
    ? [path]
    : readdirSync(new URL(path, root), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.md'))
        .map((name) => `${path}/${name}`),
);

/** A line for each node. Text and links are left out, since a bare address is a link here, and so is where an item's paragraph begins. */
const outline = (node: Nodes): readonly string[] => {
  const { position, ...rest } = node;
  const { children: _, ...own } = { children: [], ...rest };
  const place =
    node.type === 'paragraph'
      ? `${position?.end.offset}`
      : `${position?.start.offset}-${position?.end.offset}`;
  const told = Object.entries(own).filter(([, value]) => value !== null && value !== undefined);
  return [
    ...(node.type === 'text' || node.type === 'link'
      ? []
      : [`${place} ${JSON.stringify(Object.fromEntries(told.toSorted()))}`]),
    ...('children' in node ? node.children.flatMap(outline) : []),
  ];
};

test.each(pages)('the tree of %s is that of the reference parser', (page) => {
  const text = readFileSync(new URL(page, root), 'utf8').replaceAll('\r\n', '\n');
  expect(outline(parseMarkdown(text))).toEqual(outline(referenceTree(text)));
});

test('offsets count as JavaScript does, also after what has two units', () => {
  const text = '# 🔥 â€™ `ls`\n\nrun `df -h`';
  expect(outline(parseMarkdown(text))).toEqual(outline(referenceTree(text)));
  expect(outline(parseMarkdown(text))).toContain('19-26 {"type":"inlineCode","value":"df -h"}');
});

test('a difference is seen', () => {
  expect(outline(parseMarkdown('a\n\n`b`'))).not.toEqual(outline(referenceTree('a\n\n `b`')));
});
