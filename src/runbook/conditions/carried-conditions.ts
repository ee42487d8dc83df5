import { hasCommands } from './units.ts';
import type { List, ListItem, Nodes } from 'mdast';
import {
  conditionAhead,
  conditionOfCase,
  conditionOfIntro,
  conditionOfItem,
  conditionOfList,
  conditionOfSample,
} from './conditions.ts';
import { isOpposite } from '../cases.ts';
import { ALL_IS_WELL, GOES_ON, IN_ANY_CASE, UNSURE, WANTS } from '../knowledge/conditions.ts';
import { ANOTHER_WAY } from '../knowledge/ways.ts';
import type { Step } from '../model.ts';
import { leadOf } from '../markdown/node-text.ts';

/** A node that was read, and what stands around it. */
interface Read {
  readonly node: Nodes;
  readonly next: Nodes | undefined;
  /** The text before it, or its own. */
  readonly intro: string;
  /** What the last item of a list begins with. */
  readonly lastText: string;
  readonly steps: readonly Step[];
}

/**
 * The condition that holds for what comes after a node, too: "If you see this:", what is printed, and then what to type. It ends with the
 * first commands, and with a paragraph that leads to none.
 */
export const carriedBeyond = (
  carried: string | undefined,
  { node, next, intro, lastText, steps }: Read,
): string | undefined => {
  if (node.type === 'list' && isMeantWithin(node, next)) return conditionOfItem(lastText);
  if (carried !== undefined && isStepsGoingOn(node, next, { lastText, typed: hasCommands({ steps }) }))
    return carried;
  if (hasCommands({ steps })) return undefined;
  if (
    node.type === 'list' &&
    carried !== undefined &&
    next?.type === 'paragraph' &&
    !OF_SEVERAL.test(carried)
  )
    return undefined;
  if (node.type === 'code') return conditionOfSample(intro) ?? carried;
  if (node.type === 'paragraph' && next !== undefined && /:\s*$/.test(intro) && isNote(next))
    return conditionOfList(intro) ?? carried;
  if (node.type === 'paragraph' && next?.type === 'list' && /:\s*$/.test(intro) && !LEAVES_IT.test(intro))
    return (ANY_OF.test(intro) ? conditionOfIntro(intro) : conditionOfList(intro)) ?? carried;
  if (next?.type === 'paragraph' && node.type === 'paragraph') {
    const led = leadOf(next);
    const leads = LEADS_ON.test(led) || (LEADS_ON_AT.test(led) && TO_BE_DONE.test(intro));
    const told = leads ? conditionOfCase(intro) : undefined;
    if (told !== undefined) return told;
  }
  if (node.type === 'paragraph' && ANOTHER_WAY.test(intro.trim())) return undefined;
  const leads = /:\s*$/.test(intro) || next?.type === 'code' || next?.type === 'list';
  return node.type === 'paragraph' && !leads ? conditionAhead(intro) : carried;
};

/** "If it is full, do this:", and steps with their blocks at the margin: a block below the list, and the list that goes on with the next number. */
const isStepsGoingOn = (
  node: Nodes,
  next: Nodes | undefined,
  { lastText, typed }: { readonly lastText: string; readonly typed: boolean },
): boolean =>
  node.type === 'list'
    ? next?.type === 'code' && (!typed || lastText.endsWith(':'))
    : node.type === 'code' && typed && next?.type === 'list' && (next.start ?? 0) > 1;

const OF_SEVERAL = /\b(?:any|one|some|all|either)(?: or more)? of\b/i;

/** "If the node is gone for good, it has to be removed.", before "To remove it:" or "On the primary:". */
const LEADS_ON = /^(?:to (?:do (?:so|this|that)|[a-z-]+ (?:it|them|this|these))\b|in that case\b)[^.]*:\s*$/i;
const LEADS_ON_AT = /^on (?:the|that|each|any|every|those|another|one)\b[^.]{2,60}:\s*$/i;
const TO_BE_DONE =
  /,\s+(?:then )?(?:(?:it|they|you|we|this|these|the [\w-]+) (?:has|have|needs?|must|should|can)\b|(?:remove|replace|restore|rebuild|recover|delete|restart|promote|re-?create|re-?install|add|move|stop|reset)\b)/i;

/** "If any of the following is seen, roll back:", a list of what may be seen, and how to. */
const ANY_OF =
  /(?:^|[.!?]\s+)(?:if|when) (?:any|one|some|all|either)(?: or more)? of (?:the following|these|those)\b[^.]*:\s*$/i;
const LEAVES_IT =
  /\b(?:stop|abort|escalate|halt|do not|don['’]t|contact|page|call|notify|inform|wait|skip|postpone|cancel|ask|see)\b[^,]*$/i;

/** What is said in between: a quote, "NOTE: It takes an hour." */
const isNote = (node: Nodes): boolean =>
  node.type === 'blockquote' ||
  (node.type === 'paragraph' &&
    /^\W*(?:note|notice|warning|important|caution|attention)\b/i.test(leadOf(node)));

/** A list that is set further in than the one before it was meant to stand in its last item. */
const isMeantWithin = (list: List, next: Nodes | undefined): boolean =>
  next?.type === 'list' && (next.position?.start.column ?? 0) > (list.position?.start.column ?? 0);

/** The condition that an item ends with, for the next one to answer: "If the account has no such role:". */
export const leftOpenBy = (item: ListItem | undefined): string | undefined => {
  const last = item !== undefined && item.children.length > 1 ? item.children.at(-1) : undefined;
  const text = last?.type === 'paragraph' ? leadOf(last) : '';
  return text.endsWith(':') ? conditionOfSample(text) : undefined;
};

/** The condition of the last commands, where a paragraph goes on with their sentence: "and then restart it:". */
export const carriedOn = (
  node: Nodes,
  previous: Nodes | undefined,
  text: string,
  before: readonly Step[],
): string | undefined => {
  if (node.type !== 'paragraph' || !GOES_ON.test(text) || IN_ANY_CASE.test(text)) return undefined;
  const apart = previous?.type === 'list' || previous?.type === 'blockquote';
  if (apart && !/^[a-z]/.test(text)) return undefined;
  const condition = before.at(-1)?.commands.at(-1)?.condition ?? '';
  if (THEN_YOU_CAN.test(text) && WANTS.test(`if ${condition}`)) return undefined;
  const ownOnly = ALL_IS_WELL.test(condition) || UNSURE.test(condition) || isOpposite(condition);
  return condition === '' || (ownOnly && /^[A-Z]/.test(text)) ? undefined : condition;
};

/** What can be done then, whatever the one before was wanted for. */
const THEN_YOU_CAN = /^Then,? (?:you|we) (?:can|could|may)\b/;

/** "Edit it:", and a list of what in it: the case of the last item is not that of the block below, unless it leads there. */
export const speaksForItselfOnly = ({ children }: List, intro: string): boolean =>
  children.length > 1 && !/:\s*$/.test(intro) && conditionOfIntro(intro) !== undefined;
