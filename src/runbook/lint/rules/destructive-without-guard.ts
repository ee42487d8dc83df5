import { GUARD_WORDS, KEEPERS, LOSSES, PURPOSES } from '../knowledge/losses.ts';
import type { Page, PlacedCommand, Rule } from '../model.ts';
import { placeIn } from '../place.ts';
import { oneLine, shown } from '../text.ts';

/** How many lines before the command a warning may stand. */
const NEAR = 8;

export const destructiveWithoutGuard: Rule = {
  id: 'destructive-without-guard',
  severity: 'warning',
  summary: 'a command destroys data, and nothing warns or keeps it beforehand',
  check: (page) => {
    const keptSince = new Map<string | undefined, number>();
    for (const { command, part } of page.commands)
      if (!keptSince.has(part.heading) && KEEPERS.test(command.text))
        keptSince.set(part.heading, command.lines[0]);
    return page.commands.flatMap((placed) => {
      const { command } = placed;
      // What is only written to a file, or sent along, is not run: the reader has told that apart.
      if (command.kind === 'shell' && !command.flags.includes('destructive')) return [];
      const text = command.kind === 'shell' ? oneLine(command) : command.text;
      const loss = LOSSES.find(({ form }) => form.test(text));
      const kept = (keptSince.get(placed.part.heading) ?? Infinity) < command.lines[0];
      if (loss === undefined || kept || isGuarded(page, placed)) return [];
      return [
        {
          message: `"${shown(command)}" loses ${loss.loses}, and nothing before it warns or keeps it`,
          place: placeIn(page, command, loss.form),
          hint: 'say what is lost and who may decide it, or keep it first (a dump, a snapshot)',
        },
      ];
    });
  },
};

const isGuarded = (page: Page, { command, part, procedure }: PlacedCommand): boolean => {
  const [first, last] = command.lines;
  const from = Math.max(1, first - NEAR);
  const around = page.lines.slice(from - 1, last).join('\n');
  // Who follows "Destroy the build data" wants the loss.
  const wanted = [part.heading, procedure?.heading].some((heading) => PURPOSES.test(heading ?? ''));
  return wanted || GUARD_WORDS.test(around) || /--dry-run|\bcheck\b.*--dry/.test(command.text);
};
