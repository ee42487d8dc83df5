import { expect, test } from 'vitest';
import { roleOfHeading } from '../knowledge/roles.ts';
import { parseRunbook } from '../parse.ts';

/** What each command of a section is for. */
const roles = (heading: string, ...commands: readonly string[]): readonly string[] => {
  const text = `# Web down\n\n## ${heading}\n\n${commands
    .map((command, index) => `${index + 1}. Step:\n\n   \`\`\`bash\n   ${command}\n   \`\`\`\n`)
    .join('\n')}`;
  const { procedures } = parseRunbook(new TextEncoder().encode(text), 'x.md');
  return procedures.flatMap(({ parts }) =>
    parts.flatMap(({ role, steps }) => steps.flatMap((step) => step.commands.map(() => role))),
  );
};

test('below a heading that says nothing, what is not known to look is there for what it does', () => {
  for (const heading of ['Procedure', 'Act', 'Ablauf'])
    expect(
      roles(heading, 'docker compose ps', 'sh up-web.sh', 'sh foo.sh --now', 'consul kv put x 1'),
    ).toEqual(['diagnose', 'mitigate', 'mitigate', 'mitigate']);
});

test.each([
  'Reproduction',
  'How to reproduce it',
  '5. Simulating the outage',
  'Trigger the alert',
  'Chaos testing',
  'Fault injection',
  'Game day',
  'Testing this runbook',
])('what brings it about is no part of the answer: %s', (heading) => {
  expect(roles(heading, 'docker stop web')).toEqual(['reference']);
  expect(roles(heading, 'docker ps')).toEqual(['diagnose']);
});

test.each(['Rollback', 'Rollback plan', 'Backout', 'Undo the change'])(
  'what takes back what was done before is no part of the answer: %s',
  (heading) => {
    const after = (first: string): readonly string[] => {
      const text = `# Web is down\n\n## Resolution\n\n\`${first}\`\n\n## ${heading}\n\n\`kubectl rollout undo deploy/web\`\n`;
      const { procedures } = parseRunbook(new TextEncoder().encode(text), 'x.md');
      return procedures.flatMap(({ parts }) =>
        parts.filter(({ steps }) => steps.length > 0).map(({ role }) => role),
      );
    };
    expect(after('kubectl scale deploy/web --replicas=4').at(-1)).toBe('reference');
    expect(after('kubectl get pods').at(-1)).toBe('mitigate');
  },
);

test.each([
  'Useful commands',
  'Common one-liners',
  '6. Cheat sheet',
  'FAQ',
  'Examples',
  'Routine maintenance',
])('what is there to look up is no part of the answer: %s', (heading) => {
  expect(roles(heading, 'docker stop web', 'docker ps')).toEqual(['reference', 'reference']);
});

test.each(['Useful commands to restart it', 'Enter maintenance mode', 'Fix the examples'])(
  'what is to be done is: %s',
  (heading) => {
    expect(roles(heading, 'docker restart web')).toEqual(['mitigate']);
  },
);

test('what only sounds so is', () => {
  for (const heading of ['Trigger a failover', 'Drill down into the logs', 'Restart the simulator'])
    expect(roles(heading, 'docker restart web')).toEqual(['mitigate']);
});

test('below "Diagnosis", what may only be a trial is a look, and below "Verification" a check', () => {
  const commands = [
    'curl -X POST http://web/orders',
    'sh foo.sh',
    'pg_dump x > /backup/x',
    'nginx -s reload',
  ];
  expect(roles('Diagnosis', ...commands)).toEqual(['diagnose', 'diagnose', 'diagnose', 'mitigate']);
  expect(roles('Verification', ...commands)).toEqual(['verify', 'verify', 'verify', 'mitigate']);
});

test('a key or a row of one’s own is written to see whether that works', () => {
  const commands = [
    'redis-cli SET health 1',
    'docker exec cache redis-cli -e SET health 1',
    'psql -c "INSERT INTO health VALUES (1); SELECT 1"',
    'redis-cli CONFIG SET maxmemory 1gb',
    'psql -c "INSERT INTO a SELECT * FROM b"',
    'psql -c "INSERT INTO a VALUES (1); DELETE FROM b"',
  ];
  const [tries, changes] = [Array(3).fill('verify'), Array(3).fill('mitigate')];
  expect(roles('Verification', ...commands)).toEqual([...tries, ...changes]);
  expect(roles('Remedy', ...commands)).toEqual(Array(6).fill('mitigate'));
});

test.each([
  ['Confirm the outage', 'diagnose'],
  ['1. Confirm the problem', 'diagnose'],
  ['Verify that the node is down', 'diagnose'],
  ['Confirm the alert is resolved', 'verify'],
  ['Verify the fix', 'verify'],
  ['Confirm that the problem is gone', 'verify'],
  ['How do I know it is fixed?', 'verify'],
  ['What should I do?', 'mitigate'],
  ['What is it?', 'diagnose'],
  ['Wait until it is healthy', 'verify'],
  ['2. Then wait for the replica to be back', 'verify'],
  ['Wait for the on-call engineer', undefined],
  ['Check that the promotion is successful', 'verify'],
  ['3. Check that web is back up', 'verify'],
  ['Check if the upgrade was successful or not', 'diagnose'],
  ['Remove a validator', undefined],
  ['Restore the verified dump', 'mitigate'],
  ['Post-deploy validation', 'verify'],
  ['User impact', 'reference'],
  ['Who is impacted', 'reference'],
  ['Related runbooks', 'reference'],
  ['References', 'reference'],
  ['Useful resources', 'reference'],
  ['Delete application resources', undefined],
  ['Generate the template', undefined],
  ['Überprüfung', 'verify'],
  ['Contrôle final', 'verify'],
  ['Behebung', 'mitigate'],
  ['Résolution', 'mitigate'],
  ['处理', 'mitigate'],
  ['确认', 'verify'],
  ['Kontrolle der Festplatten im Lager', undefined],
])('what is below "%s" is for: %s', (heading, role) => {
  expect(roleOfHeading(heading)).toBe(role);
});

test('a procedure that is called a check is one', () => {
  const text = '## Post-checks\n\n1. Step:\n\n   ```bash\n   docker ps\n   ```\n';
  const { procedures } = parseRunbook(new TextEncoder().encode(text), 'x.md');
  expect(procedures.flatMap(({ parts }) => parts.map(({ role }) => role))).toEqual(['verify']);
});

test.each([
  ['[P1] API down', '[P1] API down'],
  ['🔥 (SEV1) API down', '(SEV1) API down'],
  ['- [API down', 'API down'],
])('the heading "%s" is shown as "%s"', (heading, shown) => {
  const text = `## ${heading}\n\n\`\`\`bash\ndocker ps\n\`\`\`\n`;
  const { procedures } = parseRunbook(new TextEncoder().encode(text), 'x.md');
  expect(procedures.map((procedure) => procedure.heading)).toEqual([shown]);
});

const rolesIn = (text: string): readonly string[] =>
  parseRunbook(new TextEncoder().encode(text), 'x.md').procedures.flatMap(({ parts }) =>
    parts.flatMap(({ role, steps }) => steps.flatMap(({ commands }) => commands.map(() => role))),
  );

const fence = (command: string): string => `\`\`\`\n${command}\n\`\`\`\n\n`;

const led = (lead: string): string =>
  `# Redis is down\n\nRestart it:\n\n${fence('docker restart redis')}${lead}\n\n${fence('docker ps')}`;

test('what leads to a block says what it is for', () => {
  expect(rolesIn(led('Verify that it is back:'))).toEqual(['mitigate', 'verify']);
  expect(rolesIn(led('**Verification** Should be back:'))).toEqual(['mitigate', 'verify']);
  expect(rolesIn(led('Then look at the others:'))).toEqual(['mitigate', 'diagnose']);
  // only when, and not what for
  expect(rolesIn(led('If you verify it by hand:'))).toEqual(['mitigate', 'diagnose']);
});

const nested = (title: string): string =>
  `# Redis is down\n\n1. Restart it.\n   1. \`docker restart redis\`\n2. ${title}\n   1. \`docker ps\`\n`;

test('an item speaks for those in it that are nothing but a command', () => {
  expect(rolesIn(nested('Verify.'))).toEqual(['mitigate', 'verify']);
  expect(rolesIn(nested('Others.'))).toEqual(['mitigate', 'diagnose']);
});

test('"Check" is a verification after what was changed, and a diagnosis before', () => {
  const change = `## Remove it\n\n${fence('docker restart redis')}`;
  const check = `## Check\n\n${fence('docker ps')}`;
  expect(rolesIn(`# RedisDown\n\n${change}${check}`)).toEqual(['mitigate', 'verify']);
  expect(rolesIn(`# RedisDown\n\n${check}${change}`)).toEqual(['diagnose', 'mitigate']);
});
