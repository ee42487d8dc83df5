import { byWords } from './by-words.ts';
import { LOSSES, LOSSES_TEXT, type Loss } from '../knowledge/losses.ts';
import type { Command } from '../model.ts';
import { programsStarted, tellingOf, withoutValues } from './started.ts';

const lossesOf = byWords(LOSSES, ({ form }) => form);
const textLossesOf = byWords(LOSSES_TEXT, ({ form }) => form);

/**
 * What data a command loses for good, where it is known to.
 * @returns with the words that say so, as far as they stand in the command as they do there
 */
export const lossOf = ({
  kind,
  text,
}: Pick<Command, 'kind' | 'text'>): { readonly loses: string; readonly by: string } | undefined => {
  const telling = tellingOf(text);
  const started = kind === 'shell' ? programsStarted(telling) : [];
  for (const { itself } of started) {
    const found = firstOf(lossesOf(itself), itself);
    if (found !== undefined) return found;
  }
  const said = withoutValues(telling);
  return firstOf(textLossesOf(said), said);
};

const firstOf = (losses: readonly Loss[], text: string): { loses: string; by: string } | undefined => {
  for (const { form, unless, loses } of losses) {
    const by = form.exec(text)?.[0];
    if (by !== undefined && unless?.test(text) !== true) return { loses, by };
  }
  return undefined;
};
