import type { OwnPrograms } from '../command/code-likeness.ts';
import type { Surroundings } from '../blocks/fence-item.ts';
import { withCondition } from '../conditions/earlier-units.ts';
import type { Marking } from '../marks/find-marks.ts';
import { saidToAsk } from '../blocks/flags-by-remark.ts';
import type { Marks } from '../marks/marks.ts';
import type { Command } from '../model.ts';
import { withNamedPlaceholders, wordsThere } from '../blocks/named-placeholders.ts';
import type { OfList } from '../prose/inline.ts';
import { conditionOfSentence } from '../conditions/sentence-conditions.ts';

/** What is known on the way through a section. */
export interface Place extends OfList {
  readonly raw: readonly string[];
  /** When everything here is to be done, by the item that it stands in. */
  condition?: string;
  /** What the text of the file tells the reader to replace. */
  readonly words: readonly string[];
  /** Programs that only the file knows. */
  readonly programs: OwnPrograms;
  readonly blockMarks: Marking['blocks'];
  /** What marks say of the section and of the blocks around. */
  marks?: Marks;
  /** The text right before the node at hand. */
  intro: string;
  /** What the heading or the text asked last, to be answered with yes or no. */
  asked?: string;
  session?: Surroundings['session'];
  /** It is in an item of a list, which gives its steps their title. */
  readonly titled?: boolean;
  /** All items of the list are nothing but commands. */
  readonly among?: boolean;
}

/** What is known for a while only. */
type Passing = Pick<Place, 'condition' | 'marks' | 'session'>;

/** Says it of the place, or no longer. */
export const put = <Key extends keyof Passing>(place: Passing, key: Key, value: Passing[Key]): void => {
  if (value === undefined) delete place[key];
  else place[key] = value;
};

/** What is read while something holds for all of it. What held before holds again, unless what was read has put another in its place. */
export const during = <Key extends keyof Passing, Read>(
  place: Passing,
  key: Key,
  value: Passing[Key],
  read: () => Read,
): Read => {
  if (value === undefined) return read();
  const outer = place[key];
  place[key] = value;
  const found = read();
  if (place[key] === value) put(place, key, outer);
  return found;
};

/** A command of the text, with what its sentence and its place say of it. */
export const inPlace = (command: Command, sentence: string, place: Place): Command => {
  const condition = conditionOfSentence(sentence) ?? place.condition;
  // Of several it is not said which one asks.
  const asking = sentence.split('`').length === 3 ? saidToAsk(command, [sentence]) : command;
  return withCondition(withNamedPlaceholders(asking, wordsThere(sentence, place.words, command)), condition);
};
