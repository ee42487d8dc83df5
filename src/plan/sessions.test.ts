import { expect, test } from 'vitest';
import { stepsPlanned } from '../../test/support/planned.ts';

const planned = (text: string): readonly unknown[] =>
  stepsPlanned(text).flatMap(({ commands }) =>
    commands.map(({ text: typed, lines, skip }) => [lines[0], skip?.code ?? typed.split('\n')]),
  );

test('what is typed into a client that a step before opened is given to it on its stdin', () => {
  expect(
    planned(`## Shop Down

\`\`\`bash
# Connect
docker exec -it db psql -U shop

# Who is there?
SELECT 1;
SELECT 2;

# Who waits?
SELECT 3;
\`\`\`
`),
  ).toEqual([
    [5, ['docker exec -i db psql -U shop']],
    [
      8,
      [
        "docker exec -i db psql -U shop <<'DRILLBOOK_STATEMENTS_END'",
        'SELECT 1;',
        'SELECT 2;',
        'DRILLBOOK_STATEMENTS_END',
      ],
    ],
    [
      12,
      [
        "docker exec -i db psql -U shop <<'DRILLBOOK_STATEMENTS_END'",
        'SELECT 3;',
        'DRILLBOOK_STATEMENTS_END',
      ],
    ],
  ]);
});

test('in one step they are one session', () => {
  expect(
    planned('## Shop Down\n\n```bash\ndocker exec -it db psql -U shop\nSELECT 1;\nSELECT 2;\n```\n'),
  ).toEqual([
    [
      4,
      [
        "docker exec -i db psql -U shop <<'DRILLBOOK_STATEMENTS_END'",
        'SELECT 1;',
        'SELECT 2;',
        'DRILLBOOK_STATEMENTS_END',
      ],
    ],
  ]);
});
