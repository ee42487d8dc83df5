import { toCommand } from './command.ts';
import { ENGLISH_PROGRAMS } from './knowledge/programs.ts';
import { isSentence, likenessOf, unwrap } from './likeness.ts';
import type { Command } from './model.ts';

/** Lines of a paragraph that are nothing but a command, without a mark that says so. */
export const proseCommands = (raw: readonly string[], first: number, last: number): readonly Command[] => {
  const commands: Command[] = [];
  for (let line = first; line <= last; line++) {
    const text = withoutLabel(bare(raw[line - 1] ?? ''));
    if (!isCommand(text)) continue;
    let end = line;
    while (end < last && /\\\s*$/.test(raw[end - 1] ?? '')) end += 1;
    const typed = [text, ...raw.slice(line, end).map((more) => more.trim())].join('\n');
    commands.push(toCommand({ text: typed, lines: [line, end], where: 'prose', kind: 'shell' }));
    line = end;
  }
  return commands;
};

/** Without the marks of lists, quotes and prompts. */
const bare = (line: string): string =>
  line
    .replace(/^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)?(?:\[[ xX]\]\s+)?/, '')
    .replace(/^\$\s+/, '')
    .trim();

/** "Unset the default location: velero backup-location set …": a label in words, then what is typed, with a prompt or without. */
const withoutLabel = (text: string): string => {
  if (!text.includes(':')) return text;
  const prompted = /^[^`$"']{3,120}:\s+\$\s+(\S.*)$/.exec(text)?.[1];
  if (prompted !== undefined && isCommand(prompted)) return prompted;
  const [, label = '', typed = ''] = /^([A-Za-z][^:`|"'$]{3,80}):\s+(\S.*)$/.exec(text) ?? [];
  return PROSE.test(label) && isCommand(typed) ? typed : text;
};

const PROSE =
  /(?:^|\s)(?:the|is|are|and|to|of|with|has|was|will|should|can|on|in|for|from|by|as|or|a|an|if|it|this|that)(?=\s|$)/i;

const isCommand = (text: string): boolean => {
  if (text === '' || text.includes('`') || /^[A-Z(<[]|[.,:;]$|\]\(|\*\*/.test(text)) return false;
  if (/^[\w ]+ (?:the|a|an|of|your) [^:]*:\s/.test(text)) return false;
  if (likenessOf(text) < 3 || isSentence(text)) return false;
  const word = /^\S+/.exec(unwrap(text))?.[0] ?? '';
  const option = /\s--?[A-Za-z]/.test(text);
  if (ENGLISH_PROGRAMS.has(word))
    return (
      (option || /\s[~./]*\/\S/.test(text) || /^(?:sudo\s+)?(?:systemctl|service|docker)\s/.test(text)) &&
      !PROSE.test(text)
    );
  return option || !PROSE.test(text);
};
