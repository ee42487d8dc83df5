import { withFlag } from './command.ts';
import type { Command } from './model.ts';
import { findPlaceholders } from './placeholders.ts';

const REPLACE =
  /\b(?:replac(?:e|ing)|substitut(?:e|ing))\s+(?:the\s+)?(?:variables?\s+|values?\s+(?:of\s+)?)?(?:`([^`\n]{2,60})`|(\$\{?[A-Z][\w-]*\}?))/gi;
const WHERE = /\bwhere\s+`([^`\n]{2,40})`\s+is\b/gi;

/** Variables called after what is at hand, which the reader must set or replace. Configuration (`$DATABASE_URL`) is the environment's. */
const AT_HAND =
  /\$\{?(NAMESPACE|NS|PID|JOB|(?:[A-Z]+_)*(?:POD|CONTAINER|NODE|PVC|DEPLOYMENT|STATEFULSET|DAEMONSET|CRONJOB)(?:_(?:NAME|ID))?)\}?(?![\w-])/g;

const SET = /\b([A-Z][A-Z0-9_]*)=|\b(?:read|for|-v)\s+(?:-\w+\s+)?([A-Z][A-Z0-9_]*)\b/g;

/** More than a person would replace. */
const MOST = 200;

/** Those that no line of the file sets. */
const unsetVariables = (text: string): readonly string[] => {
  const used = new Map([...text.matchAll(AT_HAND)].map(([whole, name]) => [whole, name]));
  if (used.size === 0) return [];
  const set = new Set([...text.matchAll(SET)].map(([, assigned, read]) => assigned ?? read));
  return [...used].flatMap(([whole, name]) => (set.has(name) ? [] : [whole])).slice(0, MOST);
};

/** What a text tells the reader to replace: "replace `10.0.0.1` with …", "replace the $POD variable". */
export const replacedWords = (text: string): readonly string[] =>
  [
    ...[...text.matchAll(REPLACE), ...text.matchAll(WHERE)].map((match) =>
      (match[1] ?? match[2] ?? '').trim(),
    ),
    ...unsetVariables(text),
  ].filter((word) => word !== '' && !word.includes(' '));

/** The command with the placeholders that only the text around it makes known. */
export const withNamedPlaceholders = (command: Command, words: readonly string[]): Command => {
  if (!words.some((word) => command.text.includes(word))) return command;
  const placeholders = findPlaceholders(command.text, words);
  return placeholders.length === 0 ? command : withFlag({ ...command, placeholders }, 'placeholder');
};
