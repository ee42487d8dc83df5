import type { Command } from './model.ts';

/** The comment at the end of a command's own lines. */
export const remarkOf = ({ lines, text }: Command, raw: readonly string[]): string => {
  const own = raw.slice(lines[0] - 1, lines[1] + (text.endsWith('\\') ? 1 : 0)).join('\n');
  return /\s#\s+([^\n"']*)$/.exec(own)?.[1] ?? '';
};
