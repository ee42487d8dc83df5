import type { Told } from './told.ts';
import { asWayOf, firstWayAt } from '../command/command.ts';
import { OR_BETWEEN, OR_BY_HAND } from '../knowledge/cues.ts';
import { AIMS, BY_PLACE, EITHER } from '../knowledge/ways.ts';
import type { Alternative, Command } from '../model.ts';
import { AROUND, type Piece, sentenceBefore, textAfter, textOfPieces } from './pieces.ts';

/** "`x` or `y`": ways of one choice. */
export const withChoices = (
  told: readonly (Told & { readonly index: number })[],
  pieces: readonly Piece[],
): readonly Told[] => {
  const ways = new Map<number, Alternative>();
  for (const [at, { index, command }] of told.entries()) {
    const previous = told[at - 1];
    if (previous === undefined) continue;
    const between = textOfPieces(pieces.slice(previous.index + 1, index));
    if (between.length > AROUND) continue;
    const slash = /^\s*\/\s*$/.test(between) && doAlike(previous.command, command);
    if (
      !slash &&
      !PLACED_SLASH.test(between) &&
      !OR_BETWEEN.test(between) &&
      !isEitherOr(sentenceBefore(pieces, previous.index), between) &&
      !otherPlace(sentenceBefore(pieces, previous.index), between)
    )
      continue;
    const start = ways.has(at - 1) ? at - 1 : firstOfRow(told, pieces, at - 1);
    for (let way = start; way <= at; way++) {
      const before = ways.get(way - 1);
      if (way > start && before !== undefined)
        ways.set(way, { choice: before.choice, option: before.option + 1 });
      else if (!ways.has(way)) ways.set(way, firstWayAt(told[way]?.command.lines[0]));
    }
  }
  for (const [at, { index, command }] of told.entries())
    if (!ways.has(at) && isBesideByHand(pieces, index)) ways.set(at, firstWayAt(command.lines[0]));
  return told.map(({ command, sentence }, at) => {
    const alternative = ways.get(at);
    return {
      sentence,
      command: alternative === undefined ? command : asWayOf(command, alternative),
    };
  });
};

/** "`systemctl restart web` (Linux) / `x`" */
const PLACED_SLASH = /^\s*\([\w .-]{2,20}\)\s*\/\s*$/;

/** "Either restart one with `x`, or all of them with `y`." */
const isEitherOr = (before: string, between: string): boolean =>
  /\beither\b[^.;]*$/i.test(before) && /^[^.;]*\bor\b[^.;]*$/i.test(between);

/** `systemctl restart web` / `docker restart web`: both restart, each by its program. */
const doAlike = ({ text }: Command, other: Command): boolean => {
  const [[program, ...words], [otherProgram, ...otherWords]] = [
    text.split(/[\s:]+/),
    other.text.split(/[\s:]+/),
  ];
  return program !== otherProgram && words.some((word) => AIMS.test(word) && otherWords.includes(word));
};

/** Where a row begins that ends with "or": "`x`, `y`, or `z`". */
const firstOfRow = (
  told: readonly { readonly index: number }[],
  pieces: readonly Piece[],
  last: number,
): number => {
  let at = last;
  while (
    at > 0 &&
    told[at]?.index === (told[at - 1]?.index ?? 0) + 2 &&
    /^,\s*$/.test(pieces[(told[at]?.index ?? 0) - 1]?.text ?? '')
  )
    at -= 1;
  return at;
};

/** "Restart it in the UI or run `x`", "(`x` or the list of payments)". */
const isBesideByHand = (pieces: readonly Piece[], index: number): boolean => {
  const before = sentenceBefore(pieces, index);
  const or = /^.*\b(or\b.*)$/i.exec(before)?.[1];
  return (
    (or !== undefined && EITHER.test(before) && OR_BETWEEN.test(or)) ||
    AFTER_NAME.test(before) ||
    OR_IN_BRACKETS.test(before) ||
    OR_BY_HAND.test(textAfter(pieces, index, 2))
  );
};

/** "Read the log: `glog` or ": a name of the team's own, of which nothing is known. */
const AFTER_NAME = /[:,]\s+`[a-z][\w.-]{1,30}`\s+or\s+$/i;

/** "Restart the process (or `systemctl restart web`)": the other way is no code. */
const OR_IN_BRACKETS = /^[^`]*\w\s+\((?:or|alternatively),?\s+$/i;

/** "On Kubernetes, use `x`; on Docker, use `y`". */
const otherPlace = (before: string, between: string): boolean => {
  const [place, other] = [PLACE_BEFORE.exec(before)?.[1], PLACE_BEFORE.exec(between)?.[1]];
  return (
    place !== undefined &&
    other !== undefined &&
    place !== other &&
    BY_PLACE.test(place) &&
    BY_PLACE.test(other)
  );
};

const PLACE_BEFORE =
  /(?:^|[;,.]\s)\W{0,3}(?:(?:and|or)\s+)?((?:on|for|with|in|under|using|(?:if|when) (?:you(?:['’]re| are)? )?(?:use|using|run|running|on))\s+[\w.-]+(?:\s[\w.-]+){0,3}?)(?:,?\s+(?:use|run|do|execute|type|try|it is)\s*:?|:)\s*$/i;
