import { CHANGING_VERBS, TRIAL_VERBS } from '../knowledge/changing.ts';
import type { Command, Placeholder } from '../model.ts';
import { EMPTY_WORDS } from './knowledge/sources.ts';
import { tellingWords, type Said } from './said.ts';

/** So much before a placeholder, in characters, can name it. */
const NEAR = 300;

const before = ({ text }: Command, { span }: Placeholder): string =>
  text.slice(Math.max(0, span[0] - NEAR), span[0]);

/** `TOKEN=CHANGEME`, `where log.remote_ip = '<address>'`, `max_bytes <bytes>`, `--docker-password=<password>`, `grep <keyword>`: the word before it says what it is. */
export const isNamedBefore = (command: Command, placeholder: Placeholder): boolean => {
  const text = before(command, placeholder);
  const word = /(\S+)\s*$/.exec(text)?.[1] ?? '';
  return (
    /^\w+=["']?$/.test(word) ||
    /\b(?:where|and|or|on)\s+[\w.]+\s*(?:=|\blike\b)\s*['"%]*$/i.test(text) ||
    /\bgrep\s+(?:-\S+\s+)*["']?$/.test(text) ||
    /^--\S*(?:user|username|password|email)=?$/.test(word) ||
    (/\w_\w/.test(word) && word.toLowerCase().includes(placeholder.name.toLowerCase()))
  );
};

/** `reboot [<options>]`: it may be left out. */
export const mayBeLeftOut = (command: Command, placeholder: Placeholder): boolean =>
  /(?:^|\s)\[(?!\s)[^\]\n]*$/.test(before(command, placeholder)) &&
  /^[^\s[\]]*\]/.test(command.text.slice(placeholder.span[1], placeholder.span[1] + NEAR));

/** The option that it is the value of, without its dashes: `project` of `--project={project}`, `n` of `-n <namespace>`. */
const optionBefore = (text: string): string | undefined =>
  /(?:^|\s)--?([A-Za-z][\w-]*)(?:=|\s+)["']?(?:[\w.-]+=)?["']?$/.exec(text)?.[1];

/**
 * The text speaks of what the option is for: `--selector="app=myapp"` after "Get the selector from …". A name with words of its own
 * must be of the option's.
 */
export const isOptionSaid = (command: Command, placeholder: Placeholder, said: Said): boolean => {
  const option = optionBefore(before(command, placeholder));
  const words = option === undefined || option.length < 3 ? [] : tellingWords(option);
  return (
    words.length > 0 &&
    words.every((word) => said.isWordSaid(word)) &&
    (/^\w/.test(placeholder.text) || isOf(tellingWords(placeholder.name), words))
  );
};

/**
 * The command says what kind of thing goes there, though not which: `--region <region>`, `-n <namespace>`, `-U <DB_USER>`,
 * `http://web:<port>/`.
 */
export const isKindNamed = (command: Command, placeholder: Placeholder): boolean => {
  const text = before(command, placeholder);
  const words = tellingWords(placeholder.name);
  if (words.includes('port') && /:\/\/[^\s/]*:$/.test(text)) return true;
  const option = optionBefore(text);
  if (option === undefined) return false;
  if (option.length === 1)
    return words.some((word) => word.length > 1 && word.startsWith(option.toLowerCase()));
  const ofOption = tellingWords(option);
  return ofOption.length > 0 && isOf(words, ofOption);
};

/** No words of its own, one of them, or their initials: `<RESX_GROUP>` and `<rg>` of `--resource-group`. */
const isOf = (words: readonly string[], option: readonly string[]): boolean =>
  words.length === 0 ||
  words.some((word) => option.includes(word) || option.map(([initial]) => initial).join('') === word);

/**
 * A name such as `<name>` or `<id>` is of what the command is about: `enable-feature-flag <NAME>`, `machine start <id>`,
 * `deployment/<name>`, where the text speaks of it.
 */
export const isObjectSaid = (command: Command, placeholder: Placeholder, said: Said): boolean => {
  if (tellingWords(placeholder.name).length > 0) return false;
  const text = before(command, placeholder);
  const glued = /(\p{L}[\p{L}\p{N}-]*)[-/:_.]$/u.exec(text)?.[1];
  const words = glued === undefined ? (/\S+((?:\s+[a-z][\w-]*){1,3})\s+["']?$/.exec(text)?.[1] ?? '') : glued;
  return tellingWords(words).some(
    (word) =>
      !CHANGING_VERBS.has(word) && !TRIAL_VERBS.has(word) && !EMPTY_WORDS.has(word) && said.isWordSaid(word),
  );
};
