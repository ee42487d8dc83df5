import type { Code, Nodes, RootContent } from 'mdast';
import type { CodeBlock } from './fence.ts';
import { readFence, type FenceItem } from './fence.ts';
import type { Command, Step } from './model.ts';
import { linesOf, textOf } from './sections.ts';

/** What a person does, one after the other: a numbered comment, a list item or a fence at a time. */
export const stepsOf = (content: readonly RootContent[]): readonly Step[] => content.flatMap(nodeSteps);

const nodeSteps = (node: Nodes): readonly Step[] => {
  if (node.type === 'code') return fenceSteps(node);
  if (node.type === 'list') return node.children.flatMap(itemSteps);
  return 'children' in node ? node.children.flatMap(nodeSteps) : [];
};

/** A list item is a step of its own when it has nothing to type; with fences in it, it gives them its title. */
const itemSteps = (node: Nodes): readonly Step[] => {
  const [first] = 'children' in node ? node.children : [];
  const title = first === undefined ? '' : textOf(first).split('\n')[0]?.trim();
  const inner = 'children' in node ? node.children.flatMap(nodeSteps) : [];
  if (inner.some(({ commands }) => commands.length > 0)) {
    return inner.map((step) => (step.title === undefined && title ? { ...step, title } : step));
  }
  return title ? [{ title, lines: linesOf(node), manual: true, commands: [] }] : [];
};

const fenceSteps = (node: Code): readonly Step[] => {
  const items = readFence(blockOf(node));
  const steps: Step[] = [];
  let comments: FenceItem[] = [];
  let commands: Command[] = [];
  const close = (): void => {
    if (comments.length + commands.length > 0) steps.push(toStep(comments, commands));
    comments = [];
    commands = [];
  };
  for (const item of items) {
    if (item.type === 'comment') {
      if (commands.length > 0 || startsStep(item.text)) close();
      comments.push(item);
    } else commands.push(item.command);
  }
  close();
  return steps;
};

const blockOf = (node: Code): CodeBlock => {
  const [first, last] = linesOf(node);
  const fenced = last - first + 1 > node.value.split('\n').length || (node.lang ?? '') !== '';
  const language = (node.lang ?? '').toLowerCase().replace(/[{:,].*$/, '');
  return {
    text: node.value,
    language,
    firstLine: first + (fenced ? 1 : 0),
    where: fenced ? 'fence' : 'indented',
  };
};

const NUMBERED = /^(?:step\s*)?\d+[.):]\s*/i;

const startsStep = (comment: string): boolean => NUMBERED.test(comment);

const toStep = (comments: readonly FenceItem[], commands: readonly Command[]): Step => {
  const texts = comments.flatMap((comment) => (comment.type === 'comment' ? [comment] : []));
  const title = texts[0]?.text.replace(NUMBERED, '').trim();
  const lines = [...texts.map(({ line }) => line), ...commands.flatMap(({ lines: own }) => own)];
  return {
    ...(title ? { title } : {}),
    lines: [Math.min(...lines), Math.max(...lines)],
    manual: commands.length === 0,
    commands,
  };
};
