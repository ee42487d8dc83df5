import type { Nodes } from 'mdast';
import { BY_MEANS, BY_PLACE, EITHER, FINDS_OUT, OPTION } from './knowledge/conditions.ts';
import {
  AIMS,
  CONTRASTS,
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
} from './knowledge/ways.ts';
import { isFallback, sentencesOf } from './conditions.ts';
import { allSections, textOf, type Section } from './sections.ts';

/** Sections in `parent` of which only one is to be followed: each of these is a choice of its own. */
export const choicesAmong = ({ content, children }: Section): readonly (readonly Section[])[] => {
  const named = children.filter(({ heading }) => OPTION.test(heading));
  if (named.length > 1) return [named];
  const typed = children.filter(holdsCode);
  const routes = children.filter(({ heading }) => VIA.test(heading));
  if (routes.length > 1 && typed.length > 0) return [routes];
  const instead = insteadOf(children);
  if (instead.length > 0) return instead;
  if (typed.length < 2) return [];
  if (typed.every(({ tab }) => tab)) return [typed];
  if (typed.length < 5 && offersOne(content, children)) return [typed];
  const places = typed.filter(({ heading }) => BY_PLACE.test(heading) || BY_MEANS.test(heading));
  if (places.length > 1) return [places];
  const preferred = preferredAmong(typed);
  if (preferred.length > 0) return [preferred];
  const grouped = new Map<string, Section[]>();
  for (const section of typed) {
    const shape = shapeOf(section.heading);
    if (shape !== undefined) grouped.set(shape, [...(grouped.get(shape) ?? []), section]);
  }
  return [...grouped.values()].filter(
    (sections) =>
      sections.length > 1 &&
      !sections.some(({ heading, content: [first] }) => isForOthers(first) || /\bfallback\b/i.test(heading)),
  );
};

/** Each is for things of its own, so that none is another way. */
const isForOthers = (first: Nodes | undefined): boolean =>
  first?.type === 'paragraph' && FOR_OTHERS.test(textOf(first));

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

/** "Alternative: …" and the section before it; not where that is tried first: "If nothing works, …". */
const insteadOf = (sections: readonly Section[]): readonly (readonly Section[])[] => {
  const at = sections.findIndex(({ heading }, index) => index > 0 && INSTEAD.test(heading));
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
