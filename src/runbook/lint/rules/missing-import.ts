import { PYTHON_IMPORTS } from '../knowledge/imports.ts';
import type { Page, PlacedCommand, Problem, Rule } from '../model.ts';
import { placeIn } from '../place.ts';
import { listed, quotesBlanked } from '../text.ts';

export const missingImport: Rule = {
  id: 'missing-import',
  severity: 'error',
  summary: 'a statement in a Python shell uses a name that nothing imports',
  check: (page) => {
    const python = page.commands.filter(({ command }) => /^(?:python|django)$/.test(command.client ?? ''));
    const brought = new Map(
      PYTHON_IMPORTS.map(({ name }) => [
        name,
        python.find(({ command }) => brings(command.text, name))?.command.lines[0] ?? Infinity,
      ]),
    );
    return python.flatMap((placed) => problemsOf(page, placed, brought));
  },
};

const problemsOf = (
  page: Page,
  { command }: PlacedCommand,
  brought: ReadonlyMap<string, number>,
): readonly Problem[] => {
  const code = quotesBlanked(command.text).replaceAll(/#.*$/gm, '');
  const missing = PYTHON_IMPORTS.filter(
    ({ name }) => uses(code, name) && (brought.get(name) ?? Infinity) > command.lines[0],
  );
  const [first] = missing;
  return first === undefined
    ? []
    : [
        {
          message: `NameError: ${listed(missing.map(({ name }) => name))} ${missing.length === 1 ? 'is' : 'are'} never imported`,
          place: placeIn(page, command, new RegExp(String.raw`\b${first.name}\b`)),
          hint: `before it: ${missing.map(({ line }) => line).join('; ')}`,
        },
      ];
};

const uses = (code: string, name: string): boolean =>
  new RegExp(String.raw`(?<![\w.])${name}(?:\.\w|\()`).test(code);

/** An import (also of everything), an assignment, a loop variable, a definition. */
const brings = (code: string, name: string): boolean =>
  new RegExp(
    String.raw`^\s*(?:from\s+\S+\s+)?import\b[^\n]*(?:\b${name}\b|\*)|(?<![\w.])${name}\s*=(?!=)|\b(?:for|def|class|as)\s+${name}\b|\([\s\w,]*\b${name}\b[\s\w,]*\)\s*$`,
    'm',
  ).test(code);
