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

const label = (name: string): string => `**${name}**\n\n\`\`\`bash\ndocker restart db\n\`\`\`\n\n`;

test('labels of an incident tell its cases, and those of a process tell incidents', () => {
  const cases = `${label('Case 1: it is full')}${label('Case 2: it hangs')}`;
  expect(proceduresIn(`## Postgres down\n\n${cases}`)).toEqual(['Postgres down']);
  expect(proceduresIn(`## Incident process\n\n${cases}`)).toEqual(['Case 1: it is full', 'Case 2: it hangs']);
});

test('what is done in a case of an incident is no incident', () => {
  const cases = ['If the disk is full', 'If Postgres is stuck', 'Is the data lost?', 'Last resort'];
  const inner = cases.map((heading) => section(heading, 'docker restart db').replace('##', '###')).join('');
  expect(proceduresIn(`${section('Postgres down', 'docker start db')}${inner}`)).toEqual(['Postgres down']);
  expect(proceduresIn(`## Databases\n\n${inner}`)).not.toEqual(['Databases']);
});

test('what provokes an incident is no answer to it', () => {
  expect(proceduresIn(down, full, section('Simulate Redis down', 'docker stop redis'))).not.toContain(
    'Simulate Redis down',
  );
});

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
  ['Orders', 'Restart web', 'Restart db', 'Verification'],
  ['Runbook', 'Restart web', 'Restart db', 'Verification'],
  ['Redis is slow', 'Redis is down', 'Redis is full'],
  ['Vault is sealed', 'On the primary', 'On the replica'],
  ['Shop', 'Runbook: the API', 'Runbook: first deployment'],
])('a file about "%s" with "%s" and "%s" is several', (title, ...headings) => {
  expect(partsOf(title, ...headings).map(([heading]) => heading)).toEqual(headings);
});

const headingsOf = (text: string): readonly string[] =>
  parseRunbook(new TextEncoder().encode(text), 'x.md').procedures.map(({ heading }) => heading);

const fileOf = (title: string, ...headings: readonly string[]): string =>
  `${title}\n\n${headings.map((each) => section(each, 'docker restart db')).join('')}`;

test.each([
  ['How to restore a backup', 'Find the newest', 'Stop the app', 'Load it'],
  ['Promote the replica', 'Stop writes', 'Delete the old primary', 'Repoint the app'],
  ['Certificate rotation', 'Rotate the certificate', 'Reload nginx'],
  ['Runbook: ContainerRestartLoop', 'First three things', 'Who helps'],
])('"%s" is one thing to do', (title, ...headings) => {
  expect(headingsOf(fileOf(`# ${title}`, ...headings))).toEqual([title]);
});

test.each([
  ['Backup and restore', 'Take a backup', 'Restore it'],
  ['Rotate credentials', 'Rotate the password', 'Rotate the key'],
  ['Upgrade the cluster', 'Upgrade from 1.0', 'Upgrade from 2.0'],
  ['Shop: common operations', 'Start the shop', 'Clean up old orders'],
])('"%s" is several', (title, ...headings) => {
  expect(headingsOf(fileOf(`# ${title}`, ...headings))).toEqual(headings);
});

test.each(['API: bad release', 'Orders', 'Runbook'])(
  'one thing and its verification are one: "%s"',
  (title) => {
    expect(headingsOf(fileOf(`# ${title}`, 'Rollback', 'Verify'))).toEqual([title]);
  },
);

test('a file whose sections are all parts of an answer is one, whatever it is called', () => {
  const parts = ['Symptoms', 'Cause', 'Investigation and triage', 'Remedy'];
  expect(headingsOf(fileOf('', ...parts))).toEqual(['Whole file']);
  expect(headingsOf(fileOf('---\ntitle: "Pending messages"\n---', ...parts))).toEqual(['Pending messages']);
  expect(headingsOf(fileOf('', ...parts, 'Redis', 'Postgres'))).toHaveLength(6);
});

test('steps are no procedures, at whatever depth', () => {
  const steps = ['Step 1 - Dump it', 'Step 2 - Scale down', 'Step 3 - Load it'];
  const text = fileOf('# Moving Postgres', ...steps);
  expect(headingsOf(text)).toEqual(['Moving Postgres']);
  expect(headingsOf(text.replaceAll('## Step', '# Step'))).toEqual(['Moving Postgres']);
});

test('what may go wrong with what a file is about does not stand for it', () => {
  const text = `# Restoring a dump\n\n1. Load it:\n\n   \`docker exec db pg_restore x\`\n\n## Troubleshooting\n\n`;
  const failure = section('Web failed', 'docker restart web').replace('##', '###');
  expect(headingsOf(text + failure + failure.replace('Web', 'Worker'))).toEqual(['Restoring a dump']);
  expect(headingsOf(`# Shop\n\n${failure}${failure.replace('Web', 'Worker')}`)).toHaveLength(2);
});

test('troubles of any name beside one that is plain', () => {
  const others = ['Connectivity issues', 'Invalid configuration', 'When jobs look odd'];
  expect(proceduresIn(down, ...others.map((each) => section(each, 'docker restart web')))).toEqual([
    'Postgres down',
    ...others,
  ]);
  expect(proceduresIn(down, section('Check for errors', 'docker logs web'))).toEqual(['Postgres down']);
});

test('names of alerts side by side are procedures, one alone may be any name', () => {
  const below = (...names: readonly string[]): string =>
    fileOf('# Shop\n\n## Kubernetes', ...names).replaceAll(/^## (?=[A-Z]\w+[A-Z])/gm, '### ');
  expect(headingsOf(below('NodeDiskFull', 'KubePodNotReady'))).toEqual(['NodeDiskFull', 'KubePodNotReady']);
  expect(headingsOf(below('PersistentVolumeClaim'))).toEqual(['Kubernetes']);
  expect(headingsOf(fileOf('# Shop', 'Alert Name: ApiDown', 'Restarting'))).toEqual(['Alert Name: ApiDown']);
  expect(headingsOf(fileOf('# Shop', 'Alert Triage', 'Restarting'))).toHaveLength(2);
});
