import { expect, test } from 'vitest';
import { textsIn } from '../../../test/support/commands-in.ts';

const block = (...commands: readonly string[]): string => `\n\n\`\`\`\n${commands.join('\n')}\n\`\`\`\n\n`;

const whenTold = (text: string): readonly (string | undefined)[] =>
  textsIn(`# Web\n\n## Mitigation\n\n${text}`).map(([, condition]) => condition);

test('a condition goes on beyond what is printed, and not beyond what was done in its case', () => {
  const restart = `Restart it:${block('systemctl restart web')}`;
  expect(whenTold(`If you see this:${block('Error: no route')}${restart}`)).toEqual(['you see this']);
  expect(whenTold(`If the lock is stuck, free it:${block('x y z')}${restart}`)).toEqual([undefined]);
  expect(whenTold(`If you'd rather name them:${block('x y z')}${restart}`)).toEqual([undefined]);
});

test('what can be done "then" is not for the aim of the block before', () => {
  const look = `If you want to look further back:${block('kubectl logs x --tail 500')}`;
  expect(whenTold(`${look}Then you can open a shell:${block('kubectl get pods')}`)).toEqual([
    'you want to look further back',
    undefined,
  ]);
  const wipe = `If you want to wipe it:${block('rm -rf /srv/x')}`;
  expect(whenTold(`${wipe}Then start it:${block('systemctl start web')}`)).toEqual([
    'you want to wipe it',
    'you want to wipe it',
  ]);
});

test('what is told in a quote is not for what comes after it', () => {
  const quote = `> If the log is corrupt, throw it away:${block('rm -f aof').replaceAll('\n', '\n> ')}\n\n`;
  const told = ['the log is corrupt', undefined];
  for (const next of ['', 'Start it:', 'Then start it:', 'Then, in any case, start it:'])
    expect(whenTold(`${quote}${next}${block('systemctl start redis')}`)).toEqual(told);
  expect(whenTold(`> If the log is corrupt, do this:\n${block('rm -f aof')}`)).toEqual([
    'the log is corrupt',
  ]);
});

test('what is done in any case is not for the case before', () => {
  const wipe = `If the log is corrupt, throw it away:${block('rm -f aof')}`;
  const start = `start it:${block('systemctl start redis')}`;
  for (const next of ['Then, in any case,', 'Then, regardless of that,', 'And in either case,'])
    expect(whenTold(`${wipe}${next} ${start}`)).toEqual(['the log is corrupt', undefined]);
  expect(whenTold(`${wipe}Then ${start}`)).toEqual(['the log is corrupt', 'the log is corrupt']);
});

test('a callout limits what stands above it, unless something is typed right below', () => {
  const force = `1. Force it:${block('systemctl start web').replaceAll('\n', '\n   ')}`;
  const only = '> [!CAUTION]\n> It has no quorum. Only do this if the primary is down.\n\n';
  const next = `2. Look:${block('systemctl status web').replaceAll('\n', '\n   ')}`;
  expect(whenTold(`${force}\n\n${only}${next}`)).toEqual(['the primary is down', undefined]);
  expect(whenTold(`Start it:${block('systemctl start web')}${only}${block('nginx -t')}`)).toEqual([
    undefined,
    'the primary is down',
  ]);
  expect(whenTold(`${only}${block('systemctl start web')}${block('nginx -t')}`)).toEqual([
    'the primary is down',
    'the primary is down',
  ]);
});

const within = (...commands: readonly string[]): string =>
  block(...commands)
    .slice(1)
    .replaceAll('\n', '\n   ');

test('a look answers a question, and only what changes something is for its case', () => {
  expect(whenTold(`1. **Resource pressure?**${within('kubectl top pods', 'df -h')}`)).toEqual([
    undefined,
    undefined,
  ]);
  expect(whenTold(`1. Disk full?${within('df -h', 'docker system prune -f')}`)).toEqual([
    undefined,
    'Disk full',
  ]);
  expect(whenTold('- No logs? Run `kubectl logs x --previous`\n')).toEqual(['No logs']);
});

test.each([
  `When you run \`cap deploy\`, it invokes these:${block('deploy:starting - begin')}Restart it:${block('nginx -s stop')}`,
  `If you type${block('kubectl get pods')}you see them.\n`,
  `If you run \`kubectl get pods\` you will see them.\n`,
  `If you start it with:${block('java -jar web.jar')}`,
  `Set it (only for this session):${block('kubectl get pods')}`,
  `When the disk is mapped, note its name and use it in:${block('mount /dev/rbd0 /mnt')}`,
])('no condition: %j', (text) => {
  expect(whenTold(text)).toEqual([undefined]);
});

test.each([
  [
    `If you run into an error with${block('Error: no')}delete it:${block('rm -f /tmp/x')}`,
    'you run into an error with',
  ],
  [`If you start with an empty host, fill it:${block('nginx -s stop')}`, 'you start with an empty host'],
  [`When you first see it, drop the cache:${block('nginx -s stop')}`, 'you first see it'],
  [`When the file is changed, it has to be read:${block('nginx -s reload')}`, 'the file is changed'],
])('a condition: %j', (text, condition) => {
  expect(whenTold(text)).toEqual([condition]);
});

test('a list of what may be seen stands between a case and what is done then', () => {
  const seen = 'If any of the following is seen, roll back:\n\n- lost locks\n- gaps\n\n';
  expect(whenTold(`${seen}Command:${block('helm rollback web')}`)).toEqual(['any of the following is seen']);
  const stop = seen.replace('roll back', 'stop and ask');
  expect(whenTold(`${stop}Command:${block('helm rollback web')}`)).toEqual([undefined]);
});

test('an item with nothing but another in it leads to the block below', () => {
  const wipe = '- 3. Wipe the disk, if it was used before. It takes an hour.\n';
  expect(whenTold(`${wipe}${block('rm -rf /srv/x')}`)).toEqual(['it was used before']);
});

test.each([
  [
    'to do so',
    `If the nodes were lost, they are no members.\n\nTo turn them into members:${block('rm -rf /srv/x')}`,
    ['the nodes were lost'],
  ],
  [
    'where',
    `In case the node is gone, it has to be removed.\n\nOn the primary:${block('rm -rf /srv/x')}`,
    ['the node is gone'],
  ],
  [
    'a block below its list',
    `If it is down, do this:\n\n1. Log in\n2. Run:${block('nginx -s stop')}3. And:${block('nginx')}After that, look:${block('nginx -t')}`,
    ['it is down', 'it is down', undefined],
  ],
])('a case goes on to %s', (_, text, conditions) => {
  expect(whenTold(text)).toEqual(conditions);
});

test.each([
  `If the cache is cold, it is slow.\n\nOn the primary:${block('rm -rf /srv/x')}`,
  `If it is slow, look at:\n\n- a\n- b\n\nThen restart it:${block('nginx -s reload')}`,
  `If it is down, stop and ask.\n\nTo remove the cache:${block('rm -rf /srv/x')}`,
])('a case that ends: %j', (text) => {
  expect(whenTold(text)).toEqual([undefined]);
});

const inBlock = (...lines: readonly string[]): readonly (string | undefined)[] =>
  whenTold(`\`\`\`bash\n${lines.join('\n')}\n\`\`\`\n`);

test('a comment does not speak beyond the command that is commented out below it, nor beyond "the next command"', () => {
  expect(inBlock('# If it was made anew:', '# ssh-keygen -R 192.168.1.5', 'ssh a@192.168.1.5')).toEqual([
    undefined,
  ]);
  expect(inBlock('# If the daemon hangs', '# restart it', 'systemctl restart docker')).toEqual([
    'the daemon hangs',
  ]);
  expect(inBlock('# if you have wallets, run the following command', 'x-ctl a', 'x-ctl b')).toEqual([
    'you have wallets',
    undefined,
  ]);
});

test.each([
  ['1. **For a crash loop**: read the log:\n   ```sh\n   docker logs web\n   ```\n', 'a crash loop'],
  ['1. **For capacity exhaustion**: list all:\n   ```sh\n   docker ps\n   ```\n', 'capacity exhaustion'],
  ['1. **For a look**: list all:\n   ```sh\n   docker ps\n   ```\n', undefined],
  [`Complete this setup ONLY if you replace disks\n\nLook:${block('docker ps')}`, 'you replace disks'],
  [`Complete this setup if you like\n\nLook:${block('docker ps')}`, undefined],
  [
    `When deleting orders, make sure to update the rest, as the API needs it. For example:${block('docker ps')}`,
    undefined,
  ],
])('%j is done when: %s', (text, condition) => {
  expect(whenTold(text)).toEqual([condition]);
});

const setIn = (command: string): string => `  \`\`\`sh\n  ${command}\n  \`\`\`\n`;

test('an item that tells a case speaks for the block below it, not for the one above', () => {
  const steps = `1. bring up another\n${setIn('docker start web')}  - if there is no room\n${setIn('docker ps')}`;
  expect(whenTold(steps)).toEqual([undefined, 'there is no room']);
});

test('what only an unsure reader looks up is no case of what comes then', () => {
  const look = 'Open `psql -d shop`, and list the tables with `\\dt` if you’re not sure.\n\n';
  expect(whenTold(`${look}Then dump it:${block('pg_dump shop')}`).at(-1)).toBeUndefined();
});

test('a sample that is assumed is no case', () => {
  const order = `execute this:${block('curl -X DELETE https://example.org/ab12')}`;
  expect(whenTold(`Assuming your \`ID\` is \`ab12\`, ${order}`)).toEqual([undefined]);
  expect(whenTold(`Assuming your node is \`ready\`, ${order}`)).not.toEqual([undefined]);
  expect(whenTold(`Assuming your node is well, ${order}`)).toEqual(['your node is well']);
});

test.each([
  'Como fazer para mudar o papel',
  '¿Cómo cambiar el papel',
  'Wie ändert man die Rolle',
  'Как сменить роль',
])('how to do something is no case, in any language: %s', (asked) => {
  expect(whenTold(`${asked}? Exemplo:${block('systemctl restart web')}`)).toEqual([undefined]);
  expect(whenTold(`Disk full? Exemplo:${block('systemctl restart web')}`)).toEqual(['Disk full']);
});

test.each([
  ['If needed, create a user for yourself.', 'needed'],
  ['If the logs are large, purge the old ones. This takes an hour.', 'the logs are large'],
  ['If the tool is missing, install the tool.', undefined],
  ['If you have no key, create a key.', undefined],
  ['If the disk is full, call the owner.', undefined],
])('the only sentence above a list: %s', (intro, condition) => {
  expect(textsIn(`${intro}\n\n1. \`systemctl stop web\`\n`)).toEqual([['systemctl stop web', condition]]);
});
