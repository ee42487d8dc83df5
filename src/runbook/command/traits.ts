import type { Trait } from '../knowledge/trait.ts';
import { byWords } from './by-words.ts';

/** Has a command this trait? */
export const hasTrait = (text: string, { form, unless }: Trait): boolean =>
  form.test(text) && unless?.test(text) !== true;

/** Finds the first of many traits that a command has. */
export const findTrait = <Own extends Trait>(traits: readonly Own[]): ((text: string) => Own | undefined) => {
  const candidates = byWords(traits, ({ form }) => form);
  return (text) => candidates(text).find((trait) => hasTrait(text, trait));
};

/** Has a command one of many? */
export const hasOneOf = (traits: readonly Trait[]): ((text: string) => boolean) => {
  const find = findTrait(traits);
  return (text) => find(text) !== undefined;
};
