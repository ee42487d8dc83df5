import { expect, test } from 'vitest';
import { findProcedure } from './find-procedure.ts';
import { headingsIn } from './lint/headings.ts';
import { parseMarkdown } from './markdown/markdown.ts';
import { parseRunbook } from './parse.ts';

const TEXT = `# Shop

## Set it up

\`\`\`bash
npm install
\`\`\`

## Database Down

**Alert:** \`DatabaseDown\`

### Mend

1. \`docker compose restart postgres\`
`;

const SETUP =
  'the heading "Set it up" (L3) is not read as a procedure; if it is one, write <!-- drill: procedure --> under it (docs/marks.md)';

const hintFor = (name: string, text = TEXT): string | undefined => {
  const runbook = parseRunbook(new TextEncoder().encode(text), 'shop.md');
  const found = findProcedure(runbook, name, undefined, () =>
    headingsIn(parseMarkdown(text), text.split('\n')),
  );
  return found.ok ? undefined : found.diagnostics[0]?.hint;
};

test.each([
  ['Set it up', SETUP],
  ['set-it-up', SETUP],
  ['set', SETUP],
  ['Mend', 'the heading "Mend" (L13) is a part of the procedure DatabaseDown (database-down)'],
  ['DatabaseDwon', 'did you mean "DatabaseDown"?'],
  ['nothing', 'candidates: DatabaseDown (database-down)'],
  ['Down', undefined],
])('what "%s" means is told', (name, hint) => {
  expect(hintFor(name)).toBe(hint);
});

test('it is told where the file has no procedure at all, too', () => {
  expect(hintFor('set', '\n\n## Set it up\n\nIn words.\n')).toBe(SETUP);
});

test('a name that stands in no file has no place', () => {
  const runbook = parseRunbook(new TextEncoder().encode(TEXT), 'shop.md');
  expect(findProcedure(runbook, 'nothing', undefined).diagnostics[0]).not.toHaveProperty('location');
});
