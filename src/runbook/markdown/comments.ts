import type { Html, Nodes } from 'mdast';
import { eachLine } from '../text/lines.ts';
import { allSections, linesOf, type Section } from './sections.ts';

/** The lines of a file as a reader sees them: with nothing of what stands in HTML comments. */
export const withoutComments = (root: Section, raw: readonly string[]): readonly string[] => {
  const nodes = allSections(root).flatMap(({ content }) => content.flatMap(commentsIn));
  const held = new Set(nodes.flatMap((node) => eachLine(linesOf(node))));
  if (held.size === 0) return raw;
  let inside = false;
  return raw.map((line, index) => {
    const [seen, within] = held.has(index + 1) ? visible(line, inside) : [line, false];
    inside = within;
    return seen;
  });
};

const commentsIn = (node: Nodes): readonly Html[] => {
  if (node.type === 'html') return node.value.includes(OPENS) ? [node] : [];
  return 'children' in node ? node.children.flatMap(commentsIn) : [];
};

const OPENS = '<!--';
const CLOSES = '-->';

/** What is seen of a line, and whether it ends within a comment. */
const visible = (line: string, inside: boolean): readonly [seen: string, inside: boolean] => {
  let seen = '';
  let rest = line;
  let within = inside;
  for (;;) {
    const mark = within ? CLOSES : OPENS;
    const at = rest.indexOf(mark);
    if (!within) seen += at < 0 ? rest : rest.slice(0, at);
    if (at < 0) return [seen, within];
    rest = rest.slice(at + mark.length);
    within = !within;
  }
};
