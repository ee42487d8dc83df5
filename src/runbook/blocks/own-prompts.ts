import { type FindPrompt, promptOf, withoutPrompt } from '../command/prompts.ts';
import { unwrap } from '../command/likeness.ts';

/** `shopctl> status`, `shopctl(admin)> status` */
const NAMED = /^\s*([A-Za-z][\w-]{2,20})(?:[([][^>\n]{0,40}[)\]])?> ?(?=\S)/;

/** The prompts of a tool that only this block shows: it is called like the program that a line above them starts. */
export const ownPromptsIn = (lines: readonly string[]): FindPrompt | undefined => {
  const started = new Map<string, string>();
  for (const line of lines) {
    const name = NAMED.exec(line)?.[1]?.toLowerCase();
    const opener = name === undefined || promptOf(line)?.client !== undefined ? undefined : started.get(name);
    const program = programIn(line);
    if (program !== undefined) started.set(program, line);
    if (name === undefined || opener === undefined) continue;
    return (own) => {
      if (own === opener) return promptOf(own) ?? withoutPrompt(own);
      const match = NAMED.exec(own);
      return match?.[1]?.toLowerCase() === name ? { client: name, length: match[0].length } : promptOf(own);
    };
  }
  return undefined;
};

/** The name of the program that a line starts, without its folder. */
const programIn = (line: string): string | undefined =>
  /^(?:\S*\/)?([\w-]+)(?:\.(?:sh|exe))?(?:\s|$)/
    .exec(unwrap(line.slice(promptOf(line)?.length ?? 0)))?.[1]
    ?.toLowerCase();
