import { eachCommandAWay } from '../ways/alternatives.ts';
import { clientNames, opensClient } from '../command/client-statements.ts';
import { commandsIn, withEach } from '../commands-of.ts';
import { isAfterFence, lastLineOf, type CodeBlock } from '../markdown/code-block.ts';
import { conditionOfIntro, isFallback, sentencesOf } from '../conditions/conditions.ts';
import { withCondition } from '../conditions/earlier-units.ts';
import { readFence } from '../blocks/fence.ts';
import { fenceSteps } from './fence-steps.ts';
import { LEAVES_CLIENT } from '../knowledge/clients.ts';
import { FINDS_OUT } from '../knowledge/conditions.ts';
import { LOOKS, ONE_OF_THESE } from '../knowledge/ways.ts';
import type { Step } from '../model.ts';
import { withNamedPlaceholders, wordsThere } from '../blocks/named-placeholders.ts';
import type { Place } from './place.ts';

/** The steps in a block, with what the text before it says of them; a client that it opens stays open in `place`. */
export const codeSteps = (block: CodeBlock, place: Place): readonly Step[] => {
  const intro = place.intro;
  const follows = isAfterFence(place.raw, block);
  const items = readFence(block, {
    intro,
    follows,
    programs: place.programs,
    ...(place.session === undefined ? {} : { session: place.session }),
  });
  const condition = conditionOfIntro(intro) ?? place.condition;
  const fallback = isFallback(intro);
  const read = withLead(fenceSteps(items, place.raw, lastLineOf(block)), place);
  const oneOf = !follows && ONE_OF_THESE.test(intro) && !FINDS_OUT.test(intro) && !LOOKS.test(intro);
  const steps = (oneOf ? eachCommandAWay(read) : read).map((step) => ({
    ...withEach(step, (command) =>
      withCondition(
        withNamedPlaceholders(command, wordsThere(intro, place.words, command)),
        command.condition ?? condition,
        fallback,
      ),
    ),
    ...(fallback ? { fallback } : {}),
  }));
  const typed = commandsIn(steps);
  const last = typed.findLast(({ kind }) => kind === 'shell');
  const client = last === undefined ? undefined : opensClient(last.text);
  const named = typed.findLast(({ kind }) => kind === 'client')?.client;
  const open = clientNames.get(named ?? '');
  if (last === undefined && open !== undefined) place.session ??= { client: open };
  if (last !== undefined && client === undefined) delete place.session;
  if (last !== undefined && client !== undefined) place.session = { client, openedAt: last.lines[0] };
  const end = typed.at(-1);
  if (end?.kind === 'client' && LEAVES_CLIENT.test(end.text)) delete place.session;
  return steps;
};

/** "Verify that it is back:" is what the block below it is for, where it does not begin with a comment of its own. */
const withLead = ([first, ...others]: readonly Step[], { intro, titled }: Place): readonly Step[] => {
  if (first === undefined) return [];
  const lead = titled === true ? undefined : LEAD.exec(sentencesOf(intro).at(-1) ?? '')?.[1];
  return [lead === undefined || first.title !== undefined ? first : { ...first, title: lead }, ...others];
};

/** A heading does not end so, and "If it is late:" is only when. */
const LEAD = /^(?!(?:if|when|in case|unless)\b[^,]*$)(.{3,160}?)\s*[:：]\s*$/i;
