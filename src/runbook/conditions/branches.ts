import type { List, Nodes } from 'mdast';
import { leadOf } from '../markdown/node-text.ts';
import { allSections, type Section } from '../markdown/sections.ts';

/** The sections that a list of cases leads to, each with its case: "If the kubelet is dead → go to A", and a heading "A. Kubelet dead". */
export const branchesIn = (root: Section): ReadonlyMap<Section, string> => {
  const sections = allSections(root);
  const lettered = sections.filter(({ heading }) => LETTERED.test(heading));
  if (lettered.length < 2) return new Map();
  const branches = new Map<Section, string>();
  for (const list of sections.flatMap(({ content }) => content.flatMap(listsIn))) {
    const cases = new Map(list.children.flatMap((item) => caseLedFrom(leadOf(item))));
    if (cases.size < 2) continue;
    for (const section of lettered) {
      const condition = cases.get(LETTERED.exec(section.heading)?.[1] ?? '');
      if (condition !== undefined) branches.set(section, condition);
    }
  }
  return branches;
};

const listsIn = (node: Nodes): readonly List[] => [
  ...(node.type === 'list' ? [node] : []),
  ...('children' in node ? node.children.flatMap(listsIn) : []),
];

const caseLedFrom = (text: string): readonly (readonly [string, string])[] => {
  const [, condition, letter = ''] = LEADS.exec(text) ?? [];
  return condition === undefined || !/^[A-Z]$/.test(letter) ? [] : [[letter, condition.trim()]];
};

const KIND = '(?:section|part|option|procedure|scenario|case|path|plan)';
const LETTERED = new RegExp(String.raw`^\W*(?:${KIND}\s+)?([A-Z])\s*[.):–—-]\s*\S`, 'i');
const LEADS = new RegExp(
  String.raw`^\W*(?:only )?if\s+([^,:→]{3,100}?)\s*(?:,|:|→|->|=>|—|–)\s*(?:then )?(?:go to|jump to|continue (?:at|with)|proceed (?:to|with)|see|follow|use|do)\s+\W?(?:${KIND}\s+)?([a-z])(?=\W|$)`,
  'i',
);
