import { allSections, type Section } from './sections.ts';

/** What a file is called: by its first heading of the first level, or else by its front matter. */
export const titleOf = (root: Section): string | undefined =>
  allSections(root).find(({ depth }) => depth === 1)?.heading ?? frontMatterTitle(root);

/** Read without a YAML parser, which takes longer to load than a short file to read. */
const frontMatterTitle = ({ content: [first] }: Section): string | undefined =>
  first?.type === 'yaml' ? TITLE.exec(first.value)?.[2]?.trim() : undefined;

const TITLE = /^title:[ \t]*(["']?)([^"'>|&*!{[\s][^\n]*?)\1[ \t]*$/m;
