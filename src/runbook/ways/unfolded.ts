import type { List, Nodes } from 'mdast';
import { BY_ACCESS, BY_PLACE, VIA } from '../knowledge/ways.ts';
import { leadOf, summaryOf } from '../markdown/node-text.ts';
import { arePlaces } from './places.ts';

/** Does each item begin with through what to go, so that one of them will do: "through the console", "Via the CLI:"? */
export const areMeans = ({ children }: List): boolean =>
  areAccess(children.map((item) => leadOf(item).replace(TOLD_THERE, '')));

/** What is done so: "Via the console: press Stop." */
const TOLD_THERE = /(?<=^\W*(?:via|through|using)\s[^:`\n]{2,60}):.*$/is;

const areAccess = (names: readonly string[]): boolean => {
  const plain = names.map((name) => name.trim().replace(/:$/, ''));
  return (
    new Set(plain).size > 1 &&
    plain.every((name) => VIA.test(name) || BY_ACCESS.test(name)) &&
    // "AWS CLI" and "Vault CLI" are two tools.
    (plain.every((name) => VIA.test(name)) || new Set(plain.map(lastWord)).size > 1) &&
    plain.some((name) => BY_ACCESS.test(name))
  );
};

const lastWord = (name: string): string => name.toLowerCase().split(/\s+/).at(-1) ?? '';

/**
 * The part that is unfolded in which each node stands, where those that follow each other are ways: `<summary>Docker</summary>`,
 * `<summary>systemd</summary>`; `undefined` where it stands in none.
 */
export const unfoldedWays = (nodes: readonly Nodes[]): readonly (string | undefined)[] => {
  if (!nodes.some((node) => node.type === 'html' && summaryOf(node.value) !== undefined)) return [];
  const parts = partsOf(nodes);
  const ways = new Set(setsOf(parts).filter(areWays).flat());
  return parts.map((name) => (ways.has(name) ? name : undefined));
};

const partsOf = (nodes: readonly Nodes[]): readonly string[] => {
  let open = '';
  return nodes.map((node) => {
    if (node.type !== 'html') return open;
    const { value } = node;
    const own = summaryOf(value) ?? open;
    const closes = value.lastIndexOf('</details') > value.lastIndexOf('<details');
    open = closes ? '' : own;
    return own;
  });
};

/** Names of parts with nothing between them. */
const setsOf = (parts: readonly string[]): readonly (readonly string[])[] => {
  const sets: Set<string>[] = [];
  for (const [index, name] of parts.entries()) {
    if (name === '') continue;
    if (index === 0 || parts[index - 1] === '') sets.push(new Set());
    sets.at(-1)?.add(name);
  }
  return sets.map((names) => [...names]);
};

const areWays = (names: readonly string[]): boolean =>
  areAccess(names) ||
  (names.length > 1 && names.every((name) => BY_PLACE.test(name) && arePlaces(name, names[0] ?? '')));

/** The line "Azure:" that stands above what is said there before the block; empty where there is none. */
export const placeAbove = (nodes: readonly Nodes[], index: number): string => {
  const paragraph = nodes[index]?.type === 'code' ? index - 1 : index;
  const [label, text] = [nodes[paragraph - 1], nodes[paragraph]];
  if (label?.type !== 'paragraph' || text?.type !== 'paragraph') return '';
  const name = leadOf(label).trim();
  return name.endsWith(':') && BY_PLACE.test(name) && !BY_PLACE.test(leadOf(text).trim()) ? `${name}\n` : '';
};
