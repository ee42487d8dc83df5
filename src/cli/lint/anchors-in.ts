import { readFileSync, statSync } from 'node:fs';
import { remembered } from '../../core/remembered.ts';
import { headingsIn, idsIn } from '../../runbook/lint/headings.ts';
import { parseMarkdown } from '../../runbook/markdown/markdown.ts';
import { decode } from '../../runbook/text/decode.ts';
import { LIMITS, notMarkdown } from '../../runbook/text/limits.ts';

/** The anchors of a Markdown file, as GitHub and as GitLab give them; `undefined` where it is none that is read. */
export const anchorsIn = remembered((file): ReadonlySet<string> | undefined => {
  try {
    const stats = statSync(file);
    if (!stats.isFile() || stats.size > LIMITS.bytes) return undefined;
    const { text } = decode(readFileSync(file));
    const lines = text.split('\n');
    if (notMarkdown(lines, LIMITS, file) !== undefined) return undefined;
    const slugs = headingsIn(parseMarkdown(text), lines).map(({ slug }) => slug);
    // GitLab makes one hyphen of several in a row.
    return new Set([...slugs, ...slugs.map((slug) => slug.replaceAll(/-{2,}/g, '-')), ...idsIn(lines)]);
  } catch {
    return undefined;
  }
});
