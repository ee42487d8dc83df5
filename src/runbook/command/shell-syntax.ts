import { forEachChild, parse, type SyntaxNode } from 'unbash';
import { remembered } from '../../core/remembered.ts';

/** Nobody nests more, and each level needs some of the stack. */
const DEEPEST = 100;

/** What begins functions is nested without a bracket (`function a function b`, `a() b()`). Nobody writes more into one block, one after the other. */
const MOST_FUNCTIONS = 500;

const TOKENS = /(?<begins>\bfunction\s|\bcoproc\s|\(\s*\))|(?<opens>[({])|[)}]/g;

/** Quotes are not looked at: where these hide what is open, the parser has a limit of its own; it has none for functions. */
const isTooDeep = (text: string): boolean => {
  let depth = 0;
  let functions = 0;
  for (const { groups } of text.matchAll(TOKENS)) {
    if (groups?.['begins'] !== undefined) functions += 1;
    else if (groups?.['opens'] !== undefined) depth += 1;
    else depth = Math.max(0, depth - 1);
    if (depth > DEEPEST || functions > MOST_FUNCTIONS) return true;
  }
  return false;
};

/** The tree of a shell text, which is not to be changed: several questions are asked of each command. */
export const parseShell = remembered((text): ReturnType<typeof parse> =>
  isTooDeep(text)
    ? { ...parse(''), errors: [{ message: 'it is nested too deep', pos: 0 }] }
    : parse(text.replaceAll(GOES_ON_IN_POWERSHELL, '\\')),
);

/** The sign at the end of a line of PowerShell that goes on with the next one. */
const GOES_ON_IN_POWERSHELL = /(?<=[ \t])`(?=\n)/g;

/** All parts of a shell text, in their order. What is nested needs nothing of the stack here: `$((a+a+…))` is a level for each sum. */
export const nodesOf = (text: string): readonly SyntaxNode[] => {
  const found: SyntaxNode[] = [];
  const waiting: SyntaxNode[] = [parseShell(text)];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    found.push(node);
    const children: SyntaxNode[] = [];
    forEachChild(node, (child) => {
      children.push(child);
    });
    for (const child of children.toReversed()) waiting.push(child);
  }
  return found;
};
