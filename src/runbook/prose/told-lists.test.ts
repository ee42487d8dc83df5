import { expect, test } from 'vitest';
import { commandsIn } from '../../../test/support/commands-in.ts';

const typedIn = (text: string): readonly string[] => commandsIn(text).map(({ text: own }) => own);

test('steps that begin with a command and go on with what it does', () => {
  const steps = '1. `git pull` pulls the newest release\n2. `cp -r conf old_conf` a copy of the settings\n';
  expect(typedIn(steps)).toEqual(['git pull', 'cp -r conf old_conf']);
  expect(typedIn(`## Update the shop\n\n${steps}`)).toHaveLength(2);
  expect(typedIn(`## How the update works\n\n${steps}`)).toEqual([]);
  expect(typedIn(`The pipeline does:\n\n${steps}`)).toEqual([]);
  expect(typedIn('1. `git pull` fails with a conflict.\n2. `kubectl get pods` output is empty.\n')).toEqual(
    [],
  );
  expect(typedIn('1. `git push` rejected\n2. `npm install` timeout\n')).toEqual([]);
  expect(typedIn('1. Something is wrong. `kubectl get pods` lists the pods.\n')).toEqual([]);
});

test('a list of nothing but commands and what they do', () => {
  const items = '- `df -h` space left\n- `systemctl restart shop` restarts the shop\n';
  expect(typedIn(`## Useful commands\n\n${items}`)).toEqual(['df -h', 'systemctl restart shop']);
  expect(typedIn(`## Useful commands\n\n${items}- \`shopd\` is the daemon\n`)).toEqual([]);
  expect(typedIn(`## Symptoms\n\n${items}`)).toEqual([]);
});

const waysIn = (text: string): number =>
  commandsIn(text).filter(({ flags }) => flags.includes('alternative')).length;

test('another way in brackets behind a command', () => {
  expect(
    waysIn('Force it: `cmctl renew shop` (or, without cmctl, delete the secret: `rm secret.pem`)\n'),
  ).toBe(2);
  expect(waysIn('Force it: `cmctl renew shop` (then delete the secret: `rm secret.pem`)\n')).toBe(0);
});

test('a look, and what to do instead', () => {
  expect(waysIn('- VPN: `tailscale status` or restart it: `systemctl restart tailscaled`\n')).toBe(0);
  expect(waysIn('- VPN: `systemctl restart tailscaled` or restart the host.\n')).toBe(1);
});

test('one command with several options: ways to choose from', () => {
  const restarts =
    '- `systemctl restart shop` waits for all\n- `systemctl restart shop --force` kills them\n';
  expect(waysIn(`## Restart\n\n${restarts}`)).toBe(2);
  expect(waysIn('## Look\n\n- `kubectl get pods` lists them\n- `kubectl get pods -A` lists all\n')).toBe(0);
  expect(waysIn('## Update\n\n- `git pull` gets it\n- `make clean` cleans\n')).toBe(0);
});

test('a list that explains the parts of a command', () => {
  const parts = '- `grep -q shop` → looks for it\n- `awk -F: 1` - all of it\n';
  expect(typedIn(`Line by line:\n\n${parts}`)).toEqual([]);
  expect(typedIn(`What these commands do:\n\n${parts}`)).toEqual([]);
  expect(typedIn(`In the above example, we:\n\n${parts}`)).toEqual([]);
  expect(typedIn(`Find out what the process does:\n\n${parts}`)).toHaveLength(2);
  expect(typedIn(`As explained, look for it:\n\n${parts}`)).toHaveLength(2);
});

test('a list of the parts of a pipeline that was typed', () => {
  const pipe = '```\ncat access.log |grep -v bot | sort | uniq -c\n```\n\nIt takes a while.\n\n';
  const parts = '- `grep -v bot`: leaves out what bots ask\n- `uniq -c`: counts lines\n';
  expect(typedIn(`${pipe}${parts}`)).toHaveLength(1);
  expect(typedIn(`${pipe}- \`uniq -c\`: counts lines\n- \`df -h\`: shows disks\n`)).toHaveLength(3);
});

test('messages that stand on a line of their own', () => {
  expect(typedIn('You see errors like:\n\n- `duplicate key value violates constraint ...`\n')).toEqual([]);
  expect(typedIn('Type:\n\n- `duplicate key shop`\n')).toHaveLength(1);
});

test('a line that names what the command on the next one is for', () => {
  expect(typedIn('Space left on the disk\n`df -h` (as any user)\n')).toEqual(['df -h']);
  expect(typedIn('1. Start both\n   `systemctl start a`\n   `systemctl start b`\n')).toHaveLength(2);
  expect(typedIn('- `docker ps` # which are up\n- `systemctl stop web` => stops it\n')).toHaveLength(2);
  expect(typedIn('The nodes are those of the\n`kubectl get pods -A`\n')).toEqual([]);
  expect(typedIn('Error in the log\n`git push rejected by a hook`\n')).toEqual([]);
  expect(
    typedIn('The pods are shown by the usual tool for it\n`kubectl get pods`\nand by others.\n'),
  ).toEqual([]);
});

const rows = (...cells: readonly string[]): string =>
  `| Symptom | Fix |\n|---|---|\n${cells.map((cell) => `| ${cell} |\n`).join('')}`;

test('steps within a cell, with numbers or dots', () => {
  expect(typedIn(rows('slow | 1. `kubectl get pods`<br>2. `kubectl top pods`'))).toHaveLength(2);
  expect(typedIn(rows('slow | (1) `kubectl get pods` (2) `kubectl top pods`'))).toHaveLength(2);
  expect(typedIn(rows('slow | • `kubectl get pods`<br/>• `kubectl top pods`'))).toHaveLength(2);
  expect(typedIn(rows('slow | `kubectl get pods` + `kubectl top pods`'))).toHaveLength(2);
  expect(typedIn(rows('slow | `sinfo -p gpu` (by queue)<br>`sinfo -N` (by node)'))).toHaveLength(2);
  expect(typedIn(rows('slow | `journalctl -u shop` / `tail /var/log/shop.log`'))).toHaveLength(2);
  expect(typedIn(rows('slow | `read` / `write`'))).toEqual([]);
  expect(typedIn(rows('slow | 1. `kubectl`<br>2. `shop.yaml`'))).toEqual([]);
});

test('a column of messages holds none, though their first words are programs', () => {
  expect(typedIn(rows('`host not found` | ask', '`git push` rejected | `git pull --rebase`'))).toEqual([
    'git pull --rebase',
  ]);
  expect(typedIn('| Command | For |\n|---|---|\n| `host not-found.example` | dns |\n')).toHaveLength(1);
});

test('a table of commands keeps those that a block shows again', () => {
  const block = '```sh\nshopctl logs -f\nshopctl logs web\n```\n';
  const table = '| Task | Command |\n|---|---|\n| Logs | `shopctl logs -f` |\n\n';
  expect(typedIn(`${table}More:\n\n${block}`)).toHaveLength(3);
  expect(typedIn(`Follow it with \`shopctl logs\`:\n\n${block}`)).toHaveLength(2);
});

test('what is told, and shown by itself in a block with its output, is typed in both places', () => {
  const block = '```sh\n$ shopctl logs -f\nready\n```\n';
  expect(typedIn(`Follow it with \`shopctl logs -f\`:\n\n${block}`)).toHaveLength(2);
  expect(typedIn(`Follow it with \`shopctl logs\`:\n\n${block}`)).toHaveLength(1);
});

test.each([
  'Watch `docker logs shop` for errors.',
  'Monitor `kubectl get pods` until all run.',
  'Keep an eye on `kubectl top nodes` meanwhile.',
])('what is to be watched: %s', (text) => {
  expect(typedIn(`${text}\n`)).toHaveLength(1);
});

test('a figure to watch is none', () => {
  expect(typedIn('Watch `queue_lag` for spikes.\n\nWatch `node` closely.\n')).toEqual([]);
  expect(typedIn('`npm ci` installs all of it.\n')).toEqual([]);
});

test('headings that are commands, where the text says to run them', () => {
  const headings = '### `npm start`\n\nStarts it.\n\n### `npm run build`\n\n### `npm`\n';
  expect(typedIn(`## Scripts\n\nIn this folder, you can run:\n\n${headings}`)).toEqual([
    'npm start',
    'npm run build',
  ]);
  expect(typedIn(`## Scripts\n\nThey are these:\n\n${headings}`)).toEqual([]);
});

test('a block on one line, and its language', () => {
  expect(typedIn('Take it out: ```bash umount /dev/sdb```\n')).toEqual(['umount /dev/sdb']);
  expect(typedIn('Mend it: ```sh mend.sh --all```\n\nStart it: `bash start --all`\n')).toEqual([
    'sh mend.sh --all',
    'bash start --all',
  ]);
});

test('a program alone, among commands or after their name', () => {
  expect(typedIn('Commands:\n\n- `df -h`\n- `nmon` - the load\n')).toEqual(['df -h', 'nmon']);
  expect(typedIn('Packages:\n\n- `htop`\n- `nmon` - the load\n')).toEqual([]);
  expect(typedIn('1. `sync`\n2. `async`\n')).toEqual([]);
  expect(typedIn('Useful commands: `df -h`, `nmon`\n')).toEqual(['df -h', 'nmon']);
  expect(typedIn('Useful packages: `htop`, `nmon`\n')).toEqual([]);
});

test('each of several commands of one sentence', () => {
  const sentence = 'Stop it `pm2 stop web`, wipe it `rm -rf web` and start it again `pm2 start web`.\n';
  expect(typedIn(sentence)).toHaveLength(3);
  expect(typedIn('The release is printed by `docker version`.\n')).toEqual([]);
});

test('programs that must be there are not run', () => {
  const items = '- Docker\n- `psql`\n';
  expect(typedIn(`The host needs:\n\n${items}`)).toEqual([]);
  expect(typedIn(`Look at the host:\n\n${items}`)).toEqual(['psql']);
  expect(typedIn('The host needs:\n\n- `psql`\n- `apt-get install jq`\n')).toContain('apt-get install jq');
});

test('what a job does, item by item, is not told to the reader', () => {
  expect(typedIn('1. takes `flock /var/lock/shop.lock` (one at a time);\n')).toEqual([]);
  expect(typedIn('1. snapshots the data with `sqlite3 shop.db .backup` to `/srv`;\n')).toEqual([]);
  expect(typedIn('1. snapshot the data with `sqlite3 shop.db .backup` to `/srv`;\n')).toHaveLength(1);
});

const scriptsUnder = (head: string): string =>
  `| ${head} | Use |\n| --- | --- |\n| \`shop-topics.sh\` | View topics |\n| \`shop-groups.sh\` | View groups |\n`;

test('the names of scripts in a table are no commands', () => {
  expect(typedIn(scriptsUnder('Script'))).toEqual([]);
  expect(typedIn(scriptsUnder('Command'))).toHaveLength(2);
});

test('what a client takes, and what it is for', () => {
  const steps =
    '- connect with `mongosh shop`\n- `use shop` switch to the database\n- `db.orders.stats()` to see it\n';
  expect(typedIn(steps)).toEqual(['mongosh shop', 'use shop', 'db.orders.stats()']);
  expect(typedIn('- `rs.slaveOk()` to allow queries\n')).toEqual(['rs.slaveOk()']);
  expect(typedIn('- `rs.slaveOk()` is deprecated\n')).toEqual([]);
  expect(typedIn('- `shop.allow()` to allow queries\n')).toEqual([]);
});

test('steps with letters on the lines of a paragraph', () => {
  const steps =
    '1. Skip it\n\n   a. scale down (`kubectl scale deploy/web --replicas=0`)\n   b. `shop-queue.sh --skip 7`\n   c. scale up\n';
  expect(typedIn(steps)).toEqual(['kubectl scale deploy/web --replicas=0', 'shop-queue.sh --skip 7']);
  expect(typedIn('The queue is\nslow (`shop-queue.sh --skip 7`)\nor full\n')).toEqual([]);
});

const table = (head: string): string =>
  `${head} | Why\n--- | ---\nnomad job status web | placement\nnomad node status -verbose | look\n`;

test('a column of commands without code, one of which surely is typed', () => {
  expect(typedIn(table('Command'))).toEqual(['nomad job status web', 'nomad node status -verbose']);
  expect(typedIn(table('Topic'))).toEqual([]);
  expect(
    typedIn('Command | Why\n--- | ---\nsee the wiki page | all\nnomad node status -verbose | look\n'),
  ).toHaveLength(1);
});

test('two commands with a slash between them', () => {
  expect(typedIn('- last boot: `who -b` / `last reboot | head -3`\n')).toHaveLength(2);
});

test('a column of checks', () => {
  const table =
    '| Symptom | Check |\n| --- | --- |\n| High load | `htop` → process tree |\n| Slow | look (`dig +short web` from the host); wait |\n';
  expect(typedIn(table)).toEqual(['htop', 'dig +short web']);
  expect(typedIn(table.replace('Check', 'Notes'))).toEqual(['dig +short web']);
});

test.each([
  'Do not run these:',
  'Never do any of the following in production:',
  'Two approaches are wrong:',
  'Commands to avoid:',
  '❌ Wrong:',
])('nothing is typed of what "%s" leads to', (intro) => {
  expect(typedIn(`${intro}\n\n- \`docker compose down -v\`: too broad\n- Run \`docker rm web\`\n`)).toEqual(
    [],
  );
  expect(typedIn(`${intro}\n\n| Command |\n|---|\n| \`docker rm web\` |\n`)).toEqual([]);
  expect(typedIn(`${intro}\n\n\`\`\`bash\ndocker rm web\n\`\`\`\n\n- Run \`docker ps\`\n`)).toEqual([
    'docker ps',
  ]);
});

test.each(['Do not run these without a backup:', 'Do not forget to run these:', 'Run these:'])(
  'what "%s" leads to is typed',
  (intro) => {
    expect(typedIn(`${intro}\n\n- \`docker compose down -v\`\n- \`docker rm web\`\n`)).toHaveLength(2);
  },
);

test('a short word of any language joins code where nothing else stands', () => {
  const row = '| Vazifa | Buyruq |\n| --- | --- |\n| Yangilash | `git pull` va `systemctl restart web`. |\n';
  expect(typedIn(row)).toEqual(['git pull', 'systemctl restart web']);
  expect(typedIn(row.replace(' va ', ' vs '))).toEqual([]);
  expect(waysIn('- `systemctl restart web` oder `docker restart web`\n')).toBe(2);
  expect(waysIn('- `systemctl restart web` und `docker restart web`\n')).toBe(0);
});
