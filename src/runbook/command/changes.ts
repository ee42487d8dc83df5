import { byWords } from './by-words.ts';
import { ACTS_ON } from '../knowledge/acting.ts';
import type { Command } from '../model.ts';
import { TELLING } from './telling.ts';

const actingForms = byWords(ACTS_ON, (form) => form);

/** Does a command change anything, rather than look? */
export const changes = ({ text, flags }: Command): boolean => {
  const telling = text.slice(0, TELLING);
  return flags.includes('destructive') || actingForms(telling).some((form) => form.test(telling));
};
