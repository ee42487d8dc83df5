import { SHELL_BUILTINS } from '../operator/builtins.ts';
import { nodesOf } from '../runbook/command/shell-syntax.ts';
import { commandsIn } from '../runbook/commands-of.ts';
import type { Procedure } from '../runbook/model.ts';

/** The names that need no program: what the shell has, and the functions and aliases that the procedure itself makes. */
export const ownNames = ({ parts }: Procedure): readonly string[] => {
  const names = [...SHELL_BUILTINS];
  const commands = commandsIn(parts.flatMap(({ steps }) => steps));
  for (const node of commands.flatMap(({ kind, text }) => (kind === 'shell' ? nodesOf(text) : []))) {
    if (node.type === 'Function') names.push(node.name.value);
    if (node.type === 'Command' && node.name?.value === 'alias') {
      for (const given of node.suffix) {
        if (given.type === 'Assignment' && given.name !== undefined) names.push(given.name);
      }
    }
  }
  return names;
};
