import type { Code, Nodes, Root } from 'mdast';
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { Location } from '../../core/location.ts';
import type { MarkScope } from '../knowledge/marks.ts';
import { readAttributes, readFrontMatter, type MarksRead } from './mark-syntax.ts';
import { checkMarks, contradictions, inherit, joinMarks, type Marks } from './marks.ts';
import { allSections, linesOf, type Section } from '../markdown/sections.ts';

/** What a file's marks say, by the block or the section that they speak for. */
export interface Marking {
  readonly blocks: ReadonlyMap<Nodes, Marks>;
  /** With what is said of the sections that they stand in. */
  readonly sections: ReadonlyMap<Section, Marks>;
  /** Sections with marks of their own. */
  readonly own: ReadonlyMap<Section, Marks>;
  /** Lines with marks: what they hold is no promise of the text. */
  readonly lines: ReadonlySet<number>;
  readonly diagnostics: readonly Diagnostic[];
}

const UNMARKED: Marking = {
  blocks: new Map(),
  sections: new Map(),
  own: new Map(),
  lines: new Set(),
  diagnostics: [],
};

/** Few files have marks; this is quicker than to walk through the tree of each. */
const MAY_HAVE_MARKS = /^drill:|<!--\s*drill(?:book)?:|```[^\n{`]*\{|~~~[^\n{~]*\{/m;

/** Reads the marks of a file: fence attributes, comments, front matter. */
export const findMarks = (tree: Root, sections: Section, text: string, file: string): Marking =>
  MAY_HAVE_MARKS.test(text) ? new Finder(sections, text, file).find(tree) : UNMARKED;

/** `drillbook-disable` and its like have no colon: they are lint's. */
const OPENING = /<!--\s*(drill|drillbook):/g;

/** How much of a comment, in characters, and how many marks of one place are read. */
const READ = 2000;
const MOST = 100;

class Finder {
  readonly #blocks = new Map<Nodes, Marks>();
  readonly #sections = new Map<Section, Marks>();
  readonly #diagnostics: Diagnostic[] = [];
  readonly #lines = new Set<number>();
  /** The options of each choice, in the order of the file. */
  readonly #choices = new Map<string, string[]>();
  readonly #root: Section;
  #top: readonly Nodes[] = [];
  readonly #byLine: ReadonlyMap<number, Section>;
  readonly #text: string;
  readonly #file: string;

  constructor(root: Section, text: string, file: string) {
    this.#root = root;
    this.#byLine = new Map(
      allSections(root).flatMap((section) => (section.depth === 0 ? [] : [[section.lines[0], section]])),
    );
    this.#text = text;
    this.#file = file;
  }

  find(tree: Root): Marking {
    this.#top = tree.children;
    this.#siblings(tree.children, undefined);
    for (const marks of [...this.#blocks.values(), ...this.#sections.values()])
      this.#diagnostics.push(...contradictions(marks));
    return {
      blocks: this.#blocks,
      sections: this.#inherited(),
      own: this.#sections,
      lines: this.#lines,
      diagnostics: this.#diagnostics,
    };
  }

  /** A comment speaks for the block after it; next to a heading, for its section; before all others, for the file. */
  #siblings(nodes: readonly Nodes[], item: Nodes | undefined): void {
    let neighbours: Neighbours | undefined;
    for (const [index, node] of nodes.entries()) {
      if (node.type === 'yaml') {
        const before = sourceOf(node, this.#text).indexOf('\n') + 1;
        this.#read(shifted(readFrontMatter(node.value), before), node, this.#root, 'file');
      }
      if (node.type === 'code') this.#attributes(node);
      if (node.type === 'html') {
        neighbours ??= neighboursOf(nodes);
        this.#comments(node, this.#meantBy(nodes, index, neighbours));
      }
      if (node.type === 'paragraph' || node.type === 'tableCell')
        for (const inline of node.children)
          if (inline.type === 'html') this.#comments(inline, index === 0 && item !== undefined ? item : node);
      if ('children' in node && node.type !== 'paragraph' && node.type !== 'tableCell')
        this.#siblings(node.children, node.type === 'listItem' ? node : undefined);
    }
  }

  #meantBy(
    nodes: readonly Nodes[],
    index: number,
    { before, after }: Neighbours,
  ): Nodes | Section | undefined {
    const [previous, next] = [nodes[before[index] ?? -1], nodes[after[index] ?? -1]];
    if (nodes === this.#top && (previous === undefined || previous.type === 'yaml')) return this.#root;
    const headed = [previous, next].flatMap((node) =>
      node === undefined ? [] : [this.#byLine.get(linesOf(node)[0])],
    );
    return headed.find((section) => section !== undefined) ?? next;
  }

  #attributes(node: Code): void {
    const source = sourceOf(node, this.#text);
    const opening = source.slice(0, Math.min(READ, `${source}\n`.indexOf('\n')));
    const start = opening.indexOf('{');
    if (start < 0 || !/^(?:`{3,}|~{3,})/.test(opening)) return;
    const read = readAttributes(opening.slice(start));
    this.#read(shifted(read, start), node, node, 'block');
  }

  #comments(node: Nodes, meant: Nodes | Section | undefined): void {
    for (const { word, content, start, end, first } of commentsIn(sourceOf(node, this.#text))) {
      const problem = (code: string, message: string, hint: string): void => {
        const location = this.#locate(node, first, end - first);
        this.#diagnostics.push({ code, severity: 'error', message, location, hint });
      };
      if (word === 'drillbook')
        problem('unknown-mark', 'marks begin with "drill:"', 'write <!-- drill: … -->');
      else if (meant === undefined)
        problem(
          'pointless-mark',
          'nothing follows that this mark could speak for',
          'put it before the block that it is about',
        );
      else {
        const scope = meant === this.#root ? 'file' : 'heading' in meant ? 'section' : 'block';
        this.#read(shifted(readAttributes(content), start), node, meant, scope);
      }
    }
  }

  #read(
    { marks: written, unread }: MarksRead,
    node: Nodes,
    meant: Nodes | Section,
    speaksFor: MarkScope,
  ): void {
    const read = { marks: written.slice(0, MOST), unread: unread.slice(0, MOST) };
    const { marks, diagnostics } = checkMarks(read, {
      speaksFor,
      shared: node.type === 'code',
      locate: (offset, length) => this.#locate(node, offset, length),
    });
    this.#diagnostics.push(...diagnostics);
    for (const { offset, text } of read.marks) this.#lines.add(this.#locate(node, offset, text.length).line);
    const before = 'heading' in meant ? this.#sections.get(meant) : this.#blocks.get(meant);
    const joined = before === undefined ? { marks, diagnostics: [] } : joinMarks(before, marks);
    this.#diagnostics.push(...joined.diagnostics);
    if (Object.keys(joined.marks.values).length === 0) return;
    const marked = this.#withWay(joined.marks);
    if ('heading' in meant) this.#sections.set(meant, marked);
    else this.#blocks.set(meant, marked);
  }

  #withWay(marks: Marks): Marks {
    const { choice, option } = marks.values;
    if (choice === undefined || option === undefined) return marks;
    const options = this.#choices.get(choice) ?? [];
    if (!options.includes(option)) options.push(option);
    this.#choices.set(choice, options);
    return { ...marks, way: { choice, option: options.indexOf(option) + 1, name: option } };
  }

  #locate(node: Nodes, offset: number, length: number): Location {
    const lines = sourceOf(node, this.#text).slice(0, offset).split('\n');
    const line = linesOf(node)[0] + lines.length - 1;
    const column =
      (lines.length === 1 ? (node.position?.start.column ?? 1) : 1) + (lines.at(-1) ?? '').length;
    return { file: this.#file, line, column, endLine: line, endColumn: column + length };
  }

  #inherited(): ReadonlyMap<Section, Marks> {
    const all = new Map<Section, Marks>();
    const visit = (section: Section, above: Marks | undefined): void => {
      const own = this.#sections.get(section);
      const marks = own === undefined && above === undefined ? undefined : inherit(own, above);
      if (marks !== undefined) all.set(section, marks);
      for (const child of section.children) visit(child, marks);
    };
    visit(this.#root, undefined);
    return all;
  }
}

interface Comment {
  readonly word: string;
  readonly content: string;
  /** Of the comment, of its content, and after it. */
  readonly first: number;
  readonly start: number;
  readonly end: number;
}

const commentsIn = (source: string): readonly Comment[] => {
  const found: Comment[] = [];
  let end = 0;
  for (const { 0: opening, 1: word = '', index } of source.matchAll(OPENING)) {
    if (index < end) continue;
    const start = index + opening.length;
    const closing = source.indexOf('-->', start);
    if (closing < 0) break;
    end = closing + 3;
    found.push({
      word,
      content: source.slice(start, Math.min(closing, start + READ)),
      first: index,
      start,
      end,
    });
  }
  return found;
};

/** For each node the nearest ones that are no comments: places in the list. */
interface Neighbours {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

const neighboursOf = (nodes: readonly Nodes[]): Neighbours => {
  const [before, after] = [nodes.map(() => -1), nodes.map(() => -1)];
  for (let index = 1; index < nodes.length; index++)
    before[index] = isComment(nodes[index - 1] as Nodes) ? (before[index - 1] ?? -1) : index - 1;
  for (let index = nodes.length - 2; index >= 0; index--)
    after[index] = isComment(nodes[index + 1] as Nodes) ? (after[index + 1] ?? -1) : index + 1;
  return { before, after };
};

const isComment = (node: Nodes): boolean => node.type === 'html' && node.value.startsWith('<!--');

const sourceOf = ({ position }: Nodes, text: string): string =>
  text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);

const shifted = ({ marks, unread }: MarksRead, by: number): MarksRead => ({
  marks: marks.map((mark) => ({ ...mark, offset: mark.offset + by })),
  unread: unread.map((each) => ({ ...each, offset: each.offset + by })),
});
