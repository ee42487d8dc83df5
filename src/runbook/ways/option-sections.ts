import { asWay } from './alternatives.ts';
import { choiceAt } from '../command/command.ts';
import { OPTION } from '../knowledge/ways.ts';
import type { Alternative, Step } from '../model.ts';
import { allSections, type Section } from '../markdown/sections.ts';
import { choicesAmong, endOfLabel } from './sibling-ways.ts';

/** The way that a section's steps are, where it stands beside others of which only one is to be followed. */
export interface Way {
  readonly alternative: Alternative;
  /** The line from which on what comes is done whichever way was gone. */
  readonly until: number;
}

export const optionSections = (root: Section): ReadonlyMap<Section, Way> => {
  const ways = new Map<Section, Way>();
  const sections = allSections(root);
  for (const options of sections.flatMap(choicesAmong)) {
    for (const [index, section] of options.entries()) {
      const [, name = section.heading, when] = OPTION.exec(section.heading) ?? [];
      const alternative = {
        choice: choiceAt(options[0]?.lines[0]),
        option: index + 1,
        name,
        ...(when ? { when } : {}),
      };
      const until = index === options.length - 1 ? endOfLabel(section) : Infinity;
      for (const each of allSections(section)) ways.set(each, { alternative, until });
    }
  }
  const named = new Map([...ways.values()].map((way) => [way.alternative.name?.toLowerCase(), way]));
  for (const section of sections) {
    const way = named.get(OF_OPTION.exec(section.heading)?.[1]?.toLowerCase() ?? '');
    if (way !== undefined && !ways.has(section)) ways.set(section, { ...way, until: Infinity });
  }
  return ways;
};

/** "Commands (Option 1, the fast one)" belong to an option that another section tells of. */
const OF_OPTION = /\(((?:option|alternative|method|approach|variant)\s+(?:\d+|[A-Z]))\b[^()]*\)\W*$/i;

export const asWayUntil = (steps: readonly Step[], { alternative, until }: Way): readonly Step[] =>
  steps.map((step) => (step.lines[0] < until ? asWay(step, alternative) : step));
