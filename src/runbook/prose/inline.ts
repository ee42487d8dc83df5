import type { PhrasingContent } from 'mdast';
import { clientToldFor, isTypedInto, saysWhatFor, typedInto } from './client-inline.ts';
import { opensClient, type Session } from '../command/client-statements.ts';
import { isProgramCall, isSql, isTypedAlone, type OwnPrograms } from '../command/code-likeness.ts';
import { toCommand } from '../command/command.ts';
import { withChoices } from './inline-ways.ts';
import {
  ENTER_CUE,
  IS_SUBJECT_OF,
  LABEL_CUE,
  MESSAGE_LABEL,
  STRONG_CUE,
  TELLS,
  WITH_STATEMENT,
} from '../knowledge/cues.ts';
import { SHOWS_ALONE } from '../knowledge/programs.ts';
import { likenessOf } from '../command/likeness.ts';
import type { Command } from '../model.ts';
import { type CodeInText, codeIn, NOTHING_BEFORE, sentenceAround, withoutNumbers } from './code-in-text.ts';
import { holdsCode, piecesOf, withTaggedCode } from './pieces.ts';
import { ENDS_PROCESS, SHOWS } from '../knowledge/around-code.ts';
import { withEnglishJoins } from './joins.ts';
import { isForbidden } from './forbidden.ts';
import { isTold, type Told } from './told.ts';

/** What is known of the list that a text stands in. */
export interface OfList {
  /** The text before the list says that its items are run. */
  readonly led?: boolean;
  /** The text before the list says that its items must hold. */
  readonly checked?: boolean;
  /** Its items are steps, or all begin with a command: what they go on with is what it does. */
  readonly calls?: boolean;
  /** All items of the list begin with a command. */
  readonly onlyCalls?: boolean;
  /** The text before the list says that it explains what was typed. */
  readonly explained?: boolean;
}

/** What stands around a paragraph. */
interface Around extends OfList {
  readonly session?: Session | undefined;
  /** Outside of lists and tables of names: a program alone is typed, too. */
  readonly alone?: boolean;
  /** Programs of the file. */
  readonly programs: OwnPrograms;
}

/** The commands in the inline code of one paragraph, cell or item. */
export const toldCommands = (nodes: readonly PhrasingContent[], around: Around): readonly Told[] => {
  const children = withTaggedCode(nodes);
  if (!children.some(holdsCode)) return [];
  const pieces = withEnglishJoins(withoutNumbers(children.flatMap(piecesOf)));
  const isOnly = children.length === 1;
  let open = around.session;
  const told = codeIn(pieces, around.programs).flatMap((code): readonly (Told & { index: number })[] => {
    if (isOnlySpokenOf(code, around)) return [];
    const { index, value, prompt, lines } = code;
    const typed = isForOpen(code, open);
    const prompted = isPrompted(code);
    const into = prompted ? prompt?.client : clientToldFor(value, code.before, code.after)?.name;
    if (!typed && !prompted && into === undefined && !isRun(code, around, isOnly)) return [];
    const sql = isSql(value) && likenessOf(value) < 3;
    const inOpen = typed || (sql && open?.client.syntax === 'sql') ? open : undefined;
    const command = toCommand({ text: value, lines, where: 'inline', ...kindOf(into, inOpen, sql) });
    if (command.flags.includes('endless') && ENDS_PROCESS.test(code.before)) return [];
    const opened = command.kind === 'shell' ? opensClient(value) : undefined;
    if (opened !== undefined) open = { client: opened, openedAt: lines[0] };
    return [{ index, command, sentence: sentenceAround(code, pieces) }];
  });
  return withChoices(told, pieces);
};

/** What only explains, a message, or where a link leads. */
const isOnlySpokenOf = ({ before, linked }: CodeInText, { explained }: Around): boolean =>
  (explained === true && NOTHING_BEFORE.test(before)) ||
  MESSAGE_LABEL.test(before) ||
  (linked && !STRONG_CUE.test(before) && !TELLS.test(before));

/** Is it for the client that is open? */
const isForOpen = ({ value, before, after, begins, ownLine }: CodeInText, open?: Session): boolean => {
  const opens = begins && NOTHING_BEFORE.test(before) && saysWhatFor(after);
  return (
    (ownLine || opens || ENTER_CUE.test(before) || WITH_STATEMENT.test(before)) && isTypedInto(open, value)
  );
};

/** Is a prompt before it one? */
const isPrompted = ({ prompt, before, ownLine }: CodeInText): boolean =>
  prompt !== undefined &&
  (ownLine || (prompt.client !== undefined && (NOTHING_BEFORE.test(before) || CUE.test(before))));

/** Do its words, or the list that it stands in, tell to run it? */
const isRun = (code: CodeInText, around: Around, isOnly: boolean): boolean => {
  const { value, before, after, begins, ownLine, carriesOut } = code;
  const { led, checked, calls, onlyCalls, alone, programs } = around;
  const isChecked = checked === true && SHOWS.test(after);
  const named =
    (led || isChecked || (calls && begins && !IS_SUBJECT_OF.test(after))) &&
    (NOTHING_BEFORE.test(before) ||
      (isChecked && (WHAT_IS_CHECKED.test(before) || ALSO_CHECKED.test(before)))) &&
    isProgramCall(value, programs);
  const whole =
    SHOWS_ALONE.has(value) && ((alone && isOnly) || (onlyCalls && begins && REMARKED_ON.test(after)));
  const told =
    (carriesOut && isProgramCall(value, programs)) ||
    named ||
    whole ||
    (ownLine ? isTypedAlone(value, programs) : isTold(value, before, after, programs));
  return told && !isForbidden(code);
};

/** What code is, by the client that the words around it name and the one that is open. */
const kindOf = (
  into: string | undefined,
  open: Session | undefined,
  isStatement: boolean,
): Pick<Command, 'kind' | 'client' | 'openedAt'> => {
  if (open !== undefined && (into === undefined || into === open.client.name)) return typedInto(open);
  if (into !== undefined) return { kind: 'client', client: into };
  return { kind: isStatement ? 'sql' : 'shell' };
};

/** "The queue is empty: `redis-cli LLEN jobs` is 0", "the queue drains (`redis-cli LLEN jobs` goes to 0)" */
const WHAT_IS_CHECKED = /^\W*(?:[A-Z][^`:]{2,40}:|\w[^`:()]{2,60}\()\s*$/;

/** "`x` says master; `y` says 2", "the workers are back when `x` has no errors" */
const ALSO_CHECKED = /`[^`;]*;\s*$|\b(?:when|once|until|that)\s*$/;

/** "`top`", "`top` - the load" */
const REMARKED_ON = /^\s*(?:$|[:(–—→-]\s?\w)/;
const CUE = new RegExp(`(?:${STRONG_CUE.source})|(?:${ENTER_CUE.source})|(?:${LABEL_CUE.source})`, 'i');
