import { forEachChild, parse, type SyntaxNode } from 'unbash';
import { SHELL_BUILTINS } from '../operator/builtins.ts';
import type { Procedure } from '../runbook/model.ts';

/** The names that need no program: what the shell has, and the functions and aliases that the procedure itself makes. */
export const ownNames = ({ parts }: Procedure): readonly string[] => {
  const names = [...SHELL_BUILTINS];
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'Function') names.push(node.name.value);
    if (node.type === 'Command' && node.name?.value === 'alias') {
      for (const given of node.suffix) {
        if (given.type === 'Assignment' && given.name !== undefined) names.push(given.name);
      }
    }
    forEachChild(node, visit);
  };
  for (const { kind, text } of parts.flatMap(({ steps }) => steps.flatMap(({ commands }) => commands))) {
    if (kind === 'shell') visit(parse(text));
  }
  return names;
};
