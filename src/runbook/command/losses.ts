import { LOSSES, LOSSES_TEXT, LOSSES_TYPED, type Loss } from '../knowledge/losses.ts';
import type { Command } from '../model.ts';
import { programsStarted, tellingOf, withoutValues } from './started.ts';
import { findTrait } from './traits.ts';

const findLoss = findTrait(LOSSES);
const findLossSaid = findTrait(LOSSES_TEXT);
const findLossTyped = findTrait([...LOSSES_TYPED, ...LOSSES_TEXT]);

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
    const found = told(findLoss(itself), itself);
    if (found !== undefined) return found;
  }
  const said = withoutValues(telling);
  return told((kind === 'client' ? findLossTyped : findLossSaid)(said), said);
};

const told = (loss: Loss | undefined, text: string): { loses: string; by: string } | undefined =>
  loss && { loses: loss.loses, by: loss.form.exec(text)?.[0] ?? '' };
