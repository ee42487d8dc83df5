import type { Root } from 'mdast';
import { fromMarkdown, type Options } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';

let last: { readonly text: string; readonly root: Root } | undefined;

/**
 * The tree of a text, which is not to be changed. That of the last text is kept, since lint asks for what was just parsed, and
 * this is half of the time of reading.
 */
export const parseMarkdown = (text: string): Root => {
  if (last?.text !== text) last = { text, root: fromMarkdown(text, DIALECT) };
  return last.root;
};

/** Markdown with what runbooks use beyond CommonMark: tables, task lists, front matter. The whole of GFM costs twice as much. */
const DIALECT: Options = {
  extensions: [frontmatter(['yaml', 'toml']), gfmTable(), gfmTaskListItem()],
  mdastExtensions: [
    frontmatterFromMarkdown(['yaml', 'toml']),
    gfmTableFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
  ],
};
