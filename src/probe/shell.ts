import { parse } from 'unbash';
import type { AndOr, Command, CommandNode, CompoundList, PipelineNode } from 'unbash';

/** Programs that end with 0 whatever happened before them. */
const ALWAYS_WELL = new Set([
  'true',
  ':',
  'echo',
  'printf',
  'cat',
  'tee',
  'head',
  'tail',
  'wc',
  'sort',
  'date',
]);

/** The part of a shell line, or of an argument list, for which it always ends with 0; `undefined` when it can fail. */
export const whyItCannotFail = (command: string | readonly string[]): string | undefined => {
  if (typeof command !== 'string') return ofArgv(command);
  const last = parse(command).commands.at(-1);
  return last === undefined ? 'it is empty' : ofNode(last.command, command);
};

const ofArgv = (argv: readonly string[]): string | undefined => {
  const [program = '', option, line] = argv;
  if (/(?:^|\/)(?:ba|da|k|z)?sh$/.test(program) && /^-\w*c$/.test(option ?? ''))
    return whyItCannotFail(line ?? '');
  return ALWAYS_WELL.has(program) && argv.length === 1 ? program : undefined;
};

const ofNode = (node: AndOr | CommandNode | PipelineNode, text: string): string | undefined => {
  switch (node.type) {
    case 'AndOr':
      return ofAndOr(node, text);
    case 'Pipeline':
      return node.prefixes.some(({ type }) => type === 'Negation')
        ? undefined
        : within(node.commands.at(-1), text, '| ');
    case 'Subshell':
    case 'BraceGroup':
      return ofList(node.body, text);
    case 'Command':
      return ofCommand(node) ? text.slice(node.pos, node.end) : undefined;
    default:
      return undefined;
  }
};

const ofList = ({ commands }: CompoundList, text: string): string | undefined =>
  within(commands.at(-1)?.command, text, '');

/** `a || b && c` is read from the left: it cannot fail when what comes after the last `||` cannot, or when nothing can. */
const ofAndOr = ({ commands, operators }: AndOr, text: string): string | undefined => {
  let why = within(commands[0], text, '');
  for (const [index, operator] of operators.entries()) {
    const next = within(commands[index + 1], text, `${operator} `);
    if (operator === '||') why = next ?? why;
    else why = why === undefined ? undefined : next;
  }
  return why;
};

const within = (
  node: AndOr | CommandNode | PipelineNode | undefined,
  text: string,
  before: string,
): string | undefined => {
  const why = node === undefined ? undefined : ofNode(node, text);
  return why === undefined ? undefined : before + why;
};

const ofCommand = ({ name, args }: Command): boolean => {
  if (name === undefined) return false;
  if (name.value === 'exit') return args.length === 1 && args[0]?.text === '0';
  return ALWAYS_WELL.has(name.value);
};
