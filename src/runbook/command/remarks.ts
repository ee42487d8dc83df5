import { remembered } from '../../core/remembered.ts';
import type { Command } from '../model.ts';

/** The comment at the end of a command's own lines. */
export const remarkOf = ({ lines, text, kind }: Command, raw: readonly string[]): string => {
  const own = raw.slice(lines[0] - 1, lines[1] + (text.endsWith('\\') ? 1 : 0)).join('\n');
  return kind === 'shell' ? remarkInShell(own) : remarkInSql(own);
};

/** No remark is told by what is within quotes, or stands before another line. A line may hold many commands. */
const remarkBy = (mark: string): ((own: string) => string) => {
  const token = new RegExp(String.raw`'[^']*'|"(?:[^"\\]|\\.)*"|\\.|\s(?:${mark})[^\S\n]+([^\n]*)`, 'gs');
  return remembered((own) => {
    const last = [...own.matchAll(token)].at(-1);
    return last !== undefined && last.index + last[0].length === own.length ? (last[1] ?? '') : '';
  });
};

const remarkInShell = remarkBy('#');
const remarkInSql = remarkBy('#|--');

/** Is nothing typed on a line: a remark of a shell's, or a blank one? */
export const isRemark = (line: string): boolean => /^\s*(?:#|$)/.test(line);
