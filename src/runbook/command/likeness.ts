import { remembered } from '../../core/remembered.ts';
import { SQL_START } from '../knowledge/sql-start.ts';
import { ENGLISH_PROGRAMS, EVERYWHERE, PROGRAMS, WHOLE_ALONE, WRAPPERS } from '../knowledge/programs.ts';
import { NO_PROGRAM } from '../knowledge/leads.ts';
import { isNotTyped, OF_DOCUMENT, saysSomething } from '../knowledge/not-typed.ts';
import { ENDS_AS_SCRIPT, SCRIPT_ENDING } from '../knowledge/scripts.ts';
import { isPowerShell } from '../knowledge/windows.ts';
import { maskPlaceholders } from './placeholders.ts';
import { plainHead } from './plain-head.ts';
import { TELLING } from './telling.ts';

/** How much a line looks like something typed at a shell: 0 not at all, 1 it could be, 2 likely, 3 surely. */
export type Likeness = 0 | 1 | 2 | 3;

const KEYWORD =
  /^(?:for\s+\w+\s+in\s|for\s*\(\(|while\s+(?:true|:|!|\[|read|IFS)|until\s+\S|if\s+(?:!|\[|\S+.*;\s*then)|case\s+\S+\s+in\b|function\s+\w+|\w+\s*\(\)\s*\{|\[\[?\s+\S.*\s\]\]?)/;
const ASSIGNMENT =
  /^[A-Za-z_]\w*\+?=(?:"[^"]*"|'[^']*'|\$\(.*|`.*|\(.*|"[^"]*$|'[^']*$|[^\s"']*)(?:\s*#.*)?$/;
const LEADING_ASSIGNMENTS =
  /^(?:[A-Za-z_]\w*=(?:"[^"]*"|'[^']*'|\$\([^)]*\)|`[^`]*`|(?!\$\()[^\s"'`]*)\s+)+(?=\S)/;
const PATH = /^(?:~|\.{1,2}|\$\{?\w+\}?)?(?:\/?[\w.@+{}$-]+)?\/[\w./@+${}-]*[\w}]$/;
/** `"$BIN"/fix`, `"$BIN/fix"` */
const QUOTED_PATH = /^"\$\{?\w+\}?(?:"(?:\/[\w.-]+)+|(?:\/[\w.-]+)+")$/;
const PROMQL =
  /^\(*\s*(?:sum|rate|irate|increase|histogram_quantile|avg|count|max|min|topk|absent|label_replace|predict_linear|delta|changes)(?:\s+(?:by|without)\s*\([^)]*\))?\s*\(/;
/** What a program says of itself: `e2fsck 1.44.5 (15-Dec-2018)`, `nginx version 1.18.0`; `ping 10.0.0.1` has more numbers. */
const BANNER =
  /^(?!sleep|timeout)[a-z][\w-]*,? (?:version |v)?\d+\.\d+(?:\.\d+)?(?:[-+~]\w\S*)?(?: \(.*\))?$/;
/** A line of `pg_hba.conf`: `host all all 10.0.0.0/8 scram-sha-256` */
const ADMITS =
  /^(?:host(?:no)?(?:ssl|gssenc)?|local)\s+\S+\s+\S.*\s(?:trust|reject|md5|scram-sha-256|peer|ident|cert|password|ldap|gss|pam|radius)$/;
/** The first line that `top` prints, and what a module of JavaScript exports. */
const OTHERS = /^top - \d|^export (?:default|const|let|var|function|class|interface|type|async|\{)(?=\s|$)/;
/** `(cd web && docker compose up -d)`, `{ echo a; date; } | sendmail ops` */
const SUBSHELL = /^\([^()]+(?:&&|;|\|)[^()]*\)(?:$|\s*[|>])|^\{ [^{}]+; \}(?:$|\s*[|>])/;
/** `: > app.log` */
const EMPTIES_FILE = /^:\s*>\s*[\w/~.$"']/;
/** `[dspace]/bin/dspace cleanup`, `%CATALINA_HOME%/bin/shutdown.sh` */
const FOLDER_TO_FILL_IN = /^(?:\[[a-z][\w -]{1,30}\]|%\w{2,30}%)[/\\](?=\w)/i;
/** `<stage>-<service>-backup.sh` */
const SCRIPT_TO_FILL_IN = new RegExp(
  String.raw`^(?:<[a-z][\w ]{0,30}>[\w.-]{0,30}){1,4}${SCRIPT_ENDING}(?=\s|$)`,
  'i',
);
const PLACEHOLDER_START = /^<[a-z][\w -]*>\s+\S/i;

/** What only a shell's arguments have: options, paths, pipes, variables, quotes, `=`, globs, addresses. */
const SHELL_SYNTAX =
  /(?:^|\s)--?[A-Za-z\d]|(?:^|\s)_{3,}|\/(?!\s)|(?<!\s)\/|[|$"'`*~]|\s\{[a-z][\w-]*\}|\S=\S|\S\.\w|\w:\w|<[\w-]+>|&&|>\s*\S|@|\d$/;
const OPTION = /(?:^|\s)(?:--[a-z][\w-]*|-[A-Za-z]\w?)(?=[\s=]|$)/;
/** `condor_q -held`, `qconf -sconf global` */
const LONG_OPTION = /^(?:\s+[\w./-]+){0,2}\s+-[a-z]{3,}(?=\s|$)/;
const COLUMNS = /\S(?:\t+| {2,})\S.*\S(?:\t+| {2,})\S|\S\t+\S/;
const PROSE_WORDS =
  /(?:^|\s)(?:the|is|are|was|were|be|been|to|and|that|this|with|has|have|had|not|of|you|your|we|it|its|will|should|must|can|cannot|which|because|when|then|they|there|but|so|if|than|on|in|for|from|by|as|at|or|an|a)(?=[\s,.:;]|$)/gi;

/** Judges by the first word and what follows it. */
export const likenessOf = remembered((whole): Likeness => {
  const line = whole.slice(0, TELLING);
  const bare = unwrap(maskPlaceholders(line)).replace(FOLDER_TO_FILL_IN, 'dir/');
  const word = /^\S+/.exec(bare)?.[0] ?? '';
  const rest = bare.slice(word.length);
  if (word === '' || isNotTyped(bare)) return 0;
  if (EMPTIES_FILE.test(bare) || SCRIPT_TO_FILL_IN.test(line.trim())) return 3;
  if (/^(?:[#|]|:$)/.test(word) || /^https?:\/\//.test(word)) return 0;
  if (KEYWORD.test(bare) || isPowerShell(bare)) return 3;
  if (PROMQL.test(bare) || /^\s*(?:==?|!=|:=|=~|->|<=|>=)(?=\s|$)/.test(rest)) return 0;
  if (/^\s*sudo\s/.test(line) && /^[\w./-]+$/.test(word) && !isSentence(bare)) return 3;
  if (/^<\s*\S+\s+\S/.test(bare) && PROGRAMS.has(/^<\s*\S+\s+(\S+)/.exec(bare)?.[1] ?? '')) return 3;
  if (ASSIGNMENT.test(bare)) return /^[A-Z_a-z]\w*=\S/.test(bare) && /\$\(|`|^[A-Z]/.test(bare) ? 2 : 1;
  if (BANNER.test(bare) || ADMITS.test(bare) || OTHERS.test(bare)) return 0;
  if (PROGRAMS.has(word)) return isSentence(bare) ? 1 : rest.trim() === '' ? 2 : 3;
  if (ENGLISH_PROGRAMS.has(word) || EVERYWHERE.has(word)) return englishLikeness(rest, bare);
  if (PATH.test(word)) return pathLikeness(word, rest);
  // `! BE CAREFUL`, `(first on the master)`: a remark, where no command follows.
  // `(ctrl+c to exit)`: nothing else, and no subshell.
  if (SUBSHELL.test(bare) && likenessOf(/[a-z].*/i.exec(bare)?.[0] ?? '') === 3) return 2;
  if (/^\(.*\)$/.test(bare) && likenessOf(bare.slice(1, -1)) < 2) return 0;
  if (/^[!(]$|^\([a-z]/i.test(word)) return likenessOf(bare.slice(1)) === 0 || isSentence(bare) ? 0 : 1;
  if (/^(?:\[{1,2}$|!|\(|\$\(|"\$|\$\{?\w)/.test(word))
    return rest.trim() === '' && !QUOTED_PATH.test(word) ? 0 : 1;
  if (PLACEHOLDER_START.test(bare)) return 1;
  return unknownLikeness(word, rest);
});

/** After a prompt, even a bare one, this is enough. */
export const isLikelyTyped = (text: string): boolean => likenessOf(text) >= 2 && !isSentence(text);

/** A program and what it takes: no remark, no value by its name. */
export const couldBeTyped = (line: string): boolean =>
  likenessOf(line) > 0 &&
  !NO_PROGRAM.has(/^[a-z]*(?![\w.+-])/.exec(line)?.[0] ?? '') &&
  PROGRAM_WITH_WORDS.test(line) &&
  !saysSomething(line);

const PROGRAM_WITH_WORDS = /^[a-z][\w.+-]*(?=\s)(?!\s+[\d.,]+%?$)[\x20-\x7e]{2,200}(?<![.,:;!?])$/;

/**
 * Without what stands before the program: `sudo -u x`, `time`, assignments.
 * @param isTyped no text that begins alike: what comes next is a program, known or not
 */
export const unwrap = (line: string, isTyped = false): string => {
  let bare = plainHead(line.trim());
  const first = /^\S+/.exec(bare)?.[0] ?? '';
  if ((!WRAPPERS.has(first) && !first.includes('=')) || LOOKS_FOR_PROGRAM.test(bare)) return bare;
  for (let previous = ''; previous !== bare;) {
    previous = bare;
    const word = /^\S+/.exec(bare)?.[0] ?? '';
    if (WRAPPERS.has(word) && /^\S+\s+\S/.test(bare)) {
      const inner = bare.replace(
        /^\S+\s+(?:-[A-Za-z]*[ugUhCD]\s+[^\s-]\S*\s+|-[ugUhCD]\S+\s+|-[cn]\s*-?\d+\s+|--(?:user|group)[ =]\S+\s+|-\w+\s+|--\s+)*/,
        '',
      );
      const started = word === 'env' ? inner.replace(LEADING_ASSIGNMENTS, '') : inner;
      if (word === 'sudo' || isTyped || likenessShallow(started)) bare = started;
    }
    // What a substitution starts that goes on in the next line is still the value.
    const assigned = /^\w+="?\$\([^()]*$/.test(bare) ? bare : bare.replace(LEADING_ASSIGNMENTS, '');
    if (/^[A-Z_]/.test(bare) || isTyped || likenessShallow(assigned)) bare = assigned;
    bare = plainHead(bare);
  }
  return bare;
};

/** `command -v psql` starts nothing. */
const LOOKS_FOR_PROGRAM = /^command\s+-[vV]/;

const likenessShallow = (text: string): boolean => {
  const word = /^\S+/.exec(text)?.[0] ?? '';
  return PROGRAMS.has(word) || ENGLISH_PROGRAMS.has(word) || PATH.test(word);
};

/** `watch -n 5 redis-cli info` */
const WATCHED = /^watch\s+(?:-[\w.]+\s+(?:[\d.]+\s+)?)*(\S+)/;

/** `service web restart`, `net stop OracleService<SID>`, `kill PID` */
const CONTROLS_SERVICE =
  /^kill\s+P?PID$|^service\s+[\w@.-]+\s+(?:start|stop|restart|reload|status)$|^net\s+(?:start|stop)\s+[\w@.$-]+$/;

const englishLikeness = (rest: string, bare: string): Likeness => {
  if (isSentence(bare)) return 0;
  if (rest.trim() === '') return WHOLE_ALONE.has(bare) ? 2 : 1;
  // `start time: 10:00`, `find the owner of 5`
  if (/^\s*(?:[a-z]+)?[:=](?:\s|$)|^\s+(?:the|an?|your)\s+[a-z]{3}/.test(rest)) return 0;
  if (PROGRAMS.has(WATCHED.exec(bare)?.[1] ?? '') || CONTROLS_SERVICE.test(bare)) return 3;
  if (/^\s+\(/.test(rest) || COLUMNS.test(bare)) return 0;
  return SHELL_SYNTAX.test(rest) ? 3 : 1;
};

/** `/etc/init.d/memcached restart` */
const INIT_SCRIPT = /^\/etc\/(?:init\.d|rc\.d)\/\w/;
const CONTROLS = /^\s+(?:start|stop|restart|reload|force-reload|status)$/;

/** Where programs lie, and how scripts are called; of `script/setup` the path alone is enough. */
const RUNNABLE = new RegExp(
  String.raw`^\.{1,2}/|/s?bin/|${SCRIPT_ENDING}$|^scripts?/|^bin/|/(?:embedded|opt)/`,
);
const RUN_BY_NAME = new RegExp(String.raw`${SCRIPT_ENDING}$|^\.{1,2}/|(?:^|/)s?bin/|^script/`);

const pathLikeness = (word: string, rest: string): Likeness => {
  if (OF_DOCUMENT.test(word)) return 0;
  const runnable = RUNNABLE.test(word);
  if (INIT_SCRIPT.test(word) && CONTROLS.test(rest)) return 3;
  if (rest.trim() === '') return RUN_BY_NAME.test(word) ? 2 : 0;
  if (COLUMNS.test(rest) || /^\/[a-z-]+$/.test(word) || /^\s*\{$/.test(rest)) return 0;
  if (
    !runnable &&
    /^\/(?!dev|proc|sys|etc|var\/log)[\w-]+\/\S/.test(word) &&
    /^(?:\s+[a-z][\w.-]*){1,3}$/.test(rest)
  )
    return 2;
  return runnable || OPTION.test(rest) ? 3 : 1;
};

/** `shopd [staging|production] refresh`: one of these is typed. */
const CHOICE = /^(?:\s+[a-z][\w-]*){0,3}\s+[[{<][a-z][\w-]*(?:\|[a-z][\w-]*)+[\]}>](?=\s|$)/;

const unknownLikeness = (word: string, rest: string): Likeness => {
  if (!/^[a-z][\w.+-]*$/.test(word) || OF_DOCUMENT.test(word)) return 0;
  if (rest.trim() === '') return 0;
  if (/^\s*(?:[:=]|\()/.test(rest) || SQL_START.test(word + rest)) return 0;
  if (isSentence(word + rest)) return 0;
  if ((OPTION.test(rest) || LONG_OPTION.test(rest)) && !COLUMNS.test(word + rest)) return 2;
  if (COLUMNS.test(word + rest)) return 0;
  if (CHOICE.test(rest)) return 2;
  return /(?:ctl|cli|-rake|-psql|-tool|-runner)$/.test(word) || ENDS_AS_SCRIPT.test(word) ? 2 : 1;
};

/** `ufw allow from 10.0.0.0/8 to any port 22` */
const ADDRESSED = /\s(?:from|to) (?:any(?=\s|$)|\d[\d.:]*(?:\/\d+)?(?=\s|$))/g;

/** Words that read as English rather than as arguments. Quoted parts do not count. */
export const isSentence = (line: string): boolean => {
  const telling = line.slice(0, TELLING);
  if (telling.search(PROSE_WORDS) < 0) return false;
  const unquoted = telling
    .replaceAll(/"[^"]*"|'[^']*'|\$\([^)]*\)/g, '""')
    .replaceAll(ADDRESSED, ' ')
    .replace(/\s#.*$/, '');
  const prose = unquoted.match(PROSE_WORDS)?.length ?? 0;
  const all = unquoted.trim().split(/\s+/).length;
  if (/[a-z)]\.$/.test(unquoted.trim()) && prose > 0 && !OPTION.test(unquoted)) return true;
  if (prose >= 2 && /[a-z]\. [A-Z][a-z]+ [a-z]/.test(unquoted)) return true;
  return prose >= 2 && prose / all >= 0.18 && !/[|;]|&&|\s--?\w/.test(unquoted);
};
