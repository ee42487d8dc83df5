import type { Root } from 'mdast';
import { markdownToMdast, type Features } from 'satteri';
import { withoutCalloutMarks } from './callouts.ts';
import { withoutFencesAroundSteps } from './fenced-steps.ts';
import { withMeantBlocks } from './meant-blocks.ts';
import { withShortcodeFences } from './shortcodes.ts';
import { withoutWrappers } from './wrappers.ts';

let last: { readonly text: string; readonly root: Root } | undefined;

/** The tree of a text, which is not to be changed. That of the last text is kept, since lint asks for what was just parsed. */
export const parseMarkdown = (text: string): Root => {
  if (last?.text !== text)
    last = { text, root: markdownToMdast(asMeant(text), { features: DIALECT }) as Root };
  return last.root;
};

/** A text as it is parsed: offsets in the tree are its. Its lines are those of the file. */
export const asMeant = (text: string): string =>
  withMeantBlocks(withoutCalloutMarks(withoutFencesAroundSteps(withoutWrappers(withShortcodeFences(text)))));

/** Markdown with what runbooks use beyond CommonMark. A footnote would take `[^1]` out of its place. */
const DIALECT: Features = { gfm: { footnotes: false }, frontmatter: true };
