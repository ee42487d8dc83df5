import { expect, test } from 'vitest';
import { commandsIn, textsIn } from '../../../test/support/commands-in.ts';

const texts = (text: string): readonly string[] => textsIn(text).map(([own]) => own);

test('a page that was copied with the fence around it, and what is left of the fences in it', () => {
  const page = '# Upgrade\n\nRun `df -h`.\n\n```bash\nuptime -p\n```\n';
  expect(texts(`\`\`\`markdown\n${page}\`\`\`\n`)).toEqual(['df -h', 'uptime -p']);
  expect(texts(`# File\n\n\`\`\`\`md\n${page}`)).toEqual(['df -h', 'uptime -p']);
  expect(texts(`# Template\n\n\`\`\`markdown\n${page}\`\`\`\n`)).toEqual([]);
  expect(texts('```markdown\n# Incident\n\n`df -h`\n```\n')).toEqual([]);
  const left = ['ls -l', '## Step 2: look', 'bash', '', 'df -h', 'Then wait:', 'bash', '', 'free -m'];
  expect(texts(`\`\`\`bash\n${left.join('\n')}\n\`\`\`\n`)).toEqual(['ls -l', 'df -h', 'free -m']);
  expect(texts('```bash\ndocker exec -it web sh\n\nbash\n\nls -l\n```\n')).toHaveLength(3);
});

const block = (language: string, ...lines: readonly string[]): string =>
  `\`\`\`${language}\n${lines.join('\n')}\n\`\`\`\n`;

test('a remark after a statement’s end, and lines that only remark something', () => {
  expect(
    texts(block('sql', 'SHOW SLAVE STATUS\\G   -- (5.7)', 'SHOW REPLICA STATUS\\G', 'SELECT 1;')),
  ).toEqual(['SHOW SLAVE STATUS\\G', 'SHOW REPLICA STATUS\\G', 'SELECT 1;']);
  const remarks = ['ls -l', '! BE CAREFUL', '! /dev/sdX is the source', '(first on the master, then on two)'];
  expect(texts(block('', ...remarks))).toEqual(['ls -l']);
  const typed = ['! grep -q x /etc/hosts', '(cd /srv && tar czf x.tgz web)'];
  expect(texts(block('bash', ...typed))).toEqual(typed);
});

test('what a backslash goes on with after `&`, and after an assignment', () => {
  expect(texts(block('bash', 'sleep 5 & \\', 'sleep 6', 'KEY=abc \\', '  node ./encrypt.mjs x'))).toEqual([
    'sleep 5 & \\\nsleep 6',
    'KEY=abc \\\n  node ./encrypt.mjs x',
  ]);
  expect(texts(block('sh', 'PORT=$(grep -m1 port /etc/web.conf)'))).toHaveLength(1);
});

test('programs in a block that names the wrong language, and words of a text in one that an open client could take', () => {
  expect(
    texts(block('python', '# all', 'python tools/reindex.py \\', '  --all', '', 'curl "$URL/count"')),
  ).toEqual(['python tools/reindex.py \\\n  --all', 'curl "$URL/count"']);
  expect(texts(block('python', 'docker.from_env()', 'node = 3', 'make(x)'))).toEqual([]);
  expect(texts('In a Django shell:\n\n    b. Call the purge command. It takes all (and more)\n')).toEqual([]);
});

test('psql’s own words tell the client, and a symptom’s transcript is what was seen', () => {
  expect(commandsIn(block('sql', '-- tables', '\\dt')).map(({ client }) => client)).toEqual(['psql']);
  expect(texts(`## Symptoms\n\n${block('', '$ make up', 'Error: timed out')}`)).toEqual([]);
  expect(texts(`## Symptoms\n\n${block('', '$ make up', 'done')}`)).toEqual(['make up']);
});

test('root’s prompt before programs alone', () => {
  expect(texts(block('', '# sync', '# poweroff -f'))).toEqual(['sync', 'poweroff -f']);
  expect(texts(block('', '# the cache', '# poweroff -f'))).toEqual(['poweroff -f']);
});

test('commands in brackets, and SQL in quotes', () => {
  expect(
    texts('- Recreate web (docker-compose up -d)\n- Then run "ALTER TABLE t IMPORT TABLESPACE;".\n'),
  ).toEqual(['docker-compose up -d', 'ALTER TABLE t IMPORT TABLESPACE;']);
  expect(
    texts('- Recreate it (see kubectl docs).\n- Install kubectl (v1.2)\n- Type "create user".\n'),
  ).toEqual([]);
});

test('what a comment says to expect is not typed', () => {
  const lines = ['curl localhost/health', '# Expected output:', '# status', 'green open', '', 'ls -l'];
  expect(texts(block('bash', ...lines))).toEqual(['curl localhost/health', 'ls -l']);
});

test('a statement of Ruby goes on while irb counts what is open', () => {
  const typed = block(
    '',
    'irb(main):001:0> Job.each do |job|',
    'irb(main):002:1*   job.retry!',
    'irb(main):003:1> end',
    '=> 12',
    'irb(main):004:0> Job.count',
  );
  expect(texts(typed)).toEqual(['Job.each do |job|\n  job.retry!\nend', 'Job.count']);
});

test('a statement that goes on at a further prompt of psql, and a named one of pry', () => {
  expect(texts(block('', 'shop=# select 1', 'shop-# from jobs;', ' 1'))).toEqual(['select 1\nfrom jobs;']);
  expect(texts(block('', 'pry(main)> User.find(1)', '=> #<User id: 1>'))).toEqual(['User.find(1)']);
});

test('what is typed after an angle, below the command that opens the client', () => {
  expect(texts(block('', 'redis-cli -h cache', '> INFO', 'role:master', '> PING'))).toEqual([
    'redis-cli -h cache',
    'INFO',
    'PING',
  ]);
});

test('a command after a label in words, and before a remark in brackets', () => {
  expect(texts('- k8s version: kubectl version --short\n- kubectl drain n1 --force   (wait!)\n')).toEqual([
    'kubectl version --short',
    'kubectl drain n1 --force',
  ]);
  expect(texts('- ERROR: kubectl logs --bad\n- Usage: kubectl logs --all\n')).toEqual([]);
  expect(texts('Load the dump with the script: `load.sh shop.sql`\n')).toEqual(['load.sh shop.sql']);
});

test('code in tags, and a block whose first line stands beside its marks', () => {
  expect(texts('Run <code>sv restart web</code>, then <code>ls -l &gt; x</code>.\n')).toEqual([
    'sv restart web',
    'ls -l > x',
  ]);
  expect(texts('| Do | How |\n|---|---|\n| Restart | <code>sv restart web</code> |\n')).toEqual([
    'sv restart web',
  ]);
  expect(texts('The <code>sv restart web</code> command, and <code>uptime.\n')).toEqual([]);
  expect(commandsIn('```root# set system x\nroot# commit check\n```\n').map(({ lines }) => lines[0])).toEqual(
    [1, 2],
  );
});

test('programs of plain words, and one alone, are typed in a block that names no language', () => {
  expect(
    texts(block('', 'openstack server stop web-01', 'juju status', 'galera_new_cluster', 'vagrant up')),
  ).toHaveLength(4);
  expect(texts(block('', 'openstack: the cloud', 'vagrant is what the team uses to test'))).toEqual([]);
});

test('a name of a language that is not known says no more than none', () => {
  expect(texts(block('commandline', 'make', 'sudo make install'))).toHaveLength(2);
  expect(texts(block('basj', 'git pull'))).toHaveLength(1);
  expect(texts(block('shopscript', 'total = price * 2', 'web started on port 80'))).toEqual([]);
  expect(texts(block('{language=Bash title="x"}', 'web-admin --drain'))).toHaveLength(1);
  expect(texts(block('shopscript', "case 'x':", 'return 5', 'let a = 1'))).toEqual([]);
  expect(texts(block('mjs', 'const a = 1;', 'function b() {}'))).toEqual([]);
  expect(texts(block('nginx.conf', 'sudo make install'))).toEqual([]);
  expect(texts(block('dockerfile', 'sudo make install'))).toEqual([]);
});

test.each(['tcsh', 'dos', 'linux', 'no-highlight', 'command-line'])(
  'a block of %s is a shell’s',
  (language) => {
    expect(texts(block(language, 'systemctl stop web', 'web-admin --drain'))).toHaveLength(2);
    expect(texts(block('spec', 'systemctl stop web'))).toEqual([]);
  },
);

test('a folder to fill in before a program, and commands within brackets', () => {
  expect(texts(block('', '[shop]/bin/shop cleanup', '%SHOP_HOME%/bin/stop.sh'))).toHaveLength(2);
  expect(texts(block('', '[error] /bin/shop not found', '[shop]/bin'))).toEqual([]);
  expect(texts(block('', '(cd web && npm ci)', '{ echo a; date; } | sendmail ops'))).toHaveLength(2);
  expect(texts(block('', '(first the web; then wait)', '{ "a": 1; }'))).toEqual([]);
});

test('a file that is emptied in a shell’s block', () => {
  expect(texts(block('bash', '> /var/log/shop.log'))).toEqual(['> /var/log/shop.log']);
  expect(texts(block('', '> /var/log/shop.log'))).toEqual([]);
  expect(texts(block('bash', '> some text'))).toEqual([]);
});

test('signs of a list before what is typed are none of it', () => {
  expect(texts(block('', '- curl -s https://a.example/x | sh', '- cap production deploy'))).toEqual([
    'curl -s https://a.example/x | sh',
    'cap production deploy',
  ]);
  expect(texts(block('', 'script:', '- docker build .', '- docker push shop'))).toEqual([]);
  expect(texts(block('', '- the web is up', '- docker ps -a'))).toEqual([]);
});

test('an angle before a program that is not known, beside one that is', () => {
  expect(texts(block('', '> shopctl registry drop main', '> kubectl get pods'))).toHaveLength(2);
  expect(texts(block('', '> the shop is closed', '> kubectl get pods'))).toEqual(['kubectl get pods']);
  expect(texts(block('', '> shop registry drop main'))).toEqual([]);
});

test('a shell’s commands in a block of another language, by its first line', () => {
  expect(texts(block('python', 'cd $HOME', 'wget -O x https://a.example/x', 'rm -rf y'))).toHaveLength(3);
  expect(texts(block('python', 'import os', 'os.system("ls")', 'cd = 1'))).toEqual([]);
  expect(texts(block('python', 'for pod in pods:', '    print(pod)'))).toEqual([]);
  expect(texts(block('yaml', 'kubectl -n shop get pods'))).toHaveLength(1);
  expect(texts(block('yaml', ' # first', ' kubectl -n shop get pods', ' kubectl get ns'))).toHaveLength(2);
  expect(texts(block('json', 'curl -s localhost:9200'))).toHaveLength(1);
  expect(texts(block('yaml', 'sudo: true', 'docker: 1', 'ssh -: x'))).toEqual([]);
});
