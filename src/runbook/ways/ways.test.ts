import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commandsIn } from '../../../test/support/commands-in.ts';
import { commandsOf } from '../commands-of.ts';
import { parseRunbook } from '../parse.ts';

const commands = commandsOf(
  parseRunbook(readFileSync(new URL('../../../test/fixtures/runbooks/ways.md', import.meta.url)), 'ways.md'),
).toSorted((a, b) => a.lines[0] - b.lines[0]);

test('sections and comments of which one is to be followed are ways of one choice', () => {
  expect(
    commands.map(({ text, alternative }) => [
      text,
      alternative === undefined ? 'in any case' : `${alternative.choice}.${alternative.option}`,
    ]),
  ).toEqual([
    ['pg_restore -d shop nightly.dump', 'L7.1'],
    ['wal-g backup-fetch /data LATEST', 'L7.2'],
    ['kubectl rollout undo deployment/shop', 'L21.1'],
    ['./scripts/rollback.sh', 'L21.2'],
    ['apt-get install agent', 'L35.1'],
    ['docker run -d agent', 'L35.2'],
    ['certbot renew', 'L49.1'],
    ['openssl req -new -key shop.key', 'L49.2'],
    ['kill -TERM 1', 'L63.1'],
    ['kill -KILL 1', 'L63.2'],
    ['bq show --schema shop', 'L77.2'],
    ['crictl pull shop', 'L91.1'],
    ['docker pull shop', 'L91.2'],
    ['kubectl get pods', 'in any case'],
    ['docker compose ps web', 'in any case'],
    ['docker compose stop web', 'in any case'],
    ['docker compose kill web', 'in any case'],
  ]);
});

const choicesIn = (text: string): readonly (string | undefined)[] =>
  commandsIn(`# Web\n\n## Mitigation\n\n${text}`).map(
    ({ alternative }) => alternative && `${alternative.choice}.${alternative.option}`,
  );

const block = (command: string): string => `\n\n\`\`\`\n${command}\n\`\`\`\n`;

test.each([
  ['either … or', 'Either `systemctl restart web` or `docker restart web`.\n', 'L5'],
  [
    'a sentence by place',
    'On Kubernetes, use `kubectl logs deploy/web`; on Docker, use `docker logs web`.\n',
    'L5',
  ],
  [
    'a table by platform',
    '| Platform | Command |\n|--|--|\n| a | `docker logs web` |\n| b | `kubectl logs web` |\n',
    'L7',
  ],
  ['remarks by place', '```\ndocker logs web  # Docker\njournalctl -u web  # systemd\n```\n', 'L6'],
  [
    'methods',
    `### Method 1: again${block('nginx -s reload')}\n### Method 2: anew${block('nginx -s stop')}`,
    'L5',
  ],
  [
    'remarks on versions',
    '```sql\nSHOW SLAVE STATUS\\G  -- (MySQL 5.7)\nSHOW REPLICA STATUS\\G  -- (MySQL 8.0+)\n```\n',
    'L6',
  ],
  ['comments on versions', '```\n# Up to Redis 4.0\nx-ctl a\n# Redis 5.0 and newer\nx-ctl b\n```\n', 'L7'],
  [
    'comments by platform',
    '```\n# Restart it (systemd)\nx-ctl a\n# Restart it (Docker)\nx-ctl b\n```\n',
    'L7',
  ],
  [
    'a way that does more',
    '```\n# Clean up\n./clean.sh 2\n# Or more aggressive: all\n./clean.sh 1\n```\n',
    'L7',
  ],
  [
    'what can be typed into one place',
    `Restart with one of the following commands:${block('reboot\nshutdown -r now')}`,
    'L8',
  ],
  ['either, before a list', 'You can either:\n\n- Use `nginx -s reload`\n- Use `nginx -s stop`\n', 'L7'],
  [
    'values of the same names',
    `**SATA drives**${block('DISK=/dev/sda  ')}\n**NVMe drives**${block('DISK=/dev/nvme0 # the first')}`,
    'L5',
  ],
  [
    'names of options before their blocks',
    `We have a few options:\n\n- **default option** (slow)\n${block('x-ctl a')}\n- **delta option**\n${block('x-ctl b')}`,
    'L7',
  ],
  ['by whom', `**Manual:**${block('x-ctl a')}\n**Automated:**${block('x-ctl b')}`, 'L5'],
  [
    'what it is taken from',
    `### From a snapshot${block('x-ctl a')}\n### From a dump${block('x-ctl b')}`,
    'L5',
  ],
  ['a stroke', 'Restart it: `systemctl restart web` / `docker restart web`.\n', 'L5'],
  ['a stroke between tasks', 'Run `mvn flyway:migrate` / `make migrate`.\n', 'L5'],
  ['the next sentence', 'Restart it with `nginx -s stop`. Alternatively, `docker restart web`.\n', 'L5'],
  ['whichever', `Use whichever applies:${block('docker x\nsystemctl x')}`, 'L8'],
  [
    'an alternative',
    `Copy it:${block('cp x y')}\nAn alternative (it may be faster):${block('rsync x y')}`,
    'L8',
  ],
  ['firmware', `**GRUB**${block('x-ctl grub')}\n**systemd-boot**${block('x-ctl efi')}`, 'L5'],
  [
    'what is recommended',
    `### Scripted backup (recommended)${block('./backup.sh')}\n### Own backup (last resort)${block('pg_dump shop')}`,
    'L5',
  ],
  [
    'what it is made from',
    `### Using Go${block('go install x@1')}\n### From source${block('git checkout v1')}`,
    'L5',
  ],
  ['contrasts', `### Planned failover${block('a-ctl -p')}\n### Unplanned failover${block('b-ctl -u')}`, 'L5'],
  [
    'instead of',
    `Undo:${block('kubectl rollout undo web')}\nInstead of undoing you can pin it:${block('kubectl set image web web=web:1')}`,
    'L8',
  ],
  [
    'cases of one thing',
    `If the file is packed, use this command to unpack it:${block('gzip -d x')}\nIf the file is plain, use this command to unpack it:${block('cp x y')}`,
    'L8',
  ],
  [
    'a case and its opposite',
    `If the store is up, ask it:${block('x-ctl q')}\nIf the store is not up, read its log:${block('tail x.log')}`,
    'L8',
  ],
  [
    'what one can also do',
    `Unpause it:${block('x-ctl u')}\nYou can also unpause it by hand:${block('x-ctl e')}`,
    'L8',
  ],
  [
    'whom they are for',
    `For clusters of version 3, it is in the leader:${block('x-ctl l')}\nFor clusters of version 4 or later, it is in the node:${block('x-ctl n')}`,
    'L8',
  ],
  [
    'what is used',
    `If you use Docker, run:${block('docker x')}\nIf you use systemd, run:${block('sv x')}`,
    'L8',
  ],
  [
    'versions',
    `For OpenShift 4.13 and earlier:${block('oc get x')}\nFor OpenShift 4.14 and later:${block('oc get y')}`,
    'L8',
  ],
])('two ways told by %s', (_, text, choice) => {
  expect(choicesIn(text)).toEqual([`${choice}.1`, `${choice}.2`]);
});

test('an option in a block goes on to the next, and the last to a look at what came of it', () => {
  const first = '# Option 1: go back\nV=$(x-ctl last)\n\nx-ctl use $V\n';
  const second = '# Option 2: mend it\n# It may be a cache.\n\n# Look for it\ngrep -r cache src/\n';
  expect(choicesIn(`\`\`\`\n${first}\n${second}\n# Verify\nkubectl get pods\n\`\`\`\n`)).toEqual([
    'L7.1',
    'L7.1',
    'L7.2',
    undefined,
  ]);
});

test.each([
  [
    'options of which one is typed',
    'There are two options:\n\n1. Ask for more.\n2. Restart it: `nginx -s stop`\n',
  ],
  [
    'what is done by hand before',
    `Restart it in the console.\n\nAlternatively, run:${block('nginx -s stop')}`,
  ],
  ['what is done by hand', `You can restart it in the UI, or by running:${block('nginx -s stop')}`],
  ['a console before', `Copy it in the console.\n\nOr, via the CLI:${block('aws rds copy x')}`],
  ['a query before', `Look in the portal.\n\nOr directly:${block('az servicebus queue show')}`],
  [
    'an option that is told',
    `Option 1: skip it:${block('x-ctl skip')}\nOption 2: make it anew:\n\n- stop it\n- start it\n`,
  ],
  [
    'a label of one, text of another',
    `**Option 1: By SQL**${block('x-ctl q')}\n**Option 2: Restore it**\nIf that is too risky.\n`,
  ],
  ['a terminal, and then a page', 'From the command line: `nginx -s stop`.\n\nIn the web UI: press Stop.\n'],
  [
    'a page, and then a terminal',
    `In the web UI: press Stop.\n\nFrom the command line:${block('nginx -s stop')}`,
  ],
  ['brackets without code before', 'Restart the process (or `systemctl restart web`).\n'],
  ['a page in brackets', 'Sync it: `argocd app sync web` (or use UI)\n'],
  ['a page within the sentence', 'Stop it in the web UI, or run `nginx -s stop`.\n'],
  ['a page after it', 'Run `nginx -s stop` or use the dashboard.\n'],
  ['a line of code that is led to', 'You can either use the dashboard or this command:\n\n`nginx -s stop`\n'],
  [
    'an item that is not typed',
    'Restore it:\n\n- from the command line: `nginx -s stop`\n- or in the webadmin\n',
  ],
  ['a remark', '```\nnginx -s stop  # or: docker stop web\n```\n'],
])('one way beside others that are not typed: %s', (_, text) => {
  expect(choicesIn(text)).toHaveLength(1);
  expect(choicesIn(text)[0]).toMatch(/^L\d+\.1$/);
});

test.each([
  ['two looks', 'Check `systemctl status web` / `journalctl -u web`.\n'],
  [
    'hosts that are headings',
    `### From the old host${block('x-ctl a')}\n### From the new host${block('x-ctl b')}`,
  ],
  ['hosts', `On the primary:${block('x-ctl a')}\nOn the replica:${block('x-ctl b')}`],
  ['things', `For the web:${block('x-ctl a')}\nFor Grafana:${block('x-ctl b')}`],
  ['remarks on hosts', '```\n# On master nodes\nx-ctl a\n# On worker nodes\nx-ctl b\n```\n'],
  ['versions of two things', '```\nx-ctl a  # web 1.2\nx-ctl b  # api 1.3\n```\n'],
  ['ports', '```\nx-ctl a  # port 8080\nx-ctl b  # port 8081\n```\n'],
  [
    'what is made by a timer besides',
    `### Manual backup${block('pg_dump x')}\n### Automated backup\n\nIt runs daily.${block('x-ctl b')}`,
  ],
  [
    'what is looked for in several places',
    `Check one of the following logs:${block('tail -1 a\ntail -1 b')}`,
  ],
  ['what is restarted', '```\n# Restart it (nginx)\nx-ctl a\n# Restart it (postgres)\nx-ctl b\n```\n'],
  ['another look', `Look at it:${block('x-ctl show')}\nYou can also look at the log:${block('tail x.log')}`],
  [
    'two things in two cases',
    `If the pod is late, look at it:${block('x-ctl p')}\nIf the node is late, drain it:${block('x-ctl n')}`,
  ],
  [
    'remarks that name what is restarted',
    '```\nsystemctl restart nginx  # nginx\nsystemctl restart pg  # postgres\n```\n',
  ],
  [
    'a name of what the block runs',
    `Look:${block('knife node show web')}\nIf not restore it via \`knife node from file\`:${block('knife node from file web.json')}`,
  ],
  [
    'sections that are more than the ways that are counted',
    `There are two ways to install it, either in the toolbox or in a pod.\n\n### Install the toolbox${block('docker ps')}\n### Commands${block('curl http://web/')}\n### Symptoms\n\nNone.\n`,
  ],
  [
    'what is for now, and what for later',
    `For immediate relief:${block('./cleanup.sh a')}\nFor long-term care:${block('./rotate.sh a')}`,
  ],
  [
    'approaches to look in',
    `Two approaches can be used for the diagnosis.\n\n### Shell checks${block('docker ps')}\n### Remote queries${block('curl http://web/')}`,
  ],
  [
    'strategies for two ends',
    `### Upgrade strategy${block('docker pull shop')}\n### Backup strategy${block('docker cp shop:/data .')}`,
  ],
  [
    'solutions that are tried one after the other',
    `### Solution 1: again${block('nginx -s reload')}\n### Solution 2: anew${block('nginx -s stop')}`,
  ],
  [
    'what is for other things',
    `### Automatic rotation${block('kubectl get cronjob x')}\n### Manual rotation\n\nFor secrets that are not rotated automatically:${block('vault read x')}`,
  ],
  [
    'headings of two looks',
    `### Local checks${block('docker ps')}\n### Remote checks${block('curl http://web/')}`,
  ],
  [
    'a table by service',
    '| Service | Command |\n|--|--|\n| a | `docker logs a` |\n| b | `docker logs b` |\n',
  ],
])('no choice in %s', (_, text) => {
  expect(choicesIn(text)).toEqual([undefined, undefined]);
});

const withAlternative = (text: string): string =>
  `### Unblock it\n\n\`\`\`bash\nufw allow 22\n\`\`\`\n\n### Alternative: reset it\n\n${text}\n\n\`\`\`bash\nufw --force reset\n\`\`\`\n`;

test('what is called an alternative and is only tried when nothing works is no way of a choice', () => {
  expect(choicesIn(withAlternative('It takes a minute.'))).toHaveLength(2);
  expect(choicesIn(withAlternative('It takes a minute.'))).not.toContain(undefined);
  expect(choicesIn(withAlternative('**If nothing works, reset it:**'))).toEqual([undefined, undefined]);
});

test('a method to fall back on is no way of a choice', () => {
  const sections =
    '### Primary method\n\n```bash\nufw allow 22\n```\n\n### Second method\n\n```bash\nufw disable\n```\n';
  expect(choicesIn(sections)).not.toContain(undefined);
  expect(choicesIn(sections.replace('Second', 'Fallback'))).toEqual([undefined, undefined]);
});
