import type { OwnPrograms } from '../command/code-likeness.ts';
import type { Nodes } from 'mdast';
import { clientStarting } from '../command/client-statements.ts';
import { codeBlockOf } from '../markdown/code-block.ts';
import { RUN_CUE, RUNS_DIRECTLY } from '../knowledge/cues.ts';
import { contentOf } from '../knowledge/languages.ts';
import { isKnown } from '../knowledge/programs.ts';
import { likenessOf, unwrap } from '../command/likeness.ts';
import { promptOf } from '../command/prompts.ts';
import { allSections, linesOf, type Section } from '../markdown/sections.ts';
import { isRemark } from '../command/remarks.ts';

/** Programs that only this file knows, since its blocks start them: a team's own. Code in its text that begins with one is typed, too. */
export const ownPrograms = (root: Section, raw: readonly string[]): OwnPrograms => {
  const programs = new Map<string, boolean>();
  const add = (program: string): void => {
    programs.set(program, programs.get(program) ?? false);
  };
  const codes: Said[] = [];
  const visit = (node: Nodes, index = 0, siblings: readonly Nodes[] = []): void => {
    if (node.type === 'code') {
      const { text, language } = codeBlockOf(node, raw[linesOf(node)[0] - 1] ?? '');
      const content = contentOf(language);
      if (content === 'shell' || content === 'console' || content === 'unknown')
        for (const [program, alone] of startedIn(text.split('\n'), content === 'shell')) {
          add(program);
          if (alone) programs.set(program, true);
        }
    } else if (node.type === 'inlineCode') {
      const before = siblings[index - 1];
      const text = before?.type === 'text' ? before.value.slice(-NEAR) : '';
      codes.push({ value: node.value, isRun: RUN_CUE.test(text), isOrdered: RUNS_DIRECTLY.test(text) });
    } else if ('children' in node) node.children.forEach(visit);
  };
  for (const { content } of allSections(root)) content.forEach(visit);
  for (const { value } of codes) {
    const program = PIPES.exec(value)?.[1] ?? '';
    if (program !== '' && !isKnown(program) && likenessOf(value) >= 2) add(program);
  }
  startedInText(codes).forEach(add);
  orderedInText(codes).forEach(add);
  return programs;
};

/** How many characters before inline code are looked through for words to run it. */
const NEAR = 200;

/** What is read by a filter of the shell surely is a program's: `shopadmin queue list --all | sort`. */
const PIPES =
  /^(?:sudo\s+)?([a-z][\w-]*[a-z\d])\s[^|]*\|\s*(?:awk|sed|grep|egrep|jq|yq|sort|uniq|head|tail|wc|cut|less|column|tee|xargs)(?=\s|$)/;

/** Inline code, and whether words to run it stand before it. */
interface Said {
  readonly value: string;
  readonly isRun: boolean;
  /** The words are an order. */
  readonly isOrdered: boolean;
}

/** A program of subcommands that no block shows, since the text has several, one of them more than once, with what they take: `drud file get {site}/x`. */
const startedInText = (codes: readonly Said[]): readonly string[] => {
  const uses = new Map<
    string,
    { readonly verbs: Set<string>; readonly values: Set<string>; isRun: boolean }
  >();
  for (const { value, isRun } of codes) {
    const [, program = '', verb = ''] = SUBCOMMAND.exec(value) ?? [];
    if (program === '' || isKnown(program) || likenessOf(value) === 0 || clientStarting(value) !== undefined)
      continue;
    const use = uses.get(program) ?? { verbs: new Set(), values: new Set(), isRun: false };
    use.verbs.add(verb);
    use.values.add(value);
    use.isRun ||= isRun;
    uses.set(program, use);
  }
  return [...uses]
    .filter(([, { verbs, values, isRun }]) => isRun && verbs.size > 1 && values.size > verbs.size)
    .map(([program]) => program);
};

/** A program that the text orders to run, and names with another of its subcommands: "run `shopd stop`", "find it with `shopd ps`". */
const orderedInText = (codes: readonly Said[]): readonly string[] => {
  const calls = new Map<string, { readonly values: Set<string>; isOrdered: boolean }>();
  for (const { value, isOrdered } of codes) {
    const program = CALL.exec(value)?.[1] ?? '';
    if (isKnown(program) || likenessOf(value) === 0) continue;
    const call = calls.get(program) ?? { values: new Set(), isOrdered: false };
    call.values.add(value);
    call.isOrdered ||= isOrdered;
    calls.set(program, call);
  }
  return [...calls]
    .filter(([, { values, isOrdered }]) => isOrdered && values.size > 1)
    .map(([program]) => program);
};

const CALL = /^(?!show\b|no\b)([a-z][a-z\d-]*[a-z\d])\s+[a-z][a-z-]*(?=\s|$)/;

/** With at least one argument that is no word: a path, a placeholder, an option. */
const SUBCOMMAND =
  /^(?!show\b|no\b)([a-z][a-z\d-]*[a-z\d])\s+([a-z][a-z-]*)(?=\s)[^=;]*[\s/](?:-{1,2}[a-z]|[\w.-]*[/{<$@.])/;

const startedIn = (
  lines: readonly string[],
  isShell: boolean,
): readonly (readonly [program: string, alone: boolean])[] => {
  const first = lines.findIndex((line) => !isRemark(line));
  const amongCommands = lines.some((line) => likenessOf(line) === 3);
  return lines.flatMap((line, index): readonly (readonly [string, boolean])[] => {
    const prompt = promptOf(line);
    if (prompt?.client !== undefined) return [];
    const typed = line.slice(prompt?.length ?? 0).trim();
    const silent = index === first || PRINTS_NOTHING.test(lines[index - 1] ?? '');
    if (amongCommands && BARE.test(typed) && (prompt !== undefined || silent)) return [[typed, true]];
    const likeness = likenessOf(typed);
    if (likeness < (prompt !== undefined || (isShell && index === first) ? 1 : 2)) return [];
    const inner = likeness < 2 ? [] : [...typed.matchAll(STARTED)].map(([, program = '']) => program);
    return [NAME.exec(unwrap(typed))?.[0] ?? '', ...inner]
      .filter((program) => program !== '' && !isKnown(program))
      .map((program) => [program, false]);
  });
};

const NAME = /^[a-z][\w-]*[a-z\d](?=\s)/;
/** Within a line: `$(sudo web-admin get x)`, `… | to-table -a` */
const STARTED = /(?:\$\(|\|\s|&&\s)\s*(?:sudo\s+)?([a-z][\w-]*[a-z\d])(?=\s+[\w"'$-])/g;
/** Nothing but a script's name: `upgrade-status`. */
const BARE = /^[a-z]\w*(?:-[a-z\d]\w*)+$/;

/** What comes after it is not its output. */
const PRINTS_NOTHING = /^\s*(?:#|(?:source|cd|export|\.)\s|\w+=)/;

/** A column of scripts, of which one is known to be started: all are. */
export const withColumn = (cells: readonly string[], programs: OwnPrograms): OwnPrograms =>
  cells.some((cell) => BARE.test(cell) && programs.has(cell))
    ? new Map([...programs, ...cells.filter((cell) => BARE.test(cell)).map((cell) => [cell, true] as const)])
    : programs;
