import { EVERYWHERE, WRAPPERS } from '../knowledge/programs.ts';
import { RUN_PLACES } from '../knowledge/run-places.ts';
import { unwrap } from './likeness.ts';
import { maskPlaceholders } from './placeholders.ts';
import { isPlain } from '../text/plain.ts';
import { nodesOf } from './shell-syntax.ts';
import type { Target } from '../model.ts';

/** The programs that a shell text starts where it is typed, each once; what every shell has is left out. */
export const toolsOf = (text: string): readonly string[] => {
  const masked = maskPlaceholders(text);
  if (isPlain(masked)) return [programIn(/[^ \t]+/.exec(masked)?.[0] ?? '', masked)].filter(isTool);
  const tools = new Set<string>();
  const own = new Set<string>();
  for (const node of nodesOf(masked)) {
    if (node.type === 'Function') own.add(node.name.value);
    if (node.type === 'Command' && node.name !== undefined)
      tools.add(programIn(node.name.value, masked.slice(node.name.pos, node.end)));
  }
  return [...tools].filter((tool) => !own.has(tool) && isTool(tool));
};

/** What `sudo` and the like start must be there as well; these are everywhere, but for `doas`. */
const programIn = (word: string, text: string): string =>
  WRAPPERS.has(word) && EVERYWHERE.has(word) ? (/^\S+/.exec(unwrap(text, true))?.[0] ?? word) : word;

const isTool = (word: string): boolean => /^[A-Za-z][\w.+-]*$/.test(word) && !EVERYWHERE.has(word);

/** Where a shell command takes effect, by the words that it begins with. */
export const targetOf = (text: string): Target => {
  const line = text.replaceAll(/\\[ \t]*\n\s*/g, ' ').trimEnd();
  const bare = unwrap(maskPlaceholders(line), true);
  for (const { form, kind } of RUN_PLACES) {
    const span = form.exec(bare)?.indices?.groups?.['name'];
    // What is taken off stands before it.
    if (span !== undefined) {
      const [start, end] = span.map((at) => at + line.length - bare.length);
      return { kind, name: line.slice(start, end) };
    }
  }
  return { kind: 'host' };
};
