import { remembered } from '../../core/remembered.ts';
import type { Command } from '../model.ts';

/** The comment at the end of a command's own lines. */
export const remarkOf = ({ lines, text, kind }: Command, raw: readonly string[]): string => {
  const own = raw.slice(lines[0] - 1, lines[1] + (text.endsWith('\\') ? 1 : 0)).join('\n');
  return kind === 'shell' ? remarkInShell(own) : remarkInSql(own);
};

/** No remark is told by what is within quotes, or stands before another line. A line may hold many commands. */
const remarkBy = (token: RegExp): ((own: string) => string) =>
  remembered((own) => {
    token.lastIndex = 0;
    for (let found = token.exec(own); found !== null; found = token.exec(own)) {
      if (found[1] === undefined) continue;
      const end = own.indexOf('\n', token.lastIndex);
      if (end < 0) return own.slice(token.lastIndex);
      token.lastIndex = end;
    }
    return '';
  });

const QUOTED = String.raw`'[^']*'|"(?:[^"\\]|\\.)*"|\\.`;
const remarkInShell = remarkBy(new RegExp(String.raw`${QUOTED}|\s(#)\s+`, 'gs'));
const remarkInSql = remarkBy(new RegExp(String.raw`${QUOTED}|\s(#|--)\s+`, 'gs'));

/** Is nothing typed on a line: a remark of a shell's, or a blank one? */
export const isRemark = (line: string): boolean => /^\s*(?:#|$)/.test(line);
