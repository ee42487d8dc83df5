import { expect, test } from 'vitest';
import { stepsPlanned } from '../../test/support/planned.ts';

/** What is typed, with what is given on stdin in brackets, or why not. */
const planned = (text: string): readonly string[] =>
  stepsPlanned(`## Shop Down\n\n${text}`, {}, ['docker', 'ssh', 'curl', 'psql', 'kubectl']).flatMap(
    ({ commands }) =>
      commands.map(({ text: typed, skip }) =>
        skip === undefined ? bracketed(typed) : `${skip.code}: ${typed.split(' <<')[0] ?? ''}`,
      ),
  );

const bracketed = (text: string): string => {
  const found = / <<'(\w+)'\n([^]*)\n\1(?=\n|$)/.exec(text);
  return found === null
    ? text.replaceAll('\n', ' / ')
    : bracketed(text.replace(found[0], () => ` [${found[2] ?? ''}]`));
};

const fence = (...lines: readonly string[]): string => `\`\`\`bash\n${lines.join('\n')}\n\`\`\`\n`;

const indented = (line: string): string => fence(line).replaceAll(/^(?=.)/gm, '   ');

const NOTHING_TYPED = 'interactive: docker compose exec -T db bash';

test.each([
  [
    'the rest of the block, to its exit',
    fence('docker exec -it db bash', 'cd /srv', 'ls', 'exit', 'curl localhost'),
    ['docker exec -i db bash [cd /srv / ls / exit]', 'curl localhost'],
  ],
  [
    'to its end',
    fence('kubectl exec -it db-0 -- sh', 'ls', 'df -h'),
    ['kubectl exec -i db-0 -- sh [ls / df -h]'],
  ],
  [
    'to what is surely the host’s',
    fence('docker exec -it db bash', 'ls', 'docker restart db'),
    ['docker exec -i db bash [ls]', 'docker restart db'],
  ],
  [
    'what a prompt shows to be elsewhere',
    fence('$ docker exec -it db bash', 'root@db:/# ls', '$ curl localhost'),
    ['docker exec -i db bash [ls]', 'curl localhost'],
  ],
  [
    'to the key that ends it',
    fence('$ docker exec -it db bash', '$ ls', '^D', '$ curl localhost'),
    ['docker exec -i db bash [ls]', 'curl localhost'],
  ],
  [
    'to what the text says of the host',
    `${fence('docker exec -it db bash', 'ls')}\nBack on the host:\n\n${fence('curl localhost')}`,
    ['docker exec -i db bash [ls]', 'curl localhost'],
  ],
  [
    'the next block, where the text says so',
    `${fence('docker compose exec db bash')}\nIn it, run:\n\n${fence('ls', 'exit')}\nThen:\n\n${fence('curl localhost')}`,
    [NOTHING_TYPED, 'docker compose exec -T db bash [ls / exit]', 'curl localhost'],
  ],
  [
    'the next block, where nothing is said between',
    `${fence('docker compose exec db bash')}\n${fence('ls')}`,
    [NOTHING_TYPED, 'docker compose exec -T db bash [ls]'],
  ],
  [
    'the next step, where the one before only opens it',
    `1. Enter the container:\n\n${indented('docker compose exec db bash')}\n2. Look around:\n\n${indented('ls')}`,
    [NOTHING_TYPED, 'docker compose exec -T db bash [ls]'],
  ],
  [
    'the next numbered section, where the one before only opens it',
    `### 1. Enter the container\n\n${fence('docker compose exec db bash')}\n### 2. Look around\n\n${fence('ls')}\n### Afterwards\n\n${fence('curl localhost')}`,
    [NOTHING_TYPED, 'docker compose exec -T db bash [ls]', 'curl localhost'],
  ],
  [
    'all that stands before its exit',
    `${fence('docker compose exec db bash')}\nLook around:\n\n${fence('ls', 'exit')}`,
    [NOTHING_TYPED, 'docker compose exec -T db bash [ls / exit]'],
  ],
  [
    'a client that is opened in it, with its own statements',
    fence('docker exec -it db bash', 'psql -U shop', 'SELECT 1;', '\\q', 'ls', 'exit'),
    [`docker exec -i db bash [psql -U shop [SELECT 1; / \\q] / ls / exit]`],
  ],
  [
    'in each step what was set in it before',
    `${fence('docker compose exec db bash')}\nIn it:\n\n${fence('cd /srv', 'A=b', 'ls')}\nInside, too:\n\n${fence('ls $A')}`,
    [
      NOTHING_TYPED,
      'docker compose exec -T db bash [cd /srv / A=b / ls]',
      'docker compose exec -T db bash [cd /srv / A=b / ls $A]',
    ],
  ],
  [
    'another user’s shell, whose exit leaves that one only',
    fence('docker exec -it db bash', 'su - postgres', 'ls', 'exit', 'df -h', 'exit', 'curl localhost'),
    ['docker exec -i db bash [su - postgres / ls / exit / df -h / exit]', 'curl localhost'],
  ],
])('a shell that is opened in a container is given %s', (_, text, typed) => {
  expect(planned(text)).toEqual(typed);
});

test.each([
  [
    'of a text that says nothing of it',
    `${fence('docker compose exec db bash')}\nLook around:\n\n${fence('ls', 'df -h')}`,
  ],
  [
    'of a next step, after one that does not open it',
    `1. Restart it:\n\n${indented('docker compose exec db bash')}\n2. Look around:\n\n${indented('ls')}${indented('df -h')}`,
  ],
  [
    'below another heading',
    `${fence('docker compose exec db bash')}\n### Look around\n\n${fence('ls', 'df -h')}`,
  ],
  ['that a comment begins anew', fence('docker compose exec db bash', '', '# Look around', 'ls', 'df -h')],
])('a block %s is the host’s, and nobody types into the shell', (_, text) => {
  expect(planned(text)).toEqual([NOTHING_TYPED, 'ls', 'df -h']);
});

test('a shell that has something to do is none to type in', () => {
  expect(planned(fence('docker exec -it db bash -c "ls"', 'df -h', 'bash', 'ls'))).toEqual([
    'docker exec -i db bash -c "ls"',
    'df -h',
    'interactive: bash',
    'ls',
  ]);
});

test('what is for another host is typed nowhere, and it is said why; what speaks of containers is the drill’s', () => {
  const text = fence(
    'ssh ops@web-1',
    'cd /srv',
    'systemctl restart web',
    'docker restart web',
    'curl localhost',
  );
  expect(planned(text)).toEqual(['interactive: ssh ops@web-1', 'docker restart web', 'curl localhost']);
  const [step] = stepsPlanned(`## Shop Down\n\n${text}`);
  expect(step?.commands[0]).toMatchObject({
    lines: [4, 6],
    source: 'ssh ops@web-1\ncd /srv\nsystemctl restart web',
    skip: {
      message: 'a shell on ops@web-1, which this drill has not: what is typed there is not typed here',
    },
  });
});

test('where one of its commands waits for a person, none is typed', () => {
  const [step] = stepsPlanned(`## Shop Down\n\n${fence('docker exec -it db bash', 'vi /etc/x', 'ls')}`, {}, [
    'docker',
  ]);
  expect(step?.commands.map(({ skip }) => skip?.message)).toEqual([
    'waits for a person at a terminal: vi /etc/x',
  ]);
});

test('what is typed only in a case has a shell of its own', () => {
  const text = `${fence('docker exec -it db bash', 'ls')}\nIf the disk is full, run in the container:\n\n${fence('rm /tmp/x')}`;
  expect(planned(text)).toEqual(['docker exec -i db bash [ls]', 'condition: docker exec -i db bash']);
});

test('what is typed into it takes effect in the container, and nothing is asked of the operator', () => {
  const [step] = stepsPlanned(
    `## Shop Down\n\n${fence('docker exec -it db bash', 'pg_ctl status', 'exit')}`,
    {},
    ['docker'],
  );
  expect(step?.commands).toMatchObject([
    {
      source: 'docker exec -it db bash\npg_ctl status\nexit',
      lines: [4, 6],
      runsOn: { kind: 'container', name: 'db' },
      changes: ['-t dropped: there is no terminal', '2 commands given on stdin'],
    },
  ]);
});

test.each([
  ['tail -f /var/log/db.log', true],
  ['tail /var/log/db.log', false],
])('it is ended after a while where one of its commands does not end by itself: %s', (line, endless) => {
  const [step] = stepsPlanned(`## Shop Down\n\n${fence('docker exec -it db bash', line)}`);
  expect(step?.commands).toMatchObject([{ endless }]);
});
