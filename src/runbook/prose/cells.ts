import type { OwnPrograms } from '../command/code-likeness.ts';
import type { Told } from './told.ts';
import type { TableCell } from 'mdast';
import { toCommand } from '../command/command.ts';
import { toldCommands } from './inline.ts';
import { PLACE_HEADER } from '../knowledge/table-headers.ts';
import { COMMAND_HEADER, HOW_HEADER, MESSAGE_HEADER, NO_ORDER_HEADER } from '../knowledge/cues.ts';
import { commandAlone } from './prose.ts';
import { linesOf, textOf } from '../markdown/sections.ts';
import { SCRIPT_NAME } from '../knowledge/around-code.ts';

/** What is known of a table's column. */
export interface Column {
  readonly header: string;
  readonly programs: OwnPrograms;
  /** Some of its cells surely are typed, and all could be. */
  readonly isTyped: boolean;
}

/** The commands in a cell of a table: code that its text tells to run, or nothing but a command in a column for that. */
export const commandsInCell = (cell: TableCell, { header, programs, isTyped }: Column): readonly Told[] => {
  if (NO_ORDER_HEADER.test(header)) return [];
  const isForCommands = COMMAND_HEADER.test(header);
  const isForChecks = HOW_HEADER.test(header);
  const told = toldCommands(cell.children, { alone: isForCommands, onlyCalls: isForChecks, programs }).filter(
    ({ command, sentence }) =>
      !(MESSAGE_HEADER.test(header) && /^\W*`/.test(sentence)) &&
      (!PLACE_HEADER.test(header) || /\s/.test(command.text)),
  );
  if (told.length > 0 || !(isForCommands || isForChecks)) return told;
  const [only] = cell.children;
  const isScript = only?.type === 'inlineCode' && isForCommands && SCRIPT_NAME.test(only.value);
  if (!isScript && cell.children.some(({ type }) => type !== 'text' && type !== 'link')) return [];
  const said = textOf(cell).trim();
  const text = commandAlone(said) ?? (isForCommands && isTyped ? said : undefined);
  if (text === undefined || !(isForCommands || SURELY.test(text))) return [];
  const where = isScript ? 'inline' : 'prose';
  return [{ command: toCommand({ text, lines: linesOf(cell), where, kind: 'shell' }), sentence: '' }];
};

/** `helm upgrade --install web`, `systemctl restart web`, and not "helm chart". */
const SURELY = /\s(?:-{1,2}[a-z]|\S*[/=<])|^(?:sudo\s+)?(?:systemctl|service)\s+\S+\s+\S+$/i;
