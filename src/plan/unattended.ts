import type { Command, Word } from 'unbash';
import { nodesOf } from '../runbook/command/shell-syntax.ts';
import { applyEdits, type Edit } from './edit.ts';

/** Verbs whose options come between them and the container: `docker exec -it db …`. */
const TERMINAL_VERBS: readonly (readonly string[])[] = [
  ['docker', 'exec'],
  ['docker', 'run'],
  ['docker', 'container', 'exec'],
  ['docker', 'compose', 'exec'],
  ['docker', 'compose', 'run'],
  ['docker-compose', 'exec'],
  ['docker-compose', 'run'],
  ['podman', 'exec'],
  ['kubectl', 'exec'],
  ['oc', 'exec'],
];

/** What answers the question that a command would ask, where a person types `y`. */
const CONFIRMATIONS: readonly {
  readonly verb: readonly string[];
  readonly flags: readonly string[];
  readonly add: string;
}[] = [
  { verb: ['docker', 'system', 'prune'], flags: ['-f', '--force'], add: '-f' },
  { verb: ['docker', 'volume', 'prune'], flags: ['-f', '--force'], add: '-f' },
  { verb: ['docker', 'container', 'prune'], flags: ['-f', '--force'], add: '-f' },
  { verb: ['docker', 'image', 'prune'], flags: ['-f', '--force'], add: '-f' },
  { verb: ['docker', 'network', 'prune'], flags: ['-f', '--force'], add: '-f' },
  { verb: ['docker', 'builder', 'prune'], flags: ['-f', '--force'], add: '-f' },
  { verb: ['docker', 'compose', 'rm'], flags: ['-f', '--force'], add: '-f' },
  { verb: ['docker-compose', 'rm'], flags: ['-f', '--force'], add: '-f' },
  { verb: ['apt', 'install'], flags: ['-y', '--yes'], add: '-y' },
  { verb: ['apt-get', 'install'], flags: ['-y', '--yes'], add: '-y' },
  { verb: ['yum', 'install'], flags: ['-y'], add: '-y' },
  { verb: ['dnf', 'install'], flags: ['-y'], add: '-y' },
];

interface Unattended {
  readonly text: string;
  /** In words, for the plan and the journal. */
  readonly changes: readonly string[];
}

/** The command as it can be run with nobody at the keyboard: no terminal asked for, no question left open. */
export const makeUnattended = (text: string): Unattended => {
  const edits: Edit[] = [];
  const changes = new Set<string>();
  for (const command of simpleCommands(text)) {
    const words = commandWords(command);
    for (const edit of terminalEdits(words)) {
      edits.push(edit);
      changes.add('-t dropped: there is no terminal');
    }
    for (const { verb, flags, add } of CONFIRMATIONS) {
      if (!startsWith(words, verb) || words.some((word) => hasFlag(word.value, flags))) continue;
      const last = words[verb.length - 1] as Word;
      edits.push({ start: last.end, end: last.end, replacement: ` ${add}` });
      changes.add(`${add} added: nobody is there to confirm`);
    }
  }
  return { text: applyEdits(text, edits), changes: [...changes] };
};

const simpleCommands = (text: string): readonly Command[] =>
  nodesOf(text).filter((node) => node.type === 'Command');

const commandWords = (command: Command): readonly Word[] => [
  ...(command.name === undefined ? [] : [command.name]),
  ...command.suffix.filter((argument) => argument.type === 'Word'),
];

const startsWith = (words: readonly Word[], verb: readonly string[]): boolean =>
  verb.every((part, index) => words[index]?.value === part);

/** Short flags may stand together: `-af` has `-f`. */
const hasFlag = (word: string, flags: readonly string[]): boolean =>
  flags.some(
    (flag) =>
      word === flag || (!flag.startsWith('--') && /^-[a-zA-Z]+$/.test(word) && word.includes(flag.slice(1))),
  );

const terminalEdits = (words: readonly Word[]): Edit[] => {
  const verb = TERMINAL_VERBS.find((candidate) => startsWith(words, candidate));
  if (verb === undefined) return [];
  const edits: Edit[] = [];
  for (const word of words.slice(verb.length)) {
    if (!word.value.startsWith('-') || word.value === '--') break;
    const asked = /^(?:-i?ti?|--tty(?:=true)?)$/.test(word.value);
    if (asked) edits.push({ start: word.pos, end: word.end, replacement: withoutTerminal(word.value, verb) });
  }
  if (edits.length > 0 || !isCompose(verb) || words.some((word) => word.value === '-T')) return edits;
  // Compose asks for a terminal unless it is told not to.
  const last = words[verb.length - 1] as Word;
  return [{ start: last.end, end: last.end, replacement: ' -T' }];
};

/** Compose keeps stdin open by itself, and has a flag against the terminal; the others have a flag for each. */
const withoutTerminal = (flag: string, verb: readonly string[]): string => {
  if (isCompose(verb)) return '-T';
  return flag.includes('i') ? '-i' : '';
};

const isCompose = (verb: readonly string[]): boolean =>
  verb.includes('compose') || verb[0] === 'docker-compose';
