import { withFlag } from './command.ts';
import { OF_ENVIRONMENT } from './knowledge/placeholders.ts';
import type { Command } from './model.ts';
import { findPlaceholders } from './placeholders.ts';

const REPLACE =
  /\b(?:replac(?:e|ing)|substitut(?:e|ing))\s+(?:the\s+)?(?:variables?\s+|values?\s+(?:of\s+)?)?(?:`([^`\n]{2,60})`|(\$\{?[A-Z][\w-]*\}?))/gi;
/** "the node at fault (e.g. `web-042`)": a number of somebody's, with what stands before its last part. */
const EXAMPLE = /\((?:e\.g\.|for example|such as|like),?\s+`((?=[\w-]*\d)[a-z][\w]*-[\w-]*?\w)(-\d+)?`/gi;
const WHERE = /\bwhere\s+`([^`\n]{2,40})`\s+is\b/gi;

const VARIABLE = /\$(?:([A-Z][A-Z0-9_]*)(?![\w$-])|\{([A-Z][A-Z0-9_]*)\})/g;

const SET = /\b([A-Z][A-Z0-9_]*)=|\b(?:read|for|-v)\s+(?:-\w+\s+)?([A-Z][A-Z0-9_]*)\b/g;

/** More than a person would replace. */
const MOST = 200;

/** Those that no line of the file sets. */
const unsetVariables = (text: string): readonly string[] => {
  const used = new Map([...text.matchAll(VARIABLE)].map(([whole, bare, braced]) => [whole, bare ?? braced]));
  for (const [whole, name = ''] of used) if (OF_ENVIRONMENT.test(name)) used.delete(whole);
  if (used.size === 0) return [];
  const set = new Set(
    [...text.replaceAll(SET_BY_READER, '').matchAll(SET)].map(([, assigned, read]) => assigned ?? read),
  );
  return [...used].flatMap(([whole, name]) => (set.has(name) ? [] : [whole])).slice(0, MOST);
};

/** A remark on what a variable is to hold: `# NAMESPACE='<of the alert>'`. */
const SET_BY_READER = /^[ \t]*#[ \t]*\w+=["']?<.*$/gm;

/** Words of commands that stand for others, by the text of the file: "replace `10.0.0.1` with …", or a variable that nobody sets. */
export const namedWords = (text: string): readonly string[] => [
  ...[
    ...[...text.matchAll(REPLACE), ...text.matchAll(WHERE)].map((match) => match[1] ?? match[2] ?? ''),
    ...[...text.matchAll(EXAMPLE)].flatMap(([, id = '', part = '']) => [
      id + part,
      ...(/\d/.test(id) ? [id] : []),
    ]),
  ]
    .map((word) => word.trim())
    .filter((word) => word !== '' && !word.includes(' '))
    .slice(0, MOST),
  ...unsetVariables(text),
];

/** The command with the placeholders that only the text around it makes known. */
export const withNamedPlaceholders = (command: Command, words: readonly string[]): Command => {
  if (!words.some((word) => command.text.includes(word))) return command;
  const placeholders = findPlaceholders(command.text, words);
  const named = { ...command, placeholders };
  return placeholders.length > 0 ? withFlag(named, 'placeholder') : named;
};
