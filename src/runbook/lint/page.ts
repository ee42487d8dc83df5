import type { Nodes } from 'mdast';
import { decode } from '../text/decode.ts';
import { parseMarkdown } from '../markdown/markdown.ts';
import type { Encoding, Part, Procedure, Runbook } from '../model.ts';
import { allSections, linesOf, toSections } from '../markdown/sections.ts';
import { createSlugger } from '../text/slug.ts';
import { linksIn } from './links.ts';
import type { Heading, LintContext, Page, PlacedCommand } from './model.ts';
import { nodesOf } from './tree.ts';

/** Gathers what rules look at. */
export const toPage = (runbook: Runbook, context: LintContext, ruleIds: readonly string[]): Page => {
  const { text } = decode(context.source);
  const lines = text.split('\n');
  const root = parseMarkdown(text);
  const slug = createSlugger();
  const headings: Heading[] = allSections(toSections(root, lines.length))
    .filter(({ depth }) => depth > 0)
    .sort((a, b) => a.lines[0] - b.lines[0])
    .map(({ heading, depth, lines: [line, last] }) => ({
      text: heading,
      depth,
      line,
      last,
      slug: slug(heading),
    }));
  return {
    runbook,
    context,
    ruleIds,
    root,
    lines,
    raw: rawLines(context.source, runbook.encoding),
    commands: placedCommands(runbook),
    fences: nodesOf(root, isFence).map((node) => linesOf(node)),
    headings,
    links: linksIn(root),
  };
};

const isFence = (node: Nodes): boolean => node.type === 'code';

/** Lines as an editor shows them: mojibake stays. */
export const rawLines = (source: Uint8Array, { charset, bom }: Encoding): readonly string[] =>
  new TextDecoder(charset, { ignoreBOM: !bom }).decode(source).split(/\r\n|\n|\r/);

const placedCommands = ({ procedures, reference }: Runbook): readonly PlacedCommand[] =>
  [
    ...procedures.flatMap((procedure) => procedure.parts.flatMap((part) => placed(part, procedure))),
    ...reference.flatMap((part) => placed(part)),
  ].sort((a, b) => a.command.lines[0] - b.command.lines[0]);

const placed = (part: Part, procedure?: Procedure): readonly PlacedCommand[] =>
  part.steps.flatMap((step) =>
    step.commands.map((command) => ({
      command,
      step,
      part,
      ...(procedure === undefined ? {} : { procedure }),
    })),
  );
