import type { Code, Html } from 'mdast';
import type { CommandPlace } from '../model.ts';
import { promptOf } from '../command/prompts.ts';
import { lineBefore } from '../text/lines.ts';
import { linesOf } from './sections.ts';
import { opensCode } from './shortcodes.ts';

/** A block of code, its first line of content counted in the raw file. */
export interface CodeBlock {
  readonly text: string;
  /** Lower-cased, without attributes; empty where the fence names none. */
  readonly language: string;
  readonly firstLine: number;
  readonly where: CommandPlace;
}

/**
 * A fence, or indented code, which has no lines but those of its text; blank lines after it may be counted in.
 * @param opening the raw line that it begins with
 */
export const codeBlockOf = (node: Code, opening: string): CodeBlock => {
  const [first, last] = linesOf(node);
  const isWhole = node.value !== '' && node.value.split('\n').length === last - first + 1;
  if (isWhole || !(MARKS.test(opening) || opensCode(opening)))
    return { text: node.value, language: '', firstLine: first, where: 'indented' };
  // ```ops@web:~$ uptime
  const info = `${node.lang ?? ''} ${node.meta ?? ''}`.trim();
  if (promptOf(info) !== undefined)
    return { text: `${info}\n${node.value}`, language: '', firstLine: first, where: 'fence' };
  return { text: node.value, language: languageOf(node.lang ?? ''), firstLine: first + 1, where: 'fence' };
};

/** Its last line of content in the raw file. */
export const lastLineOf = ({ text, firstLine }: CodeBlock): number => firstLine + text.split('\n').length - 1;

const MARKS = /`{3}|~{3}/;

/** Does nothing stand between it and the end of a fence before it? */
export const isAfterFence = (raw: readonly string[], { firstLine, where }: CodeBlock): boolean => {
  const before = lineBefore(raw, firstLine - (where === 'indented' ? 1 : 2));
  return /^[\s>]*(?:`{3,}|~{3,})\s*$/.test(before);
};

/** `{.bash .numberLines}`, `{language=Bash title=x}`, `bash{name=x}`, `language-bash`, `shell,copy`. */
const languageOf = (info: string): string =>
  info
    .toLowerCase()
    .replace(/^\{\s*\.?/, '')
    .replace(/^lang(?:uage)?[-=]["']?/, '')
    .replace(/[{:,}"'\s].*$/, '');

const PRE = /<pre\b[^<>]*>\s*(?:<code\b([^<>]*)>)?(.*?)(?:<\/code>\s*)?<\/pre>/gis;
/** What stands behind it opens blocks that never end. */
const TO_LAST_PRE = /^.*<\/pre>/is;

/** The `<pre>` blocks in a piece of HTML. */
export const preBlocksOf = (node: Html): readonly CodeBlock[] =>
  [...(TO_LAST_PRE.exec(node.value)?.[0] ?? '').matchAll(PRE)].map((match) => {
    const content = match[2] ?? '';
    const before = node.value.slice(0, match.index + match[0].indexOf(content));
    return {
      text: decodeEntities(content.replaceAll(/<\/?(?:b|i|em|strong|span|kbd|code|a)\b[^>]*>/gi, '')),
      language: /(?:language|lang)-([\w-]+)/i.exec(match[1] ?? '')?.[1]?.toLowerCase() ?? '',
      firstLine: linesOf(node)[0] + before.split('\n').length - 1,
      where: 'fence',
    };
  });

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);

/** `&lt;`, `&#60;`, `&#x3c;`. What is none, or stands for no character that is seen, stays as it is. */
export const decodeEntities = (text: string): string =>
  text.replaceAll(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi,
    (all, decimal?: string, hex?: string, name?: string) =>
      (name === undefined ? characterOf(Number(decimal ?? `0x${hex}`)) : ENTITIES.get(name)) ?? all,
  );

const characterOf = (code: number): string | undefined => {
  if (code === NO_BREAK_SPACE) return ' ';
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return code < 0x20 || code > 0x10_ff_ff || isSurrogate ? undefined : String.fromCodePoint(code);
};

const NO_BREAK_SPACE = 0xa0;
