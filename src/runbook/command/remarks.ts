import type { Command } from '../model.ts';

/** The comment at the end of a command's own lines. */
export const remarkOf = ({ lines, text, kind }: Command, raw: readonly string[]): string => {
  const own = raw.slice(lines[0] - 1, lines[1] + (text.endsWith('\\') ? 1 : 0)).join('\n');
  return (kind === 'shell' ? IN_SHELL : IN_SQL).exec(own)?.[1] ?? '';
};

const IN_SHELL = /\s#\s+([^\n"']*)$/;
const IN_SQL = /\s(?:#|--)\s+([^\n"']*)$/;

/** Is nothing typed on a line: a remark of a shell's, or a blank one? */
export const isRemark = (line: string): boolean => /^\s*(?:#|$)/.test(line);
