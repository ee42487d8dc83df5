import { ORDERS } from '../knowledge/leads.ts';
import { likenessOf } from '../command/likeness.ts';

/** `NAME  READY  STATUS`: what columns of a table are headed by, as kubectl and docker print them. */
const HEADS = /^\s*[A-Z][A-Z\d()%/_-]*(?: [A-Z][A-Z\d()%/_-]*)*(?: {2,}|\t+)[A-Z]/;
const IS_HEADS = /^[^a-z]*$/;
/** A row below them, which no command looks like: it has columns of its own. */
const ROW = /\S(?: {2,}|\t)\s*\S/;

/** `vi /etc/shop.conf`, `# /etc/shop.conf`, `# Edit /etc/shop.conf:` */
const OPENS_FILE =
  /^\s*(?:\$\s+)?(?:sudo\s+)?(?:vi|vim|nvim|nano|emacs|pico|gedit|sudoedit)\s+(?!-)\S|^\s*#+\s*(?:(?:edit|add (?:this |the following )?to|append to|change|modify|in)\s+)?`?(?:~|\/etc|\/usr|\/opt|\/srv|\/var)\/[\w./-]+`?\s*:?\s*$/i;
/** `Restart=on-failure`, `bind 0.0.0.0`, `export PORT=80`: what it is to hold; what surely is run comes after it. */
const IS_WRITTEN = /^\s*(?:export\s+)?[A-Za-z_][\w.-]*\s?=|^\s*alias\s|^\s*\[[\w. -]+\]\s*$/;

/** Does what the file holds go on below a blank line? There, `export X=1` could be typed, too. */
const isWrittenNext = (lines: readonly string[], blank: number): boolean => {
  let next = blank + 1;
  while (lines[next]?.trim() === '') next += 1;
  return IS_ASSIGNED.test(lines[next] ?? '');
};

const IS_ASSIGNED = /^\s*(?!export\b)(?:[A-Za-z_][\w.-]*\s?=|\[[A-Z][\w. -]*\]\s*$)/;

/** The lines of a script that were printed, as rows of a table, or that are written into a file which the line above them opens. */
export const shownLines = (lines: readonly string[]): ReadonlySet<number> => {
  const shown = new Set<number>();
  let inside: 'table' | 'file' | undefined;
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') {
      if (lines[at - 1]?.trim() !== '')
        inside = inside === 'file' && isWrittenNext(lines, at) ? 'file' : undefined;
    } else if (HEADS.test(line) && IS_HEADS.test(line)) inside = 'table';
    else if (OPENS_FILE.test(line)) inside = 'file';
    else if (inside === 'table' && !ROW.test(line)) inside = undefined;
    else if (inside === 'file' && !/^\s*#/.test(line) && isRun(line)) inside = undefined;
    else if (inside !== undefined) shown.add(at);
  }
  return shown;
};

/** Another command: `bind 0.0.0.0` is none, `shopd restart` is. */
const isRun = (line: string): boolean =>
  !IS_WRITTEN.test(line) &&
  (likenessOf(line) >= 2 ||
    line
      .trim()
      .split(/\s+/)
      .slice(1)
      .some((word) => ORDERS.has(word)));
