import { remembered } from '../../core/remembered.ts';
import type { Command } from '../model.ts';

/** The comment at the end of a command's own lines. */
export const remarkOf = ({ lines, text, kind }: Command, raw: readonly string[]): string => {
  const own = raw.slice(lines[0] - 1, lines[1] + (text.endsWith('\\') ? 1 : 0)).join('\n');
  return kind === 'shell' ? remarkInShell(own) : remarkInSql(own);
};

/** No remark is told by what stands before the last quote or line. A line may hold many commands. */
const remarkBy = (form: RegExp): ((own: string) => string) =>
  remembered((own) => {
    const last = Math.max(0, ...['\n', '"', "'"].map((mark) => own.lastIndexOf(mark)));
    return form.exec(own.slice(last))?.[1] ?? '';
  });

const remarkInShell = remarkBy(/\s#\s+([^\n"']*)$/);
const remarkInSql = remarkBy(/\s(?:#|--)\s+([^\n"']*)$/);

/** Is nothing typed on a line: a remark of a shell's, or a blank one? */
export const isRemark = (line: string): boolean => /^\s*(?:#|$)/.test(line);
