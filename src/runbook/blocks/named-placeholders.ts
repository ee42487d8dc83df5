import { byWords } from '../command/by-words.ts';
import { withFlag } from '../command/command.ts';
import { SAYS_EXAMPLE, SAYS_PREFIX, SAYS_TO_REPLACE } from '../knowledge/placeholders/said.ts';
import { ENDS_IN_THING } from '../knowledge/placeholders/things.ts';
import { OF_ANOTHER_PLACE, OF_ENVIRONMENT } from '../knowledge/variables.ts';
import type { Command } from '../model.ts';
import { findPlaceholders } from '../command/placeholders.ts';

/** A view of Oracle's: `from v$database`, `desc gv$instance`. */
const VIEW = /(?<=\b(?:from|join|desc|describe)\s{1,4}(?:sys\.)?|,\s{0,4})g?v\$\w+/gi;

const VARIABLE = /\$(?!env:)(?:([A-Z][A-Z0-9_]*|[a-z]\w*)(?![\w$-])|\{([A-Z][A-Z0-9_]*|[a-z]\w*)\})/g;

const SET =
  /\b([A-Z][A-Z0-9_]*)=|\b([a-z]\w*)\s*[-+:]?=|\b(?:for|foreach|local|declare|-v|--arg|--argjson|as|set)\s+(?:-\w+\s+)?\$?([A-Za-z]\w*)\b|\bread((?:\s+-?\w+)+)/g;

/** More than a person would replace. */
const MOST = 200;

/** Those that no line of the file sets. In lower case only what a team has of its own: `$pod`, `$server_name`. */
const unsetVariables = (text: string): readonly string[] => {
  const used = new Map(
    [...text.replaceAll(VIEW, '').matchAll(VARIABLE)].map(([whole, bare, braced]) => [
      whole,
      bare ?? braced ?? '',
    ]),
  );
  for (const [whole, name] of used)
    if (OF_ENVIRONMENT.test(name) || (/^[a-z]/.test(name) && !ENDS_IN_THING.test(name))) used.delete(whole);
  if (used.size === 0) return [];
  const set = new Set(
    [...text.replaceAll(SET_BY_READER, '').matchAll(SET)].flatMap(([, ...names]) =>
      names.flatMap((each) => (each ?? '').trim().split(/\s+/)),
    ),
  );
  const loaded = text.search(LOADS_VARIABLES);
  const isLoaded = (whole: string, name: string): boolean =>
    loaded >= 0 && /^[A-Z]/.test(name) && text.indexOf(whole) > loaded;
  return [...used]
    .flatMap(([whole, name]) => (set.has(name) || isLoaded(whole, name) ? [] : [whole]))
    .slice(0, MOST);
};

/** A file of variables is read: `source .env`, `. ./prod.env`, `source <(sops -d shop.enc)`, `export $(cat .env | xargs)`. What is used after it is its. */
const LOADS_VARIABLES =
  /^[ \t]*(?:set -a[ \t]*(?:;|&&)[ \t]*)?(?:(?:source|\.)[ \t]+(?:<\(|["']?[\w.~/$<>{}-]*(?:\.env|\.envrc|openrc)\b)|export[ \t]+\$\([^\n]*\.env\b)/m;

/** Set to nothing on a line of its own: `node1=`, `export TOKEN=""`. */
const EMPTY = /^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)=(?:""|'')?[ \t]*(?:#.*)?$/gm;

/** What is set to nothing and used: the reader fills it in, unless the text does so itself. */
const emptyAssignments = (text: string): readonly string[] => {
  const own = text.replaceAll(/^[ \t]*#.*$/gm, '');
  return [...new Set([...own.matchAll(EMPTY)].map(([, name = '']) => name))]
    .slice(0, MOST)
    .filter(
      (name) =>
        !OF_ENVIRONMENT.test(name) &&
        new RegExp(String.raw`\$\{?${name}\b`).test(own) &&
        !new RegExp(
          String.raw`(?<![\w$])${name}\+?=(?!(?:""|'')?[ \t]*(?:#|$))|\b(?:for|read|local)\s(?:[^\n;]*\s)?${name}\b`,
          'm',
        ).test(own),
    )
    .map((name) => `${name}=`);
};

/** A remark on what a variable is to hold: `# NAMESPACE='<of the alert>'`. */
const SET_BY_READER = /^[ \t]*#[ \t]*\w+=["']?<.*$/gm;

const formsToReplace = byWords(SAYS_TO_REPLACE, (form) => form);

/** Words of commands that stand for others, by the text of the file: "replace `10.0.0.1` with …", or a variable that nobody sets. */
export const namedWords = (text: string): readonly string[] => [
  ...[
    ...formsToReplace(text).flatMap((form) =>
      [...text.matchAll(form)].flatMap(([, said = '']) => codesIn(said)),
    ),
    ...[...text.matchAll(SAYS_EXAMPLE)].flatMap(([, id = '', part = '']) => [
      id + part,
      ...(/\d/.test(id) ? [id] : []),
    ]),
  ]
    .map((word) => word.trim())
    .filter((word) => word !== '' && !word.includes(' '))
    .slice(0, MOST),
  ...namesWithPrefix(text),
  ...unsetVariables(text),
  ...emptyAssignments(text),
];

/** Names that begin as the text says, and go on with a number of some kind. */
const namesWithPrefix = (text: string): readonly string[] => {
  const prefixes = [...new Set([...text.matchAll(SAYS_PREFIX)].map(([, prefix = '']) => prefix))];
  if (prefixes.length === 0) return [];
  const names = new Set(text.match(/[a-z][\w.-]+/g));
  return [...names]
    .filter((name) =>
      prefixes.some((prefix) => name.startsWith(prefix) && /\d/.test(name.slice(prefix.length))),
    )
    .slice(0, MOST);
};

const codesIn = (said: string): readonly string[] =>
  said.includes('`') ? said.split('`').filter((_, index) => index % 2 === 1) : [said];

/** "From inside the pod:", "in the container, …": variables such as `$DB_HOST` are its, except for a command that goes there. */
export const wordsThere = (said: string, words: readonly string[], command: Command): readonly string[] =>
  IN_CONTAINER.test(said) && !GOES_THERE.test(command.text)
    ? words.filter((word) => !OF_ANOTHER_PLACE.test(/^\$\{?(\w+)\}?$/.exec(word)?.[1] ?? ''))
    : words;

const IN_CONTAINER =
  /^\W*(?:from|in|inside|within)\s+(?:inside\s+)?(?:(?:the|a|any|that|this|each|one of the)\s+)?(?:[\w`-]+\s+)?(?:pod|container)s?\b(?!\s+(?:spec|logs?|definition|manifest|image))[^.`]{0,40}[:,]/i;

/** Typed on this side of the container: the shell here fills in its variables. */
const GOES_THERE =
  /^(?:sudo\s+)?(?:kubectl|oc|docker|docker-compose|podman|nerdctl|crictl)\s(?:.*\s)?(?:exec|rsh|run)\s/;

/** The command with the placeholders that only the text around it makes known. */
export const withNamedPlaceholders = (command: Command, words: readonly string[]): Command => {
  const own = words.filter((word) => command.text.includes(word));
  if (own.length === 0) return command;
  const placeholders = findPlaceholders(command.text, own);
  const named = { ...command, placeholders };
  return placeholders.length > 0 ? withFlag(named, 'placeholder') : named;
};
