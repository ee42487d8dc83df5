import { lossOf } from '../../command/losses.ts';
import { programsStarted, tellingOf } from '../../command/started.ts';
import { hasTrait } from '../../command/traits.ts';
import type { Command, Part, Procedure } from '../../model.ts';
import { fenceAt } from '../by-line.ts';
import { GUARD_WORDS, GUARD_WORDS_ELSEWHERE, KEEPERS, KEEPS_TEXT, PURPOSES } from '../knowledge/guards.ts';
import type { Page, PlacedCommand, Rule } from '../model.ts';
import { placeIn } from '../place.ts';
import { shown } from '../text.ts';

/** How many lines before the command, or before its block, a warning may stand. */
const NEAR = 8;

export const destructiveWithoutGuard: Rule = {
  id: 'destructive-without-guard',
  severity: 'warning',
  summary: 'a command destroys data, and nothing warns or keeps it beforehand',
  check: (page) => {
    const keptIn = new Set<Procedure | Part>();
    return page.commands.flatMap((placed) => {
      const { command, part, procedure = part } = placed;
      // What is only written to a file, or sent along, is not run: the reader has told that apart.
      const loss =
        command.kind === 'shell' && !command.flags.includes('destructive') ? undefined : lossOf(command);
      const isKept = keptIn.has(procedure) || keeps(command);
      if (isKept) keptIn.add(procedure);
      if (loss === undefined || isKept || isGuarded(page, placed)) return [];
      return [
        {
          message: `"${shown(command)}" loses ${loss.loses}, and nothing before it warns or keeps it`,
          place: placeIn(page, command, loss.by),
          hint: 'say what is lost and who may decide it, or keep it first (a dump, a snapshot)',
        },
      ];
    });
  },
};

const keeps = ({ kind, text }: Command): boolean =>
  KEEPS_TEXT.test(tellingOf(text)) ||
  (kind === 'shell' &&
    MAY_KEEP.test(text) &&
    programsStarted(tellingOf(text)).some(({ itself }) =>
      KEEPERS.some((keeper) => hasTrait(itself, keeper)),
    ));

/** Most commands have none of these words, and need not be taken apart. */
const MAY_KEEP = /dump|backup|snapshot|save|rdb|export|(?:\b(?:cp|mv|rsync|rclone|tar|git)\s)/i;

const isGuarded = (page: Page, { command, part, procedure }: PlacedCommand): boolean => {
  const [first, last] = command.lines;
  const opens = fenceAt(page, first)?.[0] ?? first;
  const around = [
    ...page.lines.slice(Math.max(0, opens - 1 - NEAR), opens),
    ...page.lines.slice(Math.max(opens, first - 1 - NEAR), last),
  ].join('\n');
  // Who follows "Destroy the build data" wants the loss.
  const wanted = [part.heading, procedure?.heading].some((heading) => PURPOSES.test(heading ?? ''));
  return (
    wanted ||
    GUARD_WORDS.test(around) ||
    GUARD_WORDS_ELSEWHERE.test(around) ||
    /--dry-run|\bcheck\b.*--dry/.test(command.text)
  );
};
