import type { Nodes } from 'mdast';
import { textOf } from './sections.ts';

/** The visible text of a node, with inline code in its backticks. */
export const textWithCode = (node: Nodes): string => {
  if (node.type === 'inlineCode') return `\`${node.value}\``;
  if ('value' in node) return node.type === 'html' || node.type === 'code' ? '' : node.value;
  return 'children' in node
    ? node.children.map(textWithCode).join(node.type === 'listItem' || node.type === 'list' ? '\n' : '')
    : '';
};

/** What a node begins with, without what is nested in it. */
export const leadOf = (node: Nodes): string => {
  if (node.type === 'html') return summaryOf(node.value) ?? '';
  if (node.type === 'paragraph' || node.type === 'blockquote') return textWithCode(node);
  const first = node.type === 'list' || node.type === 'listItem' ? node.children[0] : undefined;
  return first === undefined ? '' : leadOf(first);
};

/** What stands on a part that is unfolded: `<summary>If the cluster is lost</summary>`. */
export const summaryOf = (html: string): string | undefined =>
  SUMMARY.exec(html)?.[1]
    ?.replaceAll(/<[^<>]*>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

const SUMMARY = /<summary(?:\s[^<>]*)?>(.*?)(?:<\/summary|$)/is;

export const lastLeadOf = (node: Nodes): string => {
  const last = node.type === 'list' ? node.children.at(-1) : undefined;
  return last === undefined ? '' : leadOf(last);
};

/** The first line of its visible text. */
export const firstLineOf = (node: Nodes): string => /^[^\n]*/.exec(textOf(node))?.[0].trim() ?? '';
