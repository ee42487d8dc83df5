import type { Nodes } from 'mdast';
import { decode } from '../text/decode.ts';
import { parseMarkdown } from '../markdown/markdown.ts';
import type { Encoding, Part, Procedure, Runbook } from '../model.ts';
import { linesOf } from '../markdown/sections.ts';
import { headingsIn } from './headings.ts';
import { linksIn } from './links.ts';
import type { LintContext, Page, PlacedCommand } from './model.ts';
import { nodesOf } from './tree.ts';

/** Gathers what rules look at. */
export const toPage = (runbook: Runbook, context: LintContext, ruleIds: readonly string[]): Page => {
  const { text } = decode(context.source);
  const lines = text.split('\n');
  const root = parseMarkdown(text);
  return {
    runbook,
    context,
    ruleIds,
    root,
    lines,
    raw: rawLines(context.source, runbook.encoding),
    commands: placedCommands(runbook),
    fences: nodesOf(root, isFence).map((node) => linesOf(node)),
    headings: headingsIn(root, lines),
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
