import { maskPlaceholders } from '../command/placeholders.ts';
import { nodesOf } from '../command/shell-syntax.ts';
import { KNOWN_VARIABLES } from './knowledge/variables.ts';
import type { Page, PlacedCommand } from './model.ts';
import { remembered } from '../../core/remembered.ts';

/** Variables that a shell command uses. */
export const variablesOf = ({ command }: PlacedCommand): readonly string[] =>
  command.kind !== 'shell' || command.invalid !== undefined || !command.text.includes('$')
    ? []
    : [...new Set(usedVariables(command.text))];

/** Whether neither the shell sets a variable nor anything in the file; the file is searched once for each. */
export const unsetIn = (page: Page, prose: string): ((name: string) => boolean) => {
  const text = page.lines.join('\n');
  const named = new Set(text.toLowerCase().match(NAMED));
  const said = new Set(prose.split(/[\s$]+/));
  const isSaid = (name: string): boolean => {
    const words = name.toLowerCase().replaceAll('_', ' ');
    return (
      words.split(/\s+/).every((word) => said.has(word)) &&
      (prose.includes(` $${words} `) || prose.includes(` ${words} `))
    );
  };
  return remembered(
    (name) =>
      !KNOWN_VARIABLES.test(name) &&
      !(named.has(name.toLowerCase()) && setIn(name).test(text)) &&
      !isSaid(name),
    Infinity,
  );
};

/** What could be a variable's name and is no use of it: most variables that nothing sets stand nowhere so. */
const NAMED = /(?<![\w$])[a-z_]\w*|(?<=\$)[a-z_]\w*(?=\s*=|\s+in\b)/g;

/** `X=`, `read X`, `for X in`, `-v X`, `X:` in YAML; `$X = 1` and `foreach ($X in` of PowerShell, `set -x X 1` of fish. */
const setIn = (name: string): RegExp =>
  new RegExp(
    String.raw`(?<![\w$])${name}(?:\+?=|\s*:\s)|\b(?:read|for|mapfile|readarray|export|declare|local|env:)\s+(?:-\w+\s+)*(?:\w+\s+)*${name}\b|-v\s+${name}\b|\$env:${name}\b|^\s*\$${name}\s*=|\bforeach\s*\(\$${name}\b|^\s*set\s+(?:-\w+\s+)*${name}\s`,
    'im',
  );

/** Names of `$X` and `${X}` that the shell itself expands; one with a default (`${X:-1}`) is not missed. */
const usedVariables = (text: string): readonly string[] => {
  const names: string[] = [];
  for (const node of nodesOf(maskPlaceholders(text))) {
    if (node.type === 'SimpleExpansion') {
      const name = /^\$([A-Za-z_]\w*)$/.exec(node.text)?.[1];
      if (name !== undefined) names.push(name);
    }
    if (node.type === 'ParameterExpansion') {
      const { parameter, operation } = node;
      if (operation?.type !== 'Default' && /^[A-Za-z_]\w*$/.test(parameter)) names.push(parameter);
    }
  }
  return names;
};
