import type { Nodes, TableRow } from 'mdast';
import { leadOf, textWithCode } from '../markdown/node-text.ts';
import { allSections, textOf, type Section } from '../markdown/sections.ts';

/**
 * The sections that a list, a table or the lines of a text lead to, each with its case: "If the kubelet is dead → go to A", and a heading
 * "A. Kubelet dead". Sections with numbers follow each other, unless there are as many cases as make a choice.
 */
export const branchesIn = (root: Section): ReadonlyMap<Section, string> => {
  const sections = allSections(root);
  const named = sections.flatMap((section): [string, Section][] => {
    const name = NAMED.exec(section.heading)?.[1];
    return name === undefined ? [] : [[name.toUpperCase(), section]];
  });
  if (named.length < 2) return new Map();
  const branches = new Map<Section, string>();
  for (const cases of sections.flatMap(({ content }) => content.flatMap(casesIn))) {
    const isLettered = [...cases.keys()].every((name) => /[A-Z]/.test(name));
    if (cases.size < (isLettered ? 2 : 3)) continue;
    for (const [name, section] of named) {
      const condition = cases.get(name);
      if (condition !== undefined) branches.set(section, condition);
    }
  }
  return branches;
};

/** The cases that a node tells, by the names of the sections that they lead to. */
const casesIn = (node: Nodes): readonly ReadonlyMap<string, string>[] => {
  const within = 'children' in node ? node.children.flatMap(casesIn) : [];
  if (node.type === 'list')
    return [new Map(node.children.flatMap((item) => caseTold(leadOf(item)))), ...within];
  if (node.type === 'paragraph') return [new Map(textWithCode(node).split('\n').flatMap(caseTold))];
  if (node.type !== 'table') return within;
  const [head, ...rows] = node.children;
  return [new Map(rows.flatMap((row) => caseOfRow(cellsOf(row), head === undefined ? [] : cellsOf(head))))];
};

type Case = readonly [name: string, condition: string];

const caseTold = (text: string): readonly Case[] => {
  const [, condition, name = ''] = LEADS.exec(text) ?? POINTS.exec(text) ?? [];
  return condition === undefined || !NAME.test(name) ? [] : [[name, condition.trim()]];
};

/** "| Consumers listed? | Action |" and "| No | → Step 3: start them |" */
const caseOfRow = (cells: readonly string[], headers: readonly string[]): readonly Case[] => {
  const at = cells.findIndex((cell) => TARGET_ALONE.test(cell));
  const [, name = ''] = TARGET_ALONE.exec(cells[at] ?? '') ?? [];
  const told = cells.slice(0, Math.max(0, at)).map((cell, index) => {
    const isAnswer = /^(?:yes|no)\W*$/i.test(cell);
    return isAnswer ? `${headers[index] ?? ''} ${cell}` : cell;
  });
  return told.length === 0 || !NAME.test(name) ? [] : [[name, told.join(', ')]];
};

const cellsOf = ({ children }: TableRow): readonly string[] => children.map((cell) => textOf(cell).trim());

const NAME = /^(?:[A-Z]|\d{1,2})$/;
const KIND = '(?:section|part|option|procedure|scenario|case|path|plan|step)';
const NAMED = new RegExp(String.raw`^\W*(?:${KIND}\s+)?([A-Z]|\d{1,2})\s*[.):–—-]\s*\S`, 'i');
const ARROW = '(?:→|->|=>)';
const GO = '(?:go to|jump to|continue (?:at|with)|proceed (?:to|with)|see|follow|use|do)';
const TARGET = String.raw`\W?(?:${KIND}\s+)?([a-z]|\d{1,2})(?=\W|$)`;
const LEADS = new RegExp(
  String.raw`^\W*(?:only )?if\s+([^,:→]{3,100}?)\s*(?:,|:|${ARROW}|—|–)\s*(?:then )?${GO}\s+${TARGET}`,
  'i',
);
/** "no consumers → the workers are dead, go to 2" */
const POINTS = new RegExp(
  String.raw`^\W*([^→]{3,100}?)\s*${ARROW}\s*(?:[^→,]{1,60},\s+)?(?:then )?${GO}\s+${TARGET}`,
  'i',
);
const TARGET_ALONE = new RegExp(String.raw`^(?:${ARROW}|${GO})\s*(?:${GO}\s+)?${TARGET}`, 'i');
