import type { Nodes } from 'mdast';
import { markdownToMdast } from 'satteri';
import { describe, expect, it } from 'vitest';
import { inMarkdown, inTableCell } from './markdown.ts';

const TEXTS = [
  '`rm -rf *` <img src=x onerror=alert(1)> & <!-- all that follows',
  'C:\\temp\\ **bold** __bold__ ~~gone~~ [link](x) ![image](y) &lt; $a$ {b}',
  'a backslash at the end \\',
  'a `b',
  '``a`` `b` ```c',
  '`echo `date``: exit 1',
  'a \\`b\\` | c \\| d',
  '`x | y`: `a \\| b`, `|`',
  'pg_stat_activity _a_ 1 * 2 * 3',
  'one\n\n# two',
];

/** All nodes of a kind that shows something. */
const leaves = (node: Nodes): readonly Nodes[] =>
  'children' in node ? (node.children as Nodes[]).flatMap(leaves) : [node];

const read = (markdown: string) => {
  const root = markdownToMdast(markdown, { features: { gfm: true } }) as Nodes;
  const shown = leaves(root);
  return {
    within: 'children' in root ? root.children.map(({ type }) => type) : [],
    kinds: new Set(shown.map(({ type }) => type)),
    text: shown.map((node) => ('value' in node ? node.value : '')).join(''),
  };
};

const bare = (text: string): string =>
  text
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll('`', '')
    .trimEnd();

describe.each(TEXTS)('%j', (text) => {
  it.each([
    ['list', `- ${inMarkdown(text)}\n- next`],
    ['table', `| a |\n| - |\n| ${inTableCell(text)} |\n| next |`],
  ] as const)('shows as it is in a %s', (within, markdown) => {
    const found = read(markdown);
    expect(found.within).toEqual([within]);
    expect([...found.kinds].filter((kind) => kind !== 'text' && kind !== 'inlineCode')).toEqual([]);
    expect(found.text.replaceAll('`', '')).toBe(`${within === 'table' ? 'a' : ''}${bare(text)}next`);
  });
});

it('what has a format of its own is read as such (a control)', () => {
  expect(read('- <b>a</b>').kinds).toContain('html');
  expect(leaves(markdownToMdast('| a |\n| - |\n| b | c |') as Nodes).length).not.toBe(
    leaves(markdownToMdast('| a |\n| - |\n| b \\| c |') as Nodes).length,
  );
});

it('nobody is mentioned, and what is code stays code', () => {
  expect(inMarkdown('@team and a@b.c of #12, `@x`')).toBe('@\u200bteam and a@b.c of #\u200b12, `@x`');
});
