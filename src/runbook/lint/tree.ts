import type { Nodes, Root } from 'mdast';

/** All nodes of the tree that are wanted, in their order. */
export const nodesOf = <Wanted extends Nodes>(
  root: Root,
  isWanted: ((node: Nodes) => node is Wanted) | ((node: Nodes) => boolean),
): readonly Wanted[] => {
  const found: Wanted[] = [];
  const open: Nodes[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isWanted(node)) found.push(node as Wanted);
    if ('children' in node) open.push(...node.children.toReversed());
  }
  return found;
};
