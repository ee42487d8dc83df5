import type { Root } from 'mdast';
import { allSections, toSections } from '../markdown/sections.ts';
import { createSlugger } from '../text/slug.ts';
import type { Heading } from './model.ts';

/** Headings in their order, with the anchors that GitHub gives them. */
export const headingsIn = (root: Root, lines: readonly string[]): readonly Heading[] => {
  const slug = createSlugger();
  return allSections(toSections(root, lines.length))
    .filter(({ depth }) => depth > 0)
    .sort((a, b) => a.lines[0] - b.lines[0])
    .map(({ heading, depth, lines: [line, last] }) => ({
      text: heading,
      depth,
      line,
      last,
      slug: slug(heading),
    }));
};

/** `<a id="x">`, `<a name="x">`, and `## Heading {#x}`. */
export const idsIn = (lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) =>
    /\b(?:id|name)\s*=|\{#/.test(line)
      ? [...line.matchAll(/\b(?:id|name)\s*=\s*["']?([\w.-]+)|\{#([\w.-]+)\}/g)].map(
          (match) => match[1] ?? match[2] ?? '',
        )
      : [],
  );
