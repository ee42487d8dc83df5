import { byWords } from './by-words.ts';
import { ENDS_IT, LEADS_IN, RUNS_ANOTHER } from '../knowledge/runs-another.ts';
import { unwrap } from './likeness.ts';

/** One program with its arguments, as a shell or another command starts it. */
export interface SimpleCommand {
  /** From the program on: `sudo`, assignments, redirections and the like are taken off. */
  readonly text: string;
  /** Without what it starts: `ssh web-1 _`. */
  readonly itself: string;
  /** Reads what the command before it prints. */
  readonly piped: boolean;
  /** Is ended by another command, or goes on in the background. */
  readonly bounded: boolean;
}

/** How deep commands that start another are followed: `ssh host "docker exec x sh -c '…'"`. */
const DEEPEST = 4;

/** All programs that a shell text starts, with those that a command starts in a container, in a pod or on another host. */
export const simpleCommands = (text: string, depth = 0): readonly SimpleCommand[] =>
  split(text).flatMap(({ text: part, piped, bounded }) => {
    const bare = setApart(part.replace(LEADS_IN, ''));
    const unwrapped = unwrap(bare, true).replace(SYSTEM_FOLDER, '');
    const ended = ENDS_IT.exec(unwrapped)?.[1];
    const whole = withoutRedirections(ended ?? unwrapped);
    const started = depth < DEEPEST ? startedIn(whole) : undefined;
    const own = {
      text: whole,
      itself: started === undefined ? whole : withoutLast(whole, started),
      piped: piped || READS_LINES.test(part),
      bounded: bounded || ended !== undefined,
    };
    const inner = started === undefined ? [] : simpleCommands(unquoted(started), depth + 1);
    const printing = depth < DEEPEST ? substituted(part) : [];
    return [
      ...(OPENS_BY_ITSELF.test(bare) ? [{ ...own, text: bare, itself: bare }] : []),
      own,
      ...inner.map((each) => ({
        ...each,
        piped: each.piped || own.piped,
        bounded: each.bounded || own.bounded,
      })),
      ...printing
        .flatMap((each) => simpleCommands(each, depth + 1))
        .map((each) => ({ ...each, piped: true })),
    ];
  });

/** What stands before a program, and is not only that: `sudo -i`, `EDITOR=vim crontab -e` */
const OPENS_BY_ITSELF =
  /^(?:sudo|doas)\s+(?:-[ugUhCDpRrT]\s+[^\s-]\S*\s+|-\w+\s+)*-\w*[ise]\w*(?=\s|$)|^\w*(?:EDITOR|PAGER)=/;

/** What is started for its output: `$(pgrep web)`. */
const substituted = (text: string): readonly string[] =>
  /\$\(|`/.test(text)
    ? [...text.matchAll(SUBSTITUTION)].flatMap(([, own, quoted]) => own ?? quoted ?? [])
    : [];

/** Not within single quotes, where the shell reads none. */
const SUBSTITUTION = /'[^']*'|\\.|\$\(((?:[^()]|\([^()]*\))*)\)|`([^`]*)`/gs;

/**
 * With what the shell takes for no part of the last word set apart from it: a redirection, and what closes a subshell that another part of the list opened,
 * as in `(cd shop && docker compose up -d)`.
 */
const setApart = (text: string): string => {
  if (!/[)>]/.test(text)) return text;
  let depth = 0;
  return text
    .replaceAll(QUOTED_OR_OPERATOR, (token) => {
      if (token === '(') depth += 1;
      else if (token === ')' && depth === 0) return ' ';
      else if (token === ')') depth -= 1;
      return /^&?>$/.test(token) ? ` ${token}` : token;
    })
    .trim();
};

const QUOTED_OR_OPERATOR = /'[^']*'|"(?:[^"\\]|\\.)*"|`[^`]*`|\\.|[()]|(?<=[a-z_"'])&?>/gis;

/** `while read -r name; do … done < names`: the loop is given its lines where it ends. */
const READS_LINES = /^while\s+(?:IFS=\S*\s+)?read\s(?!.*-\w*p\b)/;

const withoutRedirections = (text: string): string =>
  EMPTIES.test(text) ? text : text.replaceAll(REDIRECTION, '');

/** What prints nothing empties the file: `: > app.log`, `cat /dev/null > app.log` */
const EMPTIES = /^(?::|true|cat\s+\/dev\/null|(?:echo|printf)\s+(?:-\w+\s+)?(?:""|''))?\s*>(?!>)/;

/** `> out.log`, `2>&1` */
const REDIRECTION = /(?<=\S)\s+(?:[12&]?>{1,2}(?:&[12]|\s*[^\s<>|;&()'"`]+))/g;

/** `/usr/bin/kubectl delete pod web`, `/sbin/reboot` */
const SYSTEM_FOLDER = /^\/(?:(?:usr\/)?(?:local\/)?s?bin|snap\/bin|opt\/homebrew\/bin)\/(?=\w)/;

const startersOf = byWords(RUNS_ANOTHER, (form) => form);

/** What a command starts in a container, in a pod or on another host, where it does. */
export const startedBy = (text: string): string | undefined => {
  const started = startedIn(text);
  return started === undefined ? undefined : unquoted(started);
};

const withoutLast = (text: string, part: string): string => {
  const at = text.lastIndexOf(part);
  return `${text.slice(0, at)}_${text.slice(at + part.length)}`;
};

/** As it is written. */
const startedIn = (text: string): string | undefined => {
  for (const form of startersOf(text)) {
    const started = form.exec(text)?.at(-1)?.trim();
    if (started !== undefined) return started;
  }
  return undefined;
};

const unquoted = (text: string): string =>
  /^'[^']*'$|^"(?:[^"\\]|\\.)*"$/s.test(text) ? text.slice(1, -1).replaceAll(/\\(["$`\\])/g, '$1') : text;

const DOCUMENT = /^(.*)(<<-?\s*(["']?)(\w+)\3.*)\n(?:[^]*?\n)??[ \t]*\4[ \t]*$/gm;

/** A here-document is data, unless a shell reads it. */
export const withoutDocuments = (text: string): string =>
  text.replaceAll(DOCUMENT, (whole: string, before: string, after: string) =>
    /(?<![\w.-])(?:[bdkz]?a?sh|ssh)(?![\w.-])/.test(before) ? whole : `${before}${after}`,
  );

const TOKENS =
  /'[^']*'|"(?:[^"\\]|\\.)*"|`[^`]*`|\$\((?:[^()]|\([^()]*\))*\)|\\.|\|\||&&|&>|(?<=[<>])&.|&|[|;\n]|[^'"`$\\|;&\n]+|./gs;

type Part = Omit<SimpleCommand, 'itself'>;

/** At the operators of a list or a pipeline, outside of quotes. */
const split = (text: string): readonly Part[] => {
  if (!/[|;&\n]/.test(text))
    return text.trim() === '' ? [] : [{ text: text.trim(), piped: false, bounded: false }];
  const found: Part[] = [];
  let own = '';
  let piped = false;
  for (const [token] of withoutDocuments(text).matchAll(TOKENS)) {
    if (!/^(?:\|\|?|&&?|;|\n)$/.test(token)) {
      own += token;
      continue;
    }
    found.push({ text: own.trim(), piped, bounded: token === '&' });
    own = '';
    piped = token === '|';
  }
  found.push({ text: own.trim(), piped, bounded: false });
  return found.filter((simple) => simple.text !== '');
};
