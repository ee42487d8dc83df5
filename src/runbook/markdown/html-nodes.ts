import type {
  Html,
  List,
  ListItem,
  Nodes,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
  TableCell,
  TableRow,
} from 'mdast';
import { wordSet } from '../knowledge/words.ts';
import { decodeEntities } from './code-block.ts';
import { linesOf } from './sections.ts';

/**
 * A table, a list or a paragraph that is written in HTML, as Markdown would have it: a wiki that is exported keeps them so.
 * @returns none where no code stands in it but that of `<pre>`
 */
export const nodesOfHtml = (html: Html): readonly RootContent[] => {
  if (!CODE.test(html.value)) return [];
  const read = new Reader(linesOf(html)[0]);
  for (const [token, slash, tag] of html.value.matchAll(TOKENS))
    read.take(token, slash === '/', tag?.toLowerCase());
  return read.nodes();
};

const CODE = /<(?:code|tt|samp)\b/i;
const TOKENS = /<(\/?)([a-z][\w-]*)\b[^<>]*>|[^<]+|</gi;
const KEEPS_CODE = wordSet('code tt samp');
/** What begins a line of its own. */
const OWN_LINE = wordSet('p div br blockquote h1 h2 h3 h4 h5 h6 dt dd section details hr');
const NOT_READ = wordSet('summary script style');

class Reader {
  readonly #root: RootContent[] = [];
  readonly #open: (List | ListItem)[] = [];
  #text: PhrasingContent[] = [];
  #rows: TableRow[] | undefined;
  #headed = false;
  #holdsCode = false;
  /** What is taken as it stands, up to where it ends: the tag, its text and its first line. */
  #whole: { readonly tag: string; text: string; readonly line: number } | undefined;
  #line: number;

  constructor(line: number) {
    this.#line = line;
  }

  take(token: string, closes: boolean, tag: string | undefined): void {
    const whole = this.#whole;
    if (whole !== undefined) {
      if (closes && tag === whole.tag) this.#end(whole, token);
      else if (whole.tag === 'pre' || tag === undefined) whole.text += token;
    } else if (tag === undefined) {
      if (token.trim() !== '' || this.#text.length > 0)
        this.#say({ type: 'text', value: decodeEntities(token) });
    } else if (!closes && (tag === 'pre' || KEEPS_CODE.has(tag) || NOT_READ.has(tag)))
      this.#whole = { tag, text: tag === 'pre' ? token : '', line: this.#line };
    else this.#mark(tag, closes);
    this.#line += token.split('\n').length - 1;
  }

  nodes(): readonly RootContent[] {
    this.#close('table');
    this.#flush();
    return this.#holdsCode ? this.#root : [];
  }

  #mark(tag: string, closes: boolean): void {
    if (tag === 'table' || tag === 'tr' || tag === 'td' || tag === 'th') {
      if (closes) this.#close(tag);
      else this.#openInTable(tag);
    } else if (this.#rows !== undefined) {
      if (tag === 'li' || OWN_LINE.has(tag)) this.#say({ type: 'break' });
    } else if (tag === 'ul' || tag === 'ol' || tag === 'li') {
      this.#flush();
      if (closes) this.#leave(tag === 'li' ? 'listItem' : 'list');
      else this.#enter(tag);
    } else if (OWN_LINE.has(tag)) this.#flush();
  }

  #enter(tag: 'ul' | 'ol' | 'li'): void {
    if (tag !== 'li') this.#push({ type: 'list', ordered: tag === 'ol', children: [] });
    else {
      if (this.#open.at(-1)?.type === 'listItem') this.#open.pop();
      if (this.#open.length === 0) this.#push({ type: 'list', children: [] });
      this.#push({ type: 'listItem', children: [] });
    }
  }

  #leave(type: 'list' | 'listItem'): void {
    const at = this.#open.findLastIndex((node) => node.type === type);
    for (const node of at < 0 ? [] : this.#open.splice(at)) node.position = this.#from(linesOf(node)[0]);
  }

  #openInTable(tag: string): void {
    if (tag === 'table') {
      this.#close('table');
      this.#flush();
      this.#rows = [];
      this.#headed = false;
    } else if (tag === 'tr')
      this.#rows?.push({ type: 'tableRow', children: [], position: this.#from(this.#line) });
    else {
      const row = this.#rows?.at(-1);
      if (tag === 'th' && this.#rows?.length === 1) this.#headed = true;
      const cell: TableCell = { type: 'tableCell', children: [], position: this.#from(this.#line) };
      row?.children.push(cell);
      if (row !== undefined) this.#text = cell.children;
    }
  }

  #close(tag: string): void {
    if (tag === 'table') {
      const rows = this.#rows;
      this.#rows = undefined;
      this.#text = [];
      const [first] = rows ?? [];
      if (rows === undefined || first === undefined) return;
      const head: TableRow = { type: 'tableRow', children: first.children.map(() => EMPTY) };
      const position = this.#from(linesOf(first)[0]);
      const table: Table = { type: 'table', children: this.#headed ? rows : [head, ...rows], position };
      this.#add(table);
    } else if (this.#rows !== undefined) this.#text = [];
  }

  #end({ tag, text, line }: { tag: string; text: string; line: number }, token: string): void {
    this.#whole = undefined;
    if (NOT_READ.has(tag)) return;
    if (tag !== 'pre') {
      this.#holdsCode = true;
      this.#text.push({ type: 'inlineCode', value: decodeEntities(text).trim(), position: this.#from(line) });
    } else if (this.#rows === undefined) {
      this.#flush();
      this.#add({ type: 'html', value: text + token, position: this.#from(line) });
    }
  }

  #say(node: PhrasingContent): void {
    this.#text.push({ ...node, position: this.#from(this.#line) });
  }

  /** What was said so far is a paragraph. */
  #flush(): void {
    const [first] = this.#text;
    if (first === undefined || this.#rows !== undefined) return;
    const paragraph: Paragraph = { type: 'paragraph', children: this.#text };
    this.#add({ ...paragraph, position: this.#from(linesOf(first)[0]) });
    this.#text = [];
  }

  #push(node: List | ListItem): void {
    node.position = this.#from(this.#line);
    this.#add(node);
    this.#open.push(node);
  }

  #add(node: RootContent): void {
    const within = this.#open.at(-1);
    ((within?.children ?? this.#root) as Nodes[]).push(node);
  }

  #from(line: number): NonNullable<Nodes['position']> {
    return { start: { line, column: 1 }, end: { line: this.#line, column: 1 } };
  }
}

const EMPTY: TableCell = { type: 'tableCell', children: [] };
