import type { Nodes } from 'mdast';
import { FINDS_OUT } from '../knowledge/conditions.ts';
import {
  AIMS,
  BY_MEANS,
  BY_PLACE,
  CLOUD,
  CONTRASTS,
  EITHER,
  FOR_EACH_WAY,
  FOR_OTHERS,
  INSTEAD,
  LOOKS,
  MEANS,
  OFFERS,
  ONE_AIM,
  PREFERRED,
  SECOND_BEST,
  VIA,
  WAY_NOUN,
  WITHOUT_TOOL,
} from '../knowledge/ways.ts';
import { isFallback, sentencesOf } from '../conditions/conditions.ts';
import { textWithCode } from '../markdown/node-text.ts';
import { areOpposed } from './opposed.ts';
import { serviceOf } from './places.ts';
import { areStates, optionsIn } from '../conditions/state-sections.ts';
import { allSections, LABEL_DEPTH, linesOf, textOf, type Section } from '../markdown/sections.ts';
import { isRemark } from '../command/remarks.ts';
import type { Command } from '../model.ts';

/** Sections in `parent` of which only one is to be followed: each of these is a choice of its own. */
export const choicesAmong = ({ content, children }: Section): readonly (readonly Section[])[] => {
  const named = optionsIn(children);
  if (named.length > 1) return areStates(named) ? [] : [named];
  const typed = children.filter(holdsCode);
  const routes = children.filter(({ heading, tab }) => VIA.test(heading) && tab !== true);
  if (routes.length > 1 && typed.length > 0) return [routes];
  const instead = insteadOf(children);
  if (instead.length > 0) return instead;
  if (typed.length < 2) return [];
  if (typed.every(({ tab }) => tab)) return [typed];
  if (typed.length < 5 && offersOne(content, children)) return [typed];
  const places = placesAmong(typed);
  if (places.length > 1) return [places];
  const opposed = typed.find(({ heading }, index) => areOpposed(heading, typed[index - 1]?.heading ?? ''));
  if (opposed !== undefined) return [typed.slice(typed.indexOf(opposed) - 1, typed.indexOf(opposed) + 1)];
  const preferred = preferredAmong(typed);
  if (preferred.length > 0) return [preferred];
  const settings = alikeAmong(typed, (section) => namesSetIn(codeIn(section)));
  return settings.length > 0
    ? settings
    : alikeAmong(typed, ({ heading }) => shapeOf(heading)).filter((sections) => !sections.some(isForOthers));
};

/** "Heroku", "Capistrano", and "Manual" beside them. */
const placesAmong = (sections: readonly Section[]): readonly Section[] => {
  const places = sections.filter(
    (section) => (BY_PLACE.test(section.heading) || BY_MEANS.test(section.heading)) && !isWholeCloud(section),
  );
  const alike = places.filter(({ heading }) =>
    places.some((other) => other.heading !== heading && serviceOf(other.heading) === serviceOf(heading)),
  );
  return alike.length === 0
    ? alike
    : sections.filter((section) => alike.includes(section) || WITHOUT_TOOL.test(section.heading));
};

/** What is done at one of the clouds, step by step, and at the other besides. */
const isWholeCloud = ({ heading, depth, children }: Section): boolean =>
  CLOUD.test(heading) && depth < LABEL_DEPTH && children.some((child) => child.depth < LABEL_DEPTH);

const alikeAmong = (
  sections: readonly Section[],
  by: (section: Section) => string | undefined,
): readonly (readonly Section[])[] => {
  const grouped = new Map<string, Section[]>();
  for (const section of sections) {
    const shape = by(section);
    if (shape !== undefined) grouped.set(shape, [...(grouped.get(shape) ?? []), section]);
  }
  return [...grouped.values()].filter(({ length }) => length > 1);
};

/** Nothing ends what stands under a line in bold but the next heading: "**Docker:**", its block, and "In either case, look at it:". */
export const endOfLabel = ({ depth, content }: Section): number => {
  if (depth < LABEL_DEPTH) return Infinity;
  const typed = content.findIndex(({ type }) => type === 'code');
  const after = content.find(
    (node, index) =>
      typed >= 0 && index > typed && node.type === 'paragraph' && FOR_EACH_WAY.test(textWithCode(node)),
  );
  return after === undefined ? Infinity : linesOf(after)[0];
};

/** All that is typed in a section; nothing where it is a step of several. */
const codeIn = (section: Section): string => {
  const end = endOfLabel(section);
  return /^\W*(?:step\b|\d)/i.test(section.heading)
    ? ''
    : allSections(section)
        .flatMap(({ content }) => content)
        .map((node) => (node.type === 'code' && linesOf(node)[0] < end ? node.value : ''))
        .join('\n');
};

/** Does each do nothing but give a value to the same names? */
export const setTheSame = (commands: readonly Command[], others: readonly Command[]): boolean => {
  const [names, other] = [commands, others].map((typed) =>
    namesSetIn(typed.map(({ text }) => text).join('\n')),
  );
  return names !== undefined && names === other;
};

/** "DISK=/dev/sda" and "DISK=/dev/nvme0n1": the names that commands set, where they do nothing else; what sets the same ones anew is another way. */
const namesSetIn = (commands: string): string | undefined => {
  const lines = commands.split('\n').filter((line) => !isRemark(line));
  const names = lines.map((line) => SETS.exec(line)?.[1]);
  return names.length === 0 || names.includes(undefined) ? undefined : names.join(' ');
};

const SETS = /^\s*(?:export\s+|set\s+|\$env:)?([A-Za-z_]\w*)\s?=(?!=)\s?\S*\s*(?:#.*)?$/;

/** Each is for things of its own, is only fallen back on, or goes on beside the other by itself: none is another way. */
const isForOthers = ({ heading, content: [first] }: Section): boolean => {
  const text = first?.type === 'paragraph' ? textOf(first) : '';
  return FOR_OTHERS.test(text) || /\bfallback\b/i.test(heading) || BY_TIMER.test(`${heading} ${text}`);
};

/** "A nightly job makes it": what is done by hand is done besides. */
const BY_TIMER =
  /\b(?:cron\w*|daily|nightly|hourly|weekly|monthly|schedule[ds]?|timer|every (?:day|night|hour|week|month|\d+ \w+))\b/i;

/** Two, three, four. */
const NUMBERS: readonly RegExp[] = [/\btwo\b/i, /\bthree\b/i, /\bfour\b/i];

/** Does the text above the sections say that one of them will do? Where it counts the ways, the sections must be as many. */
const offersOne = (content: readonly Nodes[], sections: readonly Section[]): boolean => {
  const last = content.findLast(({ type }) => type === 'paragraph');
  const sentence = last === undefined ? '' : (sentencesOf(textOf(last)).at(-1) ?? '').replace(/\.$/, '');
  const number = NUMBERS.findIndex((form) => form.test(sentence)) + 2;
  if (number > 1 && sections.length !== number) return false;
  return (
    (EITHER.test(sentence) || OFFERS.test(sentence)) && !FINDS_OUT.test(sentence) && !LOOKS.test(sentence)
  );
};

/** The first of the contrasts say by whom or how it is done, and do so alone: "**Manual:**", "**Automated:**". */
const ALONE = 3;

/** No heading that names a way is longer, in characters. */
const LONGEST = 200;

/** What two headings have in common that name two ways to one end; `undefined` where a heading names none. */
export const shapeOf = (heading: string): string | undefined => {
  const text = heading.slice(0, LONGEST).toLowerCase().trim();
  if (/^\W*(?:step\s*)?\d+\s*[.):]/.test(text)) return undefined;
  const noun = WAY_NOUN.exec(text);
  if (noun !== null) return ONE_AIM.test(text.slice(0, noun.index)) ? undefined : `… ${noun[1]}`;
  const aim = MEANS.exec(text)?.[1];
  if (aim !== undefined && AIMS.test(aim)) return `${aim} by …`;
  const words = text.split(/\s+/);
  for (const [index, contrast] of CONTRASTS.entries()) {
    const at = words.findIndex((word) => contrast.includes(word));
    if (at >= 0 && words.length === 1 && index < ALONE) return `#${index}`;
    if (at >= 0 && words.length > 1 && AIMS.test(text)) return words.with(at, `#${index}`).join(' ');
  }
  return undefined;
};

/** "Standard backup (recommended)" and "Manual backup (last resort)". */
const preferredAmong = (sections: readonly Section[]): readonly Section[] => {
  const first = sections.filter(({ heading }) => PREFERRED.test(heading));
  const others = sections.filter(({ heading }) => SECOND_BEST.test(heading));
  return first.length === 1 && others.length > 0 ? [...first, ...others] : [];
};

/** "5.2: Alternative: …" */
const unnumbered = (heading: string): string =>
  heading.replace(/^\W*(?:step\s+)?\d+(?:\.\d+)*\s*[.):]?\s+/i, '');

/** "Alternative: …" and the section before it; not where that is tried first: "If nothing works, …". */
const insteadOf = (sections: readonly Section[]): readonly (readonly Section[])[] => {
  const at = sections.findIndex(({ heading }, index) => index > 0 && INSTEAD.test(unnumbered(heading)));
  const other = sections[at];
  return other === undefined || isFallback(beginningOf(other)) ? [] : [sections.slice(at - 1, at + 1)];
};

/** A line in bold is a heading of its own. */
const beginningOf = ({ content: [first], children: [part] }: Section): string =>
  first?.type === 'paragraph' ? textOf(first) : (part?.heading ?? '');

const holdsCode = (section: Section): boolean =>
  allSections(section).some(({ content }) => content.some(isOrHoldsCode));

const isOrHoldsCode = (node: Nodes): boolean =>
  node.type === 'code' || ('children' in node && node.children.some(isOrHoldsCode));
