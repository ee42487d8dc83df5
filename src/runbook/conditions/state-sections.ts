import { CONDITIONAL_HEADING, IS_STATE, LEADS_TO_STATES, SAYS_STATE } from '../knowledge/state-headings.ts';
import { OPTION } from '../knowledge/ways.ts';
import { IMPERATIVE } from '../knowledge/cues.ts';
import type { Section } from '../markdown/sections.ts';

/** The sections in `parent` that are each for a state that its heading tells, with that state. */
export const statesIn = ({ heading, children }: Section): ReadonlyMap<Section, string> => {
  const sections = LEADS_TO_STATES.test(heading) ? children : optionsIn(children);
  if (sections !== children && !areStates(sections)) return new Map();
  return new Map(
    sections.flatMap((section): [Section, string][] => {
      const state = stateOf(section, sections === children);
      return state === undefined ? [] : [[section, state]];
    }),
  );
};

/** "Option 1: the container is gone", "Option 2: up, but hanging": which one is right depends on what is found. */
export const areStates = (options: readonly Section[]): boolean =>
  options.length > 1 && options.every((option) => stateOf(option) !== undefined);

export const optionsIn = (sections: readonly Section[]): readonly Section[] =>
  sections.filter(({ heading }) => OPTION.test(heading));

const stateOf = ({ heading }: Section, led = false): string | undefined => {
  const [, option, rest = ''] = OPTION.exec(heading) ?? [];
  const named = option === undefined ? heading.replace(NUMBERED, '') : rest;
  // What stands in brackets says more of a way: "Recreate it (the node is gone)".
  const text = named.replace(/\s*\([^()]*\)\W*$/, '').trim();
  const isState = IS_STATE.test(text) || (led && SAYS_STATE.test(text));
  return isState && !IMPERATIVE.test(text) && !CONDITIONAL_HEADING.test(text) ? text : undefined;
};

const NUMBERED = /^\W*(?:(?:step|case|scenario)\s+)?(?:\d+(?:\.\d+)*|[A-Z])[.):]\s+/i;
