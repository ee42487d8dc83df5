import { expect, test } from 'vitest';
import { commandsIn } from '../../../test/support/commands-in.ts';

const choicesIn = (text: string): readonly (string | undefined)[] =>
  commandsIn(`# Web\n\n## Mitigation\n\n${text}`).map(
    ({ alternative }) => alternative && `${alternative.choice}.${alternative.option}`,
  );

const block = (...commands: readonly string[]): string => `\n\n\`\`\`\n${commands.join('\n')}\n\`\`\`\n`;

test.each([
  [
    'a platform and all others',
    `**For minikube:**${block('minikube stop')}\n**For generic clusters:**${block('systemctl restart crio')}`,
    ['L8.1', 'L8.2'],
  ],
  [
    'a line of a paragraph',
    'lvextend -L+9G /dev/vg/a\nor\nlvextend -l +50%FREE /dev/vg/a\n',
    ['L5.1', 'L5.2'],
  ],
  [
    'a line of a block',
    `Stop it:${block('nginx -s stop', '', 'OR', '', 'docker stop web')}`,
    ['L8.1', 'L8.2'],
  ],
  [
    'a path of Windows',
    '1. `source .venv/bin/activate` on Linux or `venv\\Scripts\\activate` on Windows.\n',
    ['L5.1', 'L5.2'],
  ],
  [
    'letters within a sentence',
    'Option A: `nginx -s stop`. Option B: `docker stop web`.\n',
    ['L5.1', 'L5.2'],
  ],
  [
    'numbers that begin lines',
    '**Option 1 (preferred):** `nginx -s stop`\n**Option 2 (slow):** `docker stop web`\n',
    ['L5.1', 'L6.2'],
  ],
  [
    'either, with an order of its own for each',
    'You can either stop it with `nginx -s stop`, or stop all of them with `docker stop web`.\n',
    ['L5.1', 'L5.2'],
  ],
  [
    'labels of which no sentence goes on',
    '*Option 1* - stop Nginx\n`nginx -s stop`\n\n*Option 2* - kill Nginx\n`docker kill web`\n',
    ['L5.1', 'L8.2'],
  ],
  ['both spellings of a client', 'List databases: `\\list` or `\\l`\n', ['L5.1', 'L5.2']],
  [
    'what their lists are done with',
    'With kubectl:\n\n- Delete it with `kubectl delete pod x`\n\nWith helm:\n\n- Run `helm rollback web`\n',
    ['L7.1', 'L7.2'],
  ],
  [
    'a number before the word',
    `### 2.1: By its unit${block('nginx -s stop')}\n### 2.2: Alternative: the process${block('kill 1')}`,
    ['L5.1', 'L5.2'],
  ],
  ['a setting in its place', `${block('aws configure')}\nOr make sure that \`AWS_KEY\` is set.\n`, ['L8.1']],
  ['an option in its place', 'Enter `x-ctl env --name a` first, or pass `--stack b`.\n', ['L5.1']],
  [
    'what is promoted in its place',
    '1. Load the dump (`nginx -s reload`) or promote the standby.\n',
    ['L5.1'],
  ],
  ['what may be relied on', '1. Run `nginx -s reload` (or rely on the timer).\n', ['L5.1']],
  ['a name of the team', '1. Read the log: `glog` or `journalctl -u web`\n', ['L5.1']],
  [
    'a remark with nothing typed below',
    block('nginx -s stop', '', '# Or pin the last image in its file.'),
    ['L8.1'],
  ],
  [
    'routes that are counted',
    `There are two routes to restore it.\n\n1. From the copy.\n${block('x-ctl a')}\n2. From the standby.\n${block('x-ctl b')}`,
    ['L9.1', 'L15.2'],
  ],
  ['to what it goes', 'Go back by `helm rollback web` to 1.2, or `helm uninstall web`.\n', ['L5.1', 'L5.2']],
  [
    'a remark that begins with the word',
    block('./rollback-all.sh   # every step', './rollback.sh 1   # or one step'),
    ['L7.1', 'L7.2'],
  ],
  ['a shell for each', 'Run `rehash` (zsh) / `hash -r` (bash).\n', ['L5.1', 'L5.2']],
  [
    'what the system is, in brackets',
    'Run `systemctl stop x` (Linux) or `brew services stop x` (Mac).\n',
    ['L5.1', 'L5.2'],
  ],
  ['systems of items', '- Mac: `brew services stop x`\n- Windows: `Stop-Service x`\n', ['L5.1', 'L6.2']],
  ['one of', 'Stop it with one of:\n\n- `nginx -s stop`\n- `docker stop web`\n', ['L7.1', 'L8.2']],
  ['a browser', 'Restart it with `nginx -s reload`, or open it in a browser.\n', ['L5.1']],
  [
    'what replaces a tool',
    '1. Run `x-ctl diag`. Manual fallbacks:\n   ```\n   nginx -t\n   ```\n',
    ['L5.1', 'L5.2'],
  ],
  [
    'a sentence about a command',
    `${block('nginx -s stop')}\nAlternatively, the command of Docker can be used:${block('docker stop web')}`,
    ['L8.1', 'L14.2'],
  ],
  ['the end of an item', '- `systemctl restart web`, or\n- `docker restart web`\n', ['L5.1', 'L5.2']],
  [
    'how it is told to a cluster',
    `### Imperative${block('kubectl run x')}\n### Declarative${block('kubectl apply -f x')}`,
    ['L5.1', 'L5.2'],
  ],
  [
    'hosting tools as labels',
    `**Heroku:**${block('heroku ps')}\n**Capistrano:**${block('x-ctl b')}\n**Manual:**${block('git push')}`,
    ['L5.1', 'L5.2', 'L5.3'],
  ],
  [
    'a case and its opposite as labels',
    `**If the table exists:**${block('x-ctl a')}\n**If the table does NOT exist:**${block('x-ctl b')}`,
    ['L5.1', 'L5.2'],
  ],
  [
    'options in Spanish',
    `**Opción A: volver**${block('x-ctl a')}\n**Opción B: reiniciar**${block('x-ctl b')}`,
    ['L5.1', 'L5.2'],
  ],
  [
    'platforms after "if"',
    `If Docker Compose:${block('docker compose up -d')}\nIf Kubernetes:${block('kubectl rollout undo deploy/x')}`,
    ['L5.1', 'L5.2'],
  ],
  [
    'a heading that goes on with "or"',
    `### With the words${block('x-ctl a')}\n### Or with the file${block('x-ctl b')}`,
    ['L5.1', 'L5.2'],
  ],
  [
    'what is to be chosen',
    `Choose a restore mode by how much you want to see.\n\n### In stages${block('x-ctl a')}\n### At once${block('x-ctl b')}`,
    ['L5.1', 'L5.2'],
  ],
  ['where, without a verb', 'On Ubuntu: `apt-get update`. On CentOS: `yum makecache`.\n', ['L5.1', 'L5.2']],
  ['what one uses', 'If you use npm: `npm start`; if you use yarn: `yarn start`.\n', ['L5.1', 'L5.2']],
  [
    'columns of platforms',
    '| Do | Windows (PowerShell) | Linux |\n|---|---|---|\n| Stop | `Stop-Service web` | `systemctl stop web` |\n',
    ['L5.1', 'L5.2'],
  ],
])('ways told by %s', (_, text, choices) => {
  expect(choicesIn(text).map((choice) => choice?.replace(/^L\d+/, 'L'))).toEqual(
    choices.map((choice) => choice.replace(/^L\d+/, 'L')),
  );
});

test.each([
  [
    'what is lost otherwise',
    '- Run `nginx -s reload` or you lose it.\n- Read `web` or look: `ps aux`\n- `df`\n',
  ],
  [
    'either, of another sentence',
    'Ask either team. Stop it with `nginx -s stop`, and one or two more with `docker stop web`.\n',
  ],
  ['brackets between orders', 'Run `systemctl stop x` (Linux) and `docker stop x` (Mac).\n'],
  ['each of', 'Stop each one of them:\n\n- `nginx -s stop`\n- `docker stop web`\n'],
  ['a question in a remark', block('nginx -s stop', 'nginx', '# Or is it full?')],
  ['another look in a remark', block('nginx -s stop', 'nginx', '# Or look at the log')],
  ['a remark with a command', block('nginx -s stop', 'nginx', '# or: docker stop web')],
  [
    'paths that are counted',
    `It has two paths on disk.\n\n1. One.\n${block('ls /a')}\n2. Two.\n${block('ls /b')}`,
  ],
  [
    'clouds of which each has sections',
    `### AWS\n\n#### The disk${block('aws ec2 x')}\n### Azure\n\n#### The disk${block('az disk x')}`,
  ],
  [
    'what is told before "either"',
    'End it with `kill 1`, and then either mend the code or drop the job.\n\nLook: `ps aux`\n',
  ],
  [
    'another thing',
    `Load a file:${block('x-ctl get a')}\nYou can also load an entire folder:${block('x-ctl get -r a')}`,
  ],
  [
    'who can do it',
    `An admin can. Alternatively, a user can have the right to.${block('nginx -s stop', 'nginx')}`,
  ],
  ['a question', `${block('nginx -s reload')}\nOr is it the network? Look:${block('ip link')}`],
  ['the end of a list of things', '- `systemctl restart web`, for more\n- `docker restart web`\n'],
  ['words in a command', block('test -f a \\', '  || echo or', 'echo alternatively')],
  ['what else is to be set', `${block('nginx -s reload', 'nginx -t')}\nOpen the port, or ask for it.\n`],
  ['services side by side', `### Nginx${block('nginx -t')}\n### MySQL${block('mysqladmin ping')}`],
  ['a column of a platform', '| Docker | Do |\n|---|---|\n| web | `docker ps` |\n| all | `docker info` |\n'],
])('no ways in %s', (_, text) => {
  expect(choicesIn(text)).toEqual([undefined, undefined]);
});

test('what comes after two ways with "or" between them is none', () => {
  const ways = `Stop it:${block('nginx -s stop')}\nor\n${block('docker stop web')}`;
  expect(choicesIn(`${ways}${block('ps aux')}`)).toEqual(['L8.1', 'L8.2', undefined]);
});

test('the appropriate command of a block is one of them', () => {
  const both = block('nginx -s stop', 'nginx -s reload');
  expect(choicesIn(`Run the appropriate command:${both}`)).toEqual(['L8.1', 'L8.2']);
  expect(choicesIn(`Run the appropriate commands:${both}`)).toEqual([undefined, undefined]);
});

const inTwoSteps = (also: string): string =>
  `1. You need to mark it by hand: \`nginx -s stop\`\n2. You may also ${also} it: \`nginx -s reload\`\n`;

test('what is needed in two steps is not done in two ways', () => {
  expect(choicesIn(inTwoSteps('need to change'))).toEqual([undefined, undefined]);
  expect(choicesIn(inTwoSteps('mark'))).toEqual(['L5.1', 'L5.2']);
});

test.each(['Then set it back:', '然后恢复：', 'Danach zurück:'])(
  'what sets the same anew later is no other way: %s',
  (later) => {
    const first = `Set it:${block("mysql> set gtid_next='a:8';")}\n`;
    expect(choicesIn(`${first}${later}${block('mysql> set gtid_next=AUTOMATIC;')}`)).toEqual([
      undefined,
      undefined,
    ]);
    expect(choicesIn(`${first}Set it back:${block('mysql> set gtid_next=AUTOMATIC;')}`)).not.toContain(
      undefined,
    );
  },
);
