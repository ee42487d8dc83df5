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

const partsOf = (title: string, ...headings: readonly string[]): readonly (readonly string[])[] =>
  parseRunbook(
    new TextEncoder().encode(`# ${title}\n\n${headings.map((each) => section(each, 'docker ps')).join('')}`),
    'x.md',
  ).procedures.map(({ heading, parts }) => [heading, ...parts.map(({ role }) => role)]);

test.each([
  ['Vault is sealed', 'Look', 'Unseal', 'Is it fixed?'],
  ['RedisMemoryHigh', 'What does this alert mean?', 'What should I do?', 'How do I know it is fixed?'],
  ['Runbook: Emails not sent', 'First look', 'Restart', 'Post-checks'],
  ['Certificat expiré', 'Diagnostic', 'Résolution', 'Vérification'],
  ['Störung: Mail', 'Symptome', 'Maßnahmen', 'Überprüfung'],
  ['Correo caído', 'Síntomas', 'Solución', 'Verificación'],
  ['障害', '調査', '対応', '確認'],
])('a file about "%s" is one procedure', (title, look, act, check) => {
  const [procedure, ...others] = partsOf(title, look, act, check);
  expect([procedure?.[0], others]).toEqual([title, []]);
  expect(procedure?.slice(1, 3)).toEqual(['diagnose', 'mitigate']);
});

test.each([
  ['Orders', 'Restart', 'Verification'],
  ['Runbook', 'Restart', 'Verification'],
  ['Redis is slow', 'Redis is down', 'Redis is full'],
  ['Vault is sealed', 'On the primary', 'On the replica'],
])('a file about "%s" with "%s" and "%s" is several', (title, ...headings) => {
  expect(partsOf(title, ...headings).map(([heading]) => heading)).toEqual(headings);
});
