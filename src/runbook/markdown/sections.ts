import type { Heading, Nodes, Root, RootContent, Strong } from 'mdast';
import type { Lines } from '../../core/location.ts';
import { isProgramCall } from '../command/code-likeness.ts';

/** A heading with what stands under it, up to the next heading of its depth. */
export interface Section {
  readonly heading: string;
  readonly depth: number;
  readonly lines: Lines;
  /** Directly under the heading, before the first heading in it. */
  readonly content: readonly RootContent[];
  readonly children: readonly Section[];
  /** Its heading is a tab of which one is read: `[Azure CLI](#tab/azure-cli)`. */
  readonly tab?: boolean;
}

interface Open {
  readonly heading: string;
  readonly depth: number;
  readonly first: number;
  readonly content: RootContent[];
  readonly children: Section[];
  readonly tab?: boolean;
}

/** A paragraph of bold text stands for a heading below all others: `**Resolution:**`. */
export const LABEL_DEPTH = 7;

const isLabel = (node: RootContent): boolean =>
  node.type === 'paragraph' &&
  node.children[0]?.type === 'strong' &&
  node.children.slice(1).every((rest) => rest.type === 'text' && /^\s*:?\s*$/.test(rest.value)) &&
  textOf(node).length <= 80 &&
  !isCommand(node.children[0], textOf(node));

/** Bold code is typed, and bold words where they have an option. */
const isCommand = ({ children }: Strong, text: string): boolean =>
  (children.every(({ type }) => type === 'inlineCode') ? /\s/ : /\s-{1,2}[a-z]/).test(text) &&
  isProgramCall(text.trim());

/** The document as a tree of sections. The root (depth 0) holds what stands before the first heading. */
export const toSections = (root: Root, lastLine: number): Section => {
  const stack: Open[] = [{ heading: '', depth: 0, first: 1, content: [], children: [] }];
  const close = (depth: number, end: number): void => {
    while (stack.length > 1 && (stack.at(-1)?.depth ?? 0) >= depth) {
      const open = stack.pop() as Open;
      stack.at(-1)?.children.push(closed(open, end));
    }
  };
  for (const node of root.children) {
    const depth = node.type === 'heading' ? node.depth : isLabel(node) ? LABEL_DEPTH : undefined;
    if (depth !== undefined) {
      const first = linesOf(node)[0];
      close(depth, first - 1);
      stack.push({
        heading: depth === LABEL_DEPTH ? textOf(node).replace(/:\s*$/, '') : textOf(node),
        depth,
        first,
        content: isTyped(node, stack.at(-1)) ? [{ ...node, type: 'paragraph' }] : [],
        children: [],
        ...(isTab(node) ? { tab: true } : {}),
      });
    } else stack.at(-1)?.content.push(node);
  }
  close(1, lastLine);
  return closed(stack[0] as Open, lastLine);
};

/**
 * A heading that is nothing but a whole command: "### `kubectl get nodes -o wide`"; "### `kubectl get`" names one. Without options it is
 * told where the text says so: "You can run:", and then "### `npm start`".
 */
const isTyped = (node: RootContent, parent?: Open): node is Heading => {
  const [code, ...rest] = node.type === 'heading' ? node.children : [];
  if (code?.type !== 'inlineCode' || rest.length > 0 || !isProgramCall(code.value)) return false;
  if (/\s-|\|/.test(code.value)) return true;
  const lead = parent?.content.at(-1);
  return /\s/.test(code.value) && lead?.type === 'paragraph' && LEADS_TO_RUN.test(textOf(lead));
};

const LEADS_TO_RUN = /\b(?:run|execute|use|type)\b[^.:]{0,60}:\s*$/i;

const isTab = (node: RootContent): boolean =>
  node.type === 'heading' &&
  node.children.some((child) => child.type === 'link' && child.url.startsWith('#tab/'));

const closed = ({ first, ...section }: Open, end: number): Section => ({
  ...section,
  lines: [first, Math.max(first, end)],
});

export const linesOf = (node: Nodes): Lines => [node.position?.start.line ?? 1, node.position?.end.line ?? 1];

/** The visible text of a node. */
export const textOf = (node: Nodes): string => {
  if ('value' in node) return node.type === 'html' && node.value.startsWith('<!--') ? '' : node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
};

/** All sections, parents before children. */
export const allSections = (section: Section): readonly Section[] => {
  const all: Section[] = [];
  const visit = (each: Section): void => {
    all.push(each);
    each.children.forEach(visit);
  };
  visit(section);
  return all;
};
