import { expect, test } from 'vitest';
import { parseRunbook } from '../parse.ts';

const section = (heading: string, command: string): string =>
  `## ${heading}\n\n1. Do it:\n\n   \`\`\`bash\n   ${command}\n   \`\`\`\n\n`;

const proceduresIn = (...sections: readonly string[]): readonly string[] =>
  parseRunbook(new TextEncoder().encode(`# Shop\n\n${sections.join('')}`), 'x.md').procedures.map(
    ({ heading }) => heading,
  );

const down = section('Postgres down', 'docker start db');
const full = section('Disk full', 'docker system prune -f');
const cleaning = section('Cleaning', 'docker restart web');

test.each(['Table lock / hanging writes', 'API misconfigured', 'Redis is slow', 'Out of memory'])(
  '"%s" is an incident beside another',
  (heading) => {
    expect(proceduresIn(down, section(heading, 'docker restart web'))).toEqual(['Postgres down', heading]);
  },
);

test.each(['Blocks of the house', 'Hangar 4', 'Slowly growing tables'])('"%s" is none', (heading) => {
  expect(proceduresIn(down, section(heading, 'docker restart web'))).toEqual(['Postgres down']);
});

test('what changes the system beside two answers is one, too', () => {
  expect(proceduresIn(down, full, section('Database rollback', 'docker restart db'))).toEqual([
    'Postgres down',
    'Disk full',
    'Database rollback',
  ]);
  // one is no habit, and a look is no answer
  expect(proceduresIn(down, cleaning)).toEqual(['Postgres down']);
  expect(proceduresIn(down, full, section('Who is on duty', 'docker ps'))).toHaveLength(2);
});

test.each(['Useful commands', 'Deployment', 'Step 2: restart', 'Option B: restart', 'Installing the client'])(
  '"%s" is none beside two answers',
  (heading) => {
    expect(proceduresIn(down, full, section(heading, 'docker restart web'))).toEqual([
      'Postgres down',
      'Disk full',
    ]);
  },
);
