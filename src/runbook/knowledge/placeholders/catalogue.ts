import { BLANKS } from './blanks.ts';
import { IN_BRACKETS } from './brackets.ts';
import { IN_CAPITALS } from './capitals.ts';
import { OF_DATABASES } from './databases.ts';
import type { PlaceholderForm } from './form.ts';
import { NAMES } from './names.ts';
import { SAMPLES } from './samples.ts';

/** All looks of what a reader must replace; of two that fit the same words the first gives the name. */
export const PLACEHOLDERS: readonly PlaceholderForm[] = [
  ...IN_BRACKETS,
  ...NAMES,
  ...BLANKS,
  ...IN_CAPITALS,
  ...OF_DATABASES,
  ...SAMPLES,
];
