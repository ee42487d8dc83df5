import { inOtherLanguage, lineOf, typedIn, type FenceItem } from './fence-item.ts';
import { eachLine, lineBefore } from '../text/lines.ts';
import { clientStatements } from '../command/client-statements.ts';
import type { CodeBlock } from '../markdown/code-block.ts';
import { LEAVES } from '../knowledge/around-code.ts';
import { isNotTyped } from '../knowledge/not-typed.ts';
import { OR_ALONE } from '../knowledge/ways.ts';
import { likenessOf, type Likeness } from '../command/likeness.ts';
import { segmentsOf, withoutAngles, type Segment } from './segments.ts';
import { shownLines } from './shown-lines.ts';
import { shellStatements, type Statement } from '../command/statements.ts';

/** How sure a statement must be before and after a line that was printed rather than typed. */
export interface Thresholds {
  /** For the first statement: none so sure, and the block holds no commands at all. */
  readonly opening: Likeness;
  readonly before: Likeness;
  readonly after: Likeness;
  /** Lines that could be typed here, though they do not look so elsewhere. */
  readonly also?: (at: number) => boolean;
}

/** Shell statements without prompts, what is typed into the clients that they open, and the comments between. */
export const readScript = (
  lines: readonly string[],
  block: CodeBlock,
  thresholds: Thresholds,
): readonly FenceItem[] => {
  const typed = segmentsOf(lines, thresholds.opening).flatMap((segment) => {
    if (segment.session !== undefined) return clientItems(lines, segment, segment.session, block);
    return segment.sql === true
      ? sqlItems(lines, segment, block)
      : shellItems(lines, segment, block, thresholds);
  });
  return [...comments(lines, typed, block), ...typed].sort((a, b) => lineOf(a) - lineOf(b));
};

const sqlItems = (
  lines: readonly string[],
  { first, last }: Segment,
  block: CodeBlock,
): readonly FenceItem[] =>
  clientStatements(lines.slice(first, last + 1).join('\n'), 'sql').map((statement) =>
    typedIn(block, statement, { kind: 'sql' }, first),
  );

const shellItems = (
  lines: readonly string[],
  { first, last }: Segment,
  block: CodeBlock,
  { opening, before, after, also }: Thresholds,
): readonly FenceItem[] => {
  let needed = opening;
  let printed = false;
  const used = new Set([...block.text.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(([, name]) => name));
  const isUsed = (text: string): boolean => used.has(/^(?:export\s+)?([A-Za-z_]\w*)=/.exec(text)?.[1]);
  const own = lines.slice(first, last + 1);
  const shown = shownLines(own);
  return withLooseOptions(shellStatements(own.join('\n')), own).flatMap((statement) => {
    if (OR_ALONE.test(statement.text) || shown.has(statement.first)) return [];
    const isAdvised = ADVISES.test(own[statement.first - 1] ?? '');
    if (isAdvised || isOutput(own, statement.first)) printed = true;
    const line = statement.text.replaceAll(/\\[ \t]*\n\s*/g, '').split('\n')[0] ?? '';
    const likeness =
      isUsed(statement.text) || (first > 0 && LEAVES.test(line))
        ? 3
        : likenessOf(line) ||
          ((opening === 1 && PIPES_NAME.test(line)) || also?.(first + statement.first) === true ? 1 : 0);
    if (
      isLanguage(own, statement.first) ||
      TABLE_RULE.test(own[statement.last + 1] ?? '') ||
      isAdvised ||
      likeness < needed ||
      (printed && likeness < after)
    ) {
      printed = true;
      return [];
    }
    needed = before;
    return [typedIn(block, statement, { kind: 'shell' }, first)];
  });
};

/** Under the heads of a table's columns, as `psql` prints them. */
export const TABLE_RULE = /^[ \t]*-{3,}(?:\+-{3,})*[ \t]*$/m;

/** What a program prints above what it would have one type: `Error: you are not logged in. Please run:` */
const ADVISES = /^\s*(?!#)(?:.*[^\w-])?(?:error|fatal)\b.*\b(?:run|try|use|execute)\b[^:]*:\s*$/i;

/** Does a comment right above say that this is what one will see? */
const isOutput = (lines: readonly string[], first: number): boolean => {
  let at = first - 1;
  while (at >= 0 && /^\s*#/.test(lines[at] ?? '') && !IS_OUTPUT.test(lines[at] ?? '')) at -= 1;
  return IS_OUTPUT.test(lines[at] ?? '');
};

/** `# Expected output:` */
const IS_OUTPUT =
  /^\s*#+\s*(?:(?:expected|example|sample|typical)\s+(?:output|results?|response)|outputs?)\b[^.]{0,40}:?\s*$|^\s*#+\s*(?:answers?|results?|response|returns|prints|(?:you(?:'ll| will| should) |should )(?:see|print|return|show)|вывод|ответ|sortie|salida|ausgabe|输出|结果)\s*[:：]\s*$/i;

/** `bash`, and nothing below it: what is left of a fence's first line where a page was copied. */
const isLanguage = (lines: readonly string[], at: number): boolean =>
  /^\s*(?:ba|z)?sh\s*$/.test(lines[at] ?? '') &&
  /^\s*(?:copy(?: code)?)?\s*$/i.test(lines[at + 1] ?? '') &&
  at + 1 < lines.length &&
  NO_COMMAND.test(lineBefore(lines, at));

/** A heading, or a line of text. */
const NO_COMMAND = /^\s*(?:#{2,} |\d*\. |[A-Z][a-z]+\b.*[\w:.)]$)/;

/** A value by its name, and what it goes through: a program's own shell in a block that is marked as a shell's. */
const PIPES_NAME = /^[A-Z]\w*[a-z]\w*\s*\|\s*(?:$|[.a-z][\w-]*(?:\s|$))/;

/** Options on a line of their own belong to the command above, whose backslash was forgotten, or that a remark cut in two. */
const withLooseOptions = (
  statements: readonly Statement[],
  lines: readonly string[],
): readonly Statement[] => {
  const joined: Statement[] = [];
  for (const statement of statements) {
    const previous = joined.at(-1);
    const goesOn =
      previous !== undefined &&
      (statement.first === previous.last + 1 ||
        (/\\\s*$/.test(lines[previous.last] ?? '') &&
          lines.slice(previous.last + 1, statement.first).every((line) => /^\s*#/.test(line))));
    if (goesOn && /^--?[a-z]/i.test(statement.text) && !isNotTyped(statement.text))
      joined[joined.length - 1] = {
        ...previous,
        text: `${previous.text.replace(/\s*\\$/, '')} \\\n${statement.text}`,
        last: statement.last,
      };
    else joined.push(statement);
  }
  return joined;
};

const clientItems = (
  lines: readonly string[],
  { first, last }: Segment,
  { client, openedAt }: NonNullable<Segment['session']>,
  block: CodeBlock,
): readonly FenceItem[] =>
  clientStatements(withoutAngles(lines.slice(first, last + 1)).join('\n'), client.syntax).map((statement) =>
    typedIn(
      inOtherLanguage(block),
      statement,
      { kind: 'client', client: client.name, openedAt: block.firstLine + openedAt },
      first,
    ),
  );

/** Lines that only explain, outside of what is typed. */
export const comments = (
  lines: readonly string[],
  typed: readonly FenceItem[],
  { firstLine }: CodeBlock,
): readonly FenceItem[] => {
  const covered = new Set(
    typed.flatMap((each) => (each.type === 'comment' ? [] : eachLine(each.command.lines))),
  );
  return lines.flatMap((line, index): readonly FenceItem[] => {
    const text = (OR_ALONE.exec(line) ?? /^\s*(?:#+|--|\/\/)\s*(.*)$/.exec(line))?.[1]?.trim() ?? '';
    return text === '' || covered.has(firstLine + index)
      ? []
      : [{ type: 'comment', text, line: firstLine + index }];
  });
};
