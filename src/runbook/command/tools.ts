import { EVERYWHERE } from '../knowledge/programs.ts';
import { maskPlaceholders } from './placeholders.ts';
import { isPlain } from '../text/plain.ts';
import { nodesOf } from './shell-syntax.ts';
import type { Target } from '../model.ts';

/** The programs that a shell text starts where it is typed, each once; what every shell has is left out. */
export const toolsOf = (text: string): readonly string[] => {
  const masked = maskPlaceholders(text);
  if (isPlain(masked)) return [/[^ \t]+/.exec(masked)?.[0] ?? ''].filter(isTool);
  const tools = new Set<string>();
  const own = new Set<string>();
  for (const node of nodesOf(masked)) {
    if (node.type === 'Function') own.add(node.name.value);
    if (node.type === 'Command' && node.name !== undefined) tools.add(node.name.value);
  }
  return [...tools].filter((tool) => !own.has(tool) && isTool(tool));
};

const isTool = (word: string): boolean => /^[A-Za-z][\w.+-]*$/.test(word) && !EVERYWHERE.has(word);

/** Where a shell command takes effect, by the words that it begins with. */
export const targetOf = (text: string): Target => {
  const container = /^\s*(?:sudo\s+)?(?:docker|podman)(?:\s+container)?\s+exec\s+(?:-\S+\s+)*(\S+)/.exec(
    text,
  )?.[1];
  if (container !== undefined) return { kind: 'container', name: container };
  const service = /^\s*(?:sudo\s+)?docker(?:-|\s+)compose\s+(?:-\S+\s+\S+\s+)*exec\s+(?:-\S+\s+)*(\S+)/.exec(
    text,
  )?.[1];
  if (service !== undefined) return { kind: 'container', name: service };
  const pod = /^\s*(?:kubectl|oc)\s+(?:-n\s+\S+\s+)?exec\s+(?:-\S+\s+)*(\S+)/.exec(text)?.[1];
  if (pod !== undefined) return { kind: 'pod', name: pod };
  const remote = /^\s*ssh\s+(?:-\S+\s+)*(\S+)/.exec(text)?.[1];
  return remote === undefined ? { kind: 'host' } : { kind: 'remote', name: remote };
};
