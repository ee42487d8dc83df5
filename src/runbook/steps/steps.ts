import { hasCommands, type Unit } from '../conditions/units.ts';
import type { Html, List, ListItem, Nodes, RootContent } from 'mdast';
import { eachAWay, introOf, isOffer, linkWays, optionIn } from '../ways/alternatives.ts';
import { areCalls, areVariants, explainsPipeline, isListOfCalls, namesWhatIsNeeded } from './call-lists.ts';
import { changes } from '../command/changes.ts';
import { isProgramCall } from '../command/code-likeness.ts';
import { isTyped, withEach } from '../commands-of.ts';
import { clientSaid } from '../prose/client-inline.ts';
import {
  carriedBeyond,
  carriedOn,
  leftOpenBy,
  speaksForItselfOnly,
} from '../conditions/carried-conditions.ts';
import { codeBlockOf, preBlocksOf } from '../markdown/code-block.ts';
import { codeSteps } from './code-steps.ts';
import {
  causeOfItem,
  conditionOfItem,
  conditionOfList,
  sentencesOf,
  troubleOfItem,
} from '../conditions/conditions.ts';
import {
  LEADS_TO_CAUSES,
  ANSWERS,
  BEFORE_ARROW,
  BEGINS_ROW,
  GOES_ON,
  MESSAGE_IN_ITEM,
} from '../knowledge/conditions.ts';
import { CHECK_THESE, EXPLAINS_PARTS, RUN_THESE } from '../knowledge/cues.ts';
import { LEADS_OFF } from '../knowledge/leads.ts';
import { SHOWS_ALONE } from '../knowledge/programs.ts';
import { BY_HAND, BY_HAND_IN, FOR_EACH_WAY, LOOKS, OFFERS, ONE_OF, OR_ALONE } from '../knowledge/ways.ts';
import { paragraphSteps } from './paragraph-steps.ts';
import { markedSteps, namedSteps } from '../marks/marked.ts';
import {
  leaveToBlock,
  limitLast,
  limitOfPrevious,
  saidAfter,
  withCondition,
} from '../conditions/earlier-units.ts';
import { askedIn, ownCaseOf, withOwnCases } from '../conditions/answers.ts';
import { withOpposites } from '../conditions/opposites.ts';
import { inherit, type Marks } from '../marks/marks.ts';
import type { Command, Step } from '../model.ts';
import { AROUND } from '../prose/pieces.ts';
import type { OfList } from '../prose/inline.ts';
import { isListOfCommands } from '../prose/prose.ts';
import { firstLineOf, lastLeadOf, leadOf, summaryOf, textWithCode } from '../markdown/node-text.ts';
import { during, type Place, put } from './place.ts';
import { nodesOfHtml } from '../markdown/html-nodes.ts';
import { linesOf } from '../markdown/sections.ts';
import { tableSteps } from './table-steps.ts';
import { areMeans, placeAbove, unfoldedWays } from '../ways/unfolded.ts';

/** What a person does, one after the other: a numbered comment, a list item, a fence, a told command at a time. */
export const stepsOf = (
  content: readonly RootContent[],
  file: Pick<Place, 'raw' | 'words' | 'programs' | 'blockMarks'>,
  section: { readonly heading: string; readonly condition?: string; readonly marks?: Marks },
): readonly Step[] => {
  const { heading, ...rest } = section;
  const asked = askedIn(heading);
  return stepsIn(content, {
    ...file,
    ...rest,
    intro: heading,
    ...(asked === undefined ? {} : { asked }),
    ...(CHECK_THESE.test(heading) ? { checked: true } : {}),
  });
};

const LEADS_ON = /:\s*$/;

/** The steps of nodes that stand side by side; what they offer as either/or is one choice. */
const stepsIn = (nodes: readonly Nodes[], place: Place): readonly Step[] => {
  const units: Unit[] = [];
  let carried: string | undefined;
  let offer: Offer = NO_OFFER;
  let source: Nodes['type'] | undefined;
  const unfolded = unfoldedWays(nodes);
  for (const [index, node] of nodes.entries()) {
    const [previous, next] = [nodes[index - 1], nodes[index + 1]];
    if (leadsNoFurther(place.intro, units, { previous, node })) place.intro = '';
    const before = place.intro;
    carried ??= carriedOn(node, previous, leadOf(node), units.at(-1)?.steps ?? []);
    const outer = place.condition;
    const limit = limitOfPrevious(units, node, { previous, next });
    const steps = during(place, 'condition', carried, () =>
      withOwnMarks(node, place, () => nodeSteps(node, place)),
    );
    const intro = introOf(node, before, place.intro);
    if (node.type === 'list' && LEADS_ON.test(before) && speaksForItselfOnly(node, place.intro))
      place.intro = before;
    carried = carriedBeyond(carried, { node, next, intro, lastText: lastLeadOf(node), steps });
    if (limit !== undefined) {
      limitLast(units, previous, limit);
      put(place, 'condition', outer);
    }
    // What led to what is typed in a quote leads no further, either.
    if (saidAfter(units, { node, previous }, intro) || (node.type === 'blockquote' && hasCommands({ steps })))
      place.intro = '';
    // A table of what there is to type is not led on by what stands below it.
    if (source !== 'table' && (node.type === 'code' || LEADS_ON.test(before)))
      leaveToBlock(units, steps, node.type === 'code' ? undefined : isNameOf);
    offer = offerAfter(offer, node, intro, steps);
    const part = unfolded[index];
    const { asked } = place;
    // The heading above a block is no text of its own, and that of a list is its first item's.
    const isLed = node.type === 'paragraph' || (node.type === 'code' && index > 0);
    const ownCase = isLed ? ownCaseOf(intro, asked) : undefined;
    if (steps.length > 0 || namesWay(node, intro) || (part !== undefined && node.type === 'html'))
      units.push({
        intro: `${placeAbove(nodes, index)}${intro}`,
        steps,
        opens: index < (node.type === 'code' ? 2 : 1),
        ...(asked === undefined ? {} : { asked }),
        ...(ownCase === undefined ? {} : { ownCase }),
        ...(offer.item === undefined ? {} : { item: offer.item }),
        ...(part === undefined ? {} : { part }),
      });
    if (steps.length > 0) source = node.type;
  }
  return linkWays(withOpposites(withOwnCases(units, place.condition), place.condition));
};

/** A list after what is typed in a block has its own lead; "or" stands between two ways, and not before what comes after the second. */
const leadsNoFurther = (
  intro: string,
  units: readonly Unit[],
  { previous, node }: { readonly previous: Nodes | undefined; readonly node: Nodes },
): boolean =>
  previous?.type === 'code' &&
  ((node.type === 'list' && units.at(-1)?.steps.some(isTyped) === true) ||
    (node.type === 'code' && OR_ALONE.test(intro)));

/** "There are two ways:", before items that are each followed by what is typed: the last item is what that belongs to. */
interface Offer {
  readonly isOpen: boolean;
  readonly item?: string;
}

const NO_OFFER: Offer = { isOpen: false };

const offerAfter = (offer: Offer, node: Nodes, intro: string, steps: readonly Step[]): Offer => {
  if (node.type === 'list')
    return offer.isOpen && node.children.length === 1 && !hasCommands({ steps })
      ? { isOpen: true, item: leadOf(node).replace(LEADS_ON, '') }
      : NO_OFFER;
  if (node.type !== 'paragraph') return offer;
  if (FOR_EACH_WAY.test(intro)) return NO_OFFER;
  return isOffer(intro) ? { ...offer, isOpen: true } : offer;
};

/** A way may have nothing to type: "Option 2:", "By hand in the console:". */
const namesWay = (node: Nodes, intro: string): boolean =>
  (node.type === 'paragraph' && optionIn(intro) !== undefined) ||
  BY_HAND.test(intro) ||
  BY_HAND_IN.test(intro);

/** "Use `ship add`:", and below it "`ship add web`". What has options, or shows something as it stands, is more than a name. */
const isNameOf = (typed: string, named: string): boolean =>
  !/\s-/.test(named) && !SHOWS_ALONE.has(named) && typed.startsWith(`${named} `);

/** What is read in a node, with the marks that speak for it. */
const withOwnMarks = (node: Nodes, place: Place, read: () => readonly Step[]): readonly Step[] => {
  const own = place.blockMarks.get(node);
  if (own === undefined) return read();
  return namedSteps(during(place, 'marks', inherit(own, place.marks), read), own);
};

/** What a text may lead to, also that it is not to be done. */
const SHOWS_WHAT: ReadonlySet<string> = new Set(['code', 'list', 'table']);

/** "Do not run these:" */
const leadsOff = (intro: string): boolean => LEADS_OFF.test(sentencesOf(intro).at(-1) ?? '');

const nodeSteps = (node: Nodes, place: Place): readonly Step[] => {
  if (SHOWS_WHAT.has(node.type) && leadsOff(place.intro)) {
    place.intro = '';
    return [];
  }
  switch (node.type) {
    case 'code':
      return markedSteps(
        codeSteps(codeBlockOf(node, place.raw[linesOf(node)[0] - 1] ?? ''), place),
        place.marks,
      );
    case 'html':
      place.intro = summaryOf(node.value) ?? place.intro;
      return htmlSteps(node, place);
    case 'paragraph': {
      const asked = askedIn(leadOf(node));
      if (asked !== undefined) place.asked = asked;
      return markedSteps(paragraphSteps(node, place), place.marks);
    }
    case 'table':
      return markedSteps(tableSteps(node, place), place.marks);
    case 'list':
      return listSteps(node, place);
    default:
      return 'children' in node ? stepsIn(node.children, place) : [];
  }
};

const htmlSteps = (node: Html, place: Place): readonly Step[] => {
  const nodes = nodesOfHtml(node);
  if (nodes.length > 0) return stepsIn(nodes, place);
  return markedSteps(
    preBlocksOf(node).flatMap((block) => codeSteps(block, place)),
    place.marks,
  );
};

/** The items, all under the condition of a paragraph that leads to them: "If the disk is full:". */
const listSteps = (node: List, place: Place): readonly Step[] => {
  const oneOf = ONE_OF.test(place.intro) || isOffer(place.intro);
  const causes = LEADS_TO_CAUSES.test(place.intro);
  const asked = askedIn(place.intro) ?? place.asked;
  const led = RUN_THESE.test(place.intro.slice(-AROUND));
  const checked =
    place.checked === true ||
    CHECK_THESE.test(place.intro) ||
    node.children.some((item) => typeof item.checked === 'boolean');
  const explained =
    EXPLAINS_PARTS.test(place.intro) || explainsPipeline(node, place) || namesWhatIsNeeded(node, place);
  const calls = isListOfCalls(node, place);
  const onlyCalls = calls && areCalls(node, place.programs);
  const among = isListOfCommands(node.children.map((item) => place.raw[linesOf(item)[0] - 1] ?? ''));
  const means = areMeans(node);
  const offered = means || (oneOf && OFFERS.test(place.intro) && !LOOKS.test(place.intro));
  let before: string | undefined;
  let begun = '';
  const readItems = (): Unit[] =>
    node.children.map((item, index) => {
      const own = leadOf(item);
      const goesOn = begun !== '' && GOES_ON.test(own);
      const intro = goesOn ? begun : own;
      const answered = ANSWERS.test(own) ? before : undefined;
      const carried = goesOn ? conditionOfItem(begun) : (answered ?? leftOpenBy(node.children[index - 1]));
      const steps = during(place, 'condition', carried, () =>
        withOwnMarks(item, place, () =>
          itemSteps(item, place, { causes, led, checked, calls, onlyCalls, explained, among }),
        ),
      );
      before = answered === undefined && !hasCommands({ steps }) ? conditionOfItem(own) : undefined;
      begun = goesOn || BEGINS_ROW.test(own) ? intro : '';
      const ownCase = ownCaseOf(own, asked);
      return {
        intro,
        steps,
        ...(asked === undefined ? {} : { asked }),
        ...(ownCase === undefined ? {} : { ownCase }),
      };
    });
  const units = inClientSaid(place, () =>
    during(place, 'condition', conditionOfList(place.intro), readItems),
  );
  if (oneOf || means || areVariants(node)) return eachAWay(units, offered);
  return linkWays(withOpposites(withOwnCases(units, place.condition), place.condition));
};

/** "In the MySQL client:" holds for the list that it leads to. */
const inClientSaid = <Read>(place: Place, read: () => Read): Read => {
  const outer = place.session;
  const client = LEADS_ON.test(place.intro) ? clientSaid(place.intro) : undefined;
  if (client === undefined || client === outer?.client) return read();
  place.session = { client };
  const found = read();
  if (place.session?.client === client) put(place, 'session', outer);
  return found;
};

/** "Pods are down: `kubectl get pods`": how it shows. */
const SHOWN_BY = /^[^`]*(?::|→|->|=>)[\s*_]*`/;

const QUESTION = /^[^.?!`\n]{3,60}\?\s*(?:$|`)/;

/** Its title, if any, is nothing but what is typed: an item within another. */
const saysNoMore = ({ title, commands: [first] }: Step): boolean =>
  title === undefined || title === first?.text;

/** A list item is a step of its own when it has nothing to type; with blocks in it, it gives them its title. */
const itemSteps = (
  node: ListItem,
  place: Place,
  { causes, ...said }: { readonly causes: boolean } & Required<OfList> & Pick<Place, 'among'>,
): readonly Step[] => {
  const [first] = node.children;
  const text = first?.type === 'paragraph' ? textWithCode(first) : '';
  const title = first?.type === 'paragraph' ? firstLineOf(first) : '';
  const trouble = troubleOfItem(text);
  const arrow = trouble !== undefined && BEFORE_ARROW.test(text) ? trouble : undefined;
  const message = MESSAGE_IN_ITEM.exec(text)?.[1];
  const cause =
    (causes && node.children.length === 1 ? causeOfItem(text) : undefined) ??
    arrow ??
    (message === undefined || isProgramCall(message) ? undefined : message);
  const condition = (text === '' ? undefined : conditionOfItem(text)) ?? cause ?? place.condition;
  // "Disk full?", and a look: what is asked is answered, and only what changes something is for the case.
  const isAsked = QUESTION.test(text.trim()) && condition !== place.condition;
  const within = isAsked ? place.condition : condition;
  // What was asked before the list is for its items to answer, not for what is in them.
  const { asked: _, ...outer } = place;
  const inner: Place = {
    ...outer,
    intro: '',
    ...(title ? { titled: true } : {}),
    ...said,
    ...(within === undefined ? {} : { condition: within }),
  };
  const read = stepsIn(node.children, inner);
  const changed = isAsked ? condition : trouble;
  const inCase = (command: Command): Command =>
    (isAsked || SHOWN_BY.test(text)) && !changes(command) ? command : withCondition(command, changed);
  const steps = changed === undefined ? read : read.map((step) => withEach(step, inCase));
  put(place, 'session', inner.session);
  // What an item within leads to may stand after the list, though it was meant to stand in it.
  const leads = node.children.at(-1)?.type === 'list' && LEADS_ON.test(inner.intro) ? inner.intro : '';
  // "- 3. Wipe it": an item with nothing but another in it.
  const only = first?.type === 'list' ? inner.intro : text;
  place.intro = node.children.length === 1 ? only : leads;
  if (hasCommands({ steps }))
    return steps.map((step) => (title && saysNoMore(step) ? { ...step, title } : step));
  if (!title) return [];
  return markedSteps([{ title, lines: linesOf(node), manual: true, commands: [] }], place.marks);
};
