import { expect, test } from 'vitest';
import { commandsIn, textsIn } from '../../../test/support/commands-in.ts';

test('a here-document in a block that is named after its content, and a substitution over two lines, are typed', () => {
  expect(textsIn('```yaml\ncat <<EOF > pod.yaml\nkind: Pod\nEOF\n```\n')).toEqual([
    ['cat <<EOF > pod.yaml\nkind: Pod\nEOF', undefined],
  ]);
  expect(textsIn("```bash\nHOST=$(oc get routes/main\n--no-headers | awk '{print $2}')\n```\n")).toHaveLength(
    1,
  );
});

test('what is printed, and a file’s content, are not typed though commands stand in it', () => {
  expect(
    textsIn('Results:\n\n```text\nRelease "shop" does not exist.\n\n   export IP=$(minikube ip)\n```\n'),
  ).toEqual([]);
  expect(
    textsIn('```text\n#cloud-config\nupdate: true\nruncmd:\n  - |\n    docker compose up -d\n```\n'),
  ).toEqual([]);
  const orm = '```python\nfrom shop.models import Order\nOrder.objects.count()\n```\n';
  const printed = "\nIt returns something like:\n\n```python\n{'id': 13}\n```\n";
  expect(textsIn(orm + printed).map(([text]) => text)).toEqual([
    'from shop.models import Order',
    'Order.objects.count()',
  ]);
});

test('what opens a shell is typed, though only the prompts of that shell are shown', () => {
  const lines = ['oc debug node/n1', 'sh-4.4# chroot /host', 'sh-4.4# crictl ps', 'CONTAINER IMAGE'];
  expect(textsIn(`\`\`\`\n${lines.join('\n')}\n\`\`\`\n`)).toHaveLength(3);
  expect(textsIn('```\nAll is well\nsh-4.4# crictl ps\n```\n')).toHaveLength(1);
});

test('a transcript after "an output such as …, e.g." is a sample', () => {
  expect(textsIn('You get an output with a warning, e.g.\n\n```\n$ ceph -s\nHEALTH_WARN\n```\n')).toEqual([]);
});

test('a transcript of nothing but what is typed is told, though it "could look like" it', () => {
  const intro = 'It is easiest with a new disk. This could look something like:';
  const typed = '$ DISK=/dev/vdb  # the new one\n\n$ # Then:\n$ mkfs.ext4 "$DISK"';
  expect(textsIn(`${intro}\n\n\`\`\`console\n${typed}\n\`\`\`\n`)).toHaveLength(2);
  expect(textsIn(`${intro}\n\n\`\`\`console\n${typed}\nmke2fs 1.47\n\`\`\`\n`)).toEqual([]);
});

test('a loop goes on at the prompt for more of the same, which a redirection is not', () => {
  const loop = '$ for n in 1 2; do\n>   echo "$n"\n> done\n1\n2\n$ date';
  expect(textsIn(`\`\`\`\n${loop}\n\`\`\`\n`).map(([text]) => text)).toEqual([
    'for n in 1 2; do\n  echo "$n"\ndone',
    'date',
  ]);
  expect(textsIn('```\n$ npm test\n> web@1.0 test\n> vitest\n$ date\n```\n').map(([text]) => text)).toEqual([
    'npm test',
    'date',
  ]);
});

test('numbers before what is typed are none of it, where all lines have one', () => {
  expect(textsIn('```\n1. systemctl stop web\n2. systemctl start web\n```\n').map(([text]) => text)).toEqual([
    'systemctl stop web',
    'systemctl start web',
  ]);
  expect(textsIn('```\n1. Stop the web\n2. systemctl start web\n```\n')).toEqual([]);
  expect(textsIn('```\n1. make sure it is up\n2. test the page\n```\n')).toEqual([]);
});

test('variables of PowerShell are set', () => {
  expect(
    textsIn('```powershell\n$env:KUBECONFIG = "c.yaml"\n$node = Get-Content node.txt\n```\n'),
  ).toHaveLength(2);
  expect(textsIn('```\n$total = 5\n```\n')).toEqual([]);
});

test('a service of Windows is stopped by its name', () => {
  expect(textsIn('```\nnet stop OracleService<SID>\n```\n')).toHaveLength(1);
  expect(textsIn('```\nnet worth\n```\n')).toEqual([]);
});

test('a quote that is never closed ends with its line where the next begins alike', () => {
  const apart = ["ssh web 'sudo reload", "ssh api 'sudo reload"];
  const whole = ["ssh web 'echo one", "echo two'"];
  expect([apart, whole].map((each) => textsIn(`\`\`\`\n${each.join('\n')}\n\`\`\`\n`).length)).toEqual([
    2, 1,
  ]);
});

test('a remark between options does not cut a command in two, and a stack trace is none', () => {
  const lines = ['docker run \\', '  -e A=1 \\', '  # the port', '  -p 80:80 \\', '  nginx'];
  expect(textsIn(`\`\`\`bash\n${lines.join('\n')}\n\`\`\`\n`)).toHaveLength(1);
  expect(textsIn('```\nkubectl logs web-0\nError: refused\n    at foo (bar.js:1)\n```\n')).toHaveLength(1);
});

test('other signs of prompts, and a remark that names the source', () => {
  expect(textsIn('```\n› kubectl get apiservice\nNAME  AVAILABLE\n```\n')).toHaveLength(1);
  expect(textsIn('```\n# app/redis_client.py\npool = Pool(\n```\n')).toEqual([]);
});

test('prompts that lost their sign, and paths that look like prompts', () => {
  const lines = ['root@db: createdb -h db shop', 'Password:', 'root@db: cd /opt/backups', 'root@db: 3 files'];
  expect(textsIn(`\`\`\`bash\n${lines.join('\n')}\n\`\`\`\n`).map(([text]) => text)).toEqual([
    'createdb -h db shop',
    'cd /opt/backups',
  ]);
  expect(textsIn('```\nC:\\Users\\<user>\\AppData\\Local\n```\n')).toEqual([]);
});

test('a service is controlled in a line of prose, and a path after its label is only named', () => {
  expect(textsIn('service etcd restart\n').map(([text]) => text)).toEqual(['service etcd restart']);
  expect(textsIn('service is down\n')).toEqual([]);
  expect(textsIn('- **Management script**: `/opt/shop/manage.sh`\n')).toEqual([]);
});

test('a file’s content and examples are shown, not typed', () => {
  const sql = '\n\n```sql\nALTER TABLE shop ADD COLUMN x text;\n```\n';
  expect(textsIn(`Original migration (\`1_add.sql\`):${sql}`)).toEqual([]);
  expect(textsIn(`**Good examples** (easily undone):${sql}`)).toEqual([]);
  expect(textsIn(`Run what is in \`1_add.sql\`:${sql}`)).toHaveLength(1);
  expect(textsIn('Create `monitor.sh`:\n\n```bash\n#!/bin/sh\nwhile true; do sleep 1; done\n```\n')).toEqual(
    [],
  );
  const script = '```bash\n#!/bin/bash\n# gc-monitor.sh - each half minute\necho one\n```\n';
  expect(textsIn(`Look at the collector:\n\n${script}`)).toEqual([]);
  expect(textsIn(`Type:\n\n${script.replace('# gc-monitor.sh - each half minute', '')}`)).toHaveLength(1);
  expect(textsIn('Then there is `monitor.sh`:\n\n```bash\n./monitor.sh --once\n```\n')).toHaveLength(1);
});

test('spaces after a backslash do not cut a command in two', () => {
  const command = 'docker run --rm \\ \n  -v /a:/a \\  \n  shop';
  expect(textsIn(`\`\`\`bash\n${command}\n\`\`\`\n`)).toEqual([[command, undefined]]);
});

test('psql’s own commands end with their line, also after a remark', () => {
  const own = '-- compare\n\\d+ shop\n\\d+ shop_new\n\nSELECT 1;';
  expect(textsIn(`\`\`\`sql\n${own}\n\`\`\`\n`)).toHaveLength(3);
});

test('what is watched is typed, too', () => {
  expect(textsIn('```\n# on both, run\nwatch redis-cli info replication\n```\n')).toHaveLength(1);
  expect(textsIn('```\nwatch the log\n```\n')).toEqual([]);
});

test('root’s prompt before a table that looks like assignments', () => {
  const lines = ['# nodetool status', '', 'Datacenter: dc1', 'Status=Up/Down', '|/ State=Normal/Leaving'];
  expect(textsIn(`\`\`\`text\n${lines.join('\n')}\n\`\`\`\n`)).toEqual([['nodetool status', undefined]]);
});

test('what stands in a block of a client’s language without being typed', () => {
  const ruby = ['rs = Sidekiq::RetrySet.new', '=> #<Sidekiq::RetrySet @size=408>', 'rs.size', '=> 408'];
  expect(
    textsIn(`In the Rails console:\n\n\`\`\`ruby\n${ruby.join('\n')}\n\`\`\`\n`).map(([text]) => text),
  ).toEqual(['rs = Sidekiq::RetrySet.new', 'rs.size']);
  expect(textsIn('```sql\nFROM Transaction\nSELECT count(*)\n```\n')).toEqual([]);
  expect(textsIn('```sql\nSELECT count(*)\nFROM shop\n```\n')).toHaveLength(1);
});

test('statements with `> ` as prompt tell by themselves what client they are for', () => {
  expect(textsIn("```\n> config set maxmemory '256mb'\n```\n")).toEqual([
    ["config set maxmemory '256mb'", undefined],
  ]);
  expect(textsIn('```\n> some text that is quoted\n```\n')).toEqual([]);
});

test('SQL on a line of its own in a block of a shell', () => {
  expect(
    textsIn('```bash\npg_isready -h db\n# locks\nSELECT * FROM pg_locks;\n```\n').map(([text]) => text),
  ).toEqual(['pg_isready -h db', 'SELECT * FROM pg_locks;']);
  expect(textsIn('```\npsql -c "select 1"\nSELECT 1\n```\n')).toHaveLength(1);
});

test('Markdown in the tags of a site is read, and tags in a block are its own', () => {
  const wrapped =
    '<section class="tabs" markdown="1">\n{% include copy.html %}\n~~~ shell\n$ kubectl get pvc\n~~~\n</section>\n';
  expect(textsIn(wrapped)).toEqual([['kubectl get pvc', undefined]]);
  const inside = "```bash\ncat > x <<'EOF'\n<div>\n{% raw %}\nEOF\n```\n";
  expect(textsIn(inside)).toEqual([["cat > x <<'EOF'\n<div>\n{% raw %}\nEOF", undefined]]);
});

test('what a section warns of is not to be run', () => {
  const commands = '\n```bash\ndocker system prune -a\n```\n';
  expect(textsIn(`# Disk\n\n## Dangerous commands (avoid unless you know why)\n${commands}`)).toEqual([]);
  expect(textsIn(`# Disk\n\n## Free space\n${commands}`)).toHaveLength(1);
});

test('a block that is marked as a shell’s may hold the language of another shell', () => {
  expect(textsIn('```sh\nImage | build | export out.tar\n```\n')).toHaveLength(1);
  expect(textsIn('```\nImage | build | export out.tar\n```\n')).toEqual([]);
});

test('what one does anyway is not told; a client in brackets and a sentence without its full stop are', () => {
  expect(textsIn('We currently use the pipeline to `terraform apply` it.\n')).toEqual([]);
  expect(textsIn('1. **Restart**: Executes `systemctl restart web`.\n')).toEqual([]);
  expect(textsIn('A command to do this is `kubectl delete pod web-0`\n')).toHaveLength(1);
  expect(textsIn('Try to connect to the database (`gitlab-psql`) until it answers.\n')).toHaveLength(1);
  expect(textsIn('Retrieve the token and set it `export TOKEN=abc` It is read later.\n')).toHaveLength(1);
});

test('code over two lines is one line, and what one is able to run is not told', () => {
  expect(textsIn('Restart it with `systemctl\nrestart web` if it hangs.\n')).toEqual([
    ['systemctl restart web', 'it hangs'],
  ]);
  expect(textsIn('Your key must be added so that you are able to run `git-crypt unlock`.\n')).toEqual([]);
});

test('a fence that is indented so far that Markdown takes it for code is a fence all the same', () => {
  const fence = ['```', 'openssl x509 -noout -in a.crt | openssl md5', 'openssl rsa -noout -in a.key', '```'];
  expect(textsIn(`They must match:\n\n${fence.map((line) => `    ${line}`).join('\n')}\n`)).toHaveLength(2);
  // One that shows a fence is no such.
  expect(textsIn('````\n```\nls -l\n```\n````\n')).toHaveLength(0);
});

test('a folder before what is typed is a prompt, and a sign of change before what is planned is none', () => {
  expect(textsIn('```\n~ knife vault show shop\n_default\n```\n').map(([text]) => text)).toEqual([
    'knife vault show shop',
  ]);
  expect(textsIn('```\n  ~ resource "aws_instance" "web" {\n      ~ tags = {}\n```\n')).toEqual([]);
});

test('a host’s name with a glued sign is a prompt, in a screen, too', () => {
  const block = '```screen\nstore# ./list-objects.py --bucket shop\nbare/shop-1.tar.gz\n```\n';
  expect(textsIn(block)).toEqual([['./list-objects.py --bucket shop', undefined]]);
  expect(textsIn(block.replace(/store#.*\n/, ''))).toEqual([]);
});

test('a list of boxes to tick, and the heads of a table that is printed, are not typed', () => {
  expect(textsIn('```\nROLLBACK\n[ ] Severity assessed (P0/P1)\n[x] Alias set\n```\n')).toEqual([]);
  expect(textsIn('```bash\n[ -f /tmp/lock ] && rm /tmp/lock\n```\n')).toHaveLength(1);
  const table =
    'psql -c "select oid, datname from pg_database"\n\n# It prints:\n\n oid | datname\n-----+--------\n 1 | shop\n';
  expect(textsIn(`\`\`\`\n${table}\`\`\`\n`)).toHaveLength(1);
});

test('what empties a log is typed, and a line that ends with an escaped semicolon', () => {
  expect(textsIn('```bash\n: > /var/log/shop.log\n```\n')).toHaveLength(1);
  expect(textsIn('Find them:\n\nsudo find / -type f -size +1G -exec ls -lh {} \\;\n')).toHaveLength(1);
});

test('a script that a comment names before its first line is a file’s content', () => {
  const script = '# /usr/local/bin/clean.sh\n#!/bin/bash\nrm -rf /var/tmp/shop\n';
  expect(textsIn(`\`\`\`bash\n${script}\`\`\`\n`)).toEqual([]);
  expect(textsIn(`\`\`\`bash\n${script.replace('#!/bin/bash\n', '')}\`\`\`\n`)).toHaveLength(1);
});

const linesIn = (text: string): readonly (readonly [string, number])[] =>
  commandsIn(text).map(({ where, lines }) => [where, lines[0]]);

test('indented code keeps its lines, whatever blank lines come after it', () => {
  const text = 'Then:\n\n    sudo systemctl stop ssh\n    sudo sshd -t\n    \n     \nNow try.\n';
  expect(linesIn(text)).toEqual([
    ['indented', 3],
    ['indented', 4],
  ]);
  expect(linesIn(text.replaceAll('\n     \n', '\n'))).toEqual(linesIn(text));
  expect(linesIn('```\nsudo systemctl stop ssh')).toEqual([['fence', 2]]);
});

test('configuration, tables that were printed and errors that were logged are not typed', () => {
  expect(textsIn('```bash\n/var/log/app.log {\n  daily\n}\n```\n')).toEqual([]);
  expect(textsIn('```bash\n/opt/app/run { daily\n```\n')).toHaveLength(1);
  expect(textsIn('```mysql\n[mysqld]\nserver-id=1\n```\n')).toEqual([]);
  const printed = '\nResults:\n relname | size\n---------+------\n shop | 8 kB\n';
  expect(textsIn(`\`\`\`sql\nselect relname from pg_class;\n${printed}\`\`\`\n`)).toHaveLength(1);
  expect(
    textsIn('### Logs to check\n\n- `[STARTUP] Database failed`\n- `connect ECONNREFUSED db:5432`\n'),
  ).toEqual([]);
  expect(textsIn('### To check\n\n- `systemctl status shop`\n')).toHaveLength(1);
});

test('prompts of a manual, and a client that is opened on a line of its own', () => {
  const lines = ['shell> mysqldump --all-databases > dump.sql', 'mysql > SHOW MASTER STATUS;'];
  expect(commandsIn(`\`\`\`mysql\n${lines.join('\n')}\n\`\`\`\n`).map(({ kind }) => kind)).toEqual([
    'shell',
    'client',
  ]);
  expect(commandsIn('Start it:\n\n`redis-cli`\n\nList all:\n\n`KEYS *`\n').map(({ kind }) => kind)).toEqual([
    'shell',
    'client',
  ]);
  expect(textsIn('List all:\n\n`KEYS *`\n')).toEqual([]);
});

test('a script to paste is content, also after a list that leads to it', () => {
  const script = '\n```bash\n#!/bin/bash\nufw --force reset\n```\n';
  expect(textsIn(`1. Change it:\n   - Open the page\n   - Add this script:\n${script}`)).toEqual([]);
  expect(textsIn(`1. Change it:\n   - Open the page\n   - Run:\n${script}`)).toHaveLength(1);
});

const nightly = (lines: number): string =>
  `\`\`\`bash\n#!/bin/bash\nset -eu\n${'gzip -k /srv/shop/dump\n'.repeat(lines)}\`\`\`\n`;

test('a long script with its first line is a file’s content, unless the text says to run it', () => {
  expect(textsIn(`## Each night\n\n${nightly(12)}`)).toEqual([]);
  expect(textsIn(`## Each night\n\n${nightly(4)}`)).toHaveLength(5);
  expect(textsIn(`Run this:\n\n${nightly(12)}`)).toHaveLength(13);
});

test('a command that leads to a file’s text stands in a block that is named after it', () => {
  const block = '```yaml\n# Edit it\nkubectl edit kafka shop\n\n# More memory:\nspec:\n  memory: 4Gi\n```\n';
  expect(textsIn(block).map(([text]) => text)).toEqual(['kubectl edit kafka shop']);
  expect(textsIn(block.replace('kubectl edit kafka shop', 'run: kubectl edit kafka'))).toEqual([]);
});

test('a heading that is a whole command is typed', () => {
  expect(textsIn('# TLS\n\n### `kubectl get ns shop -o yaml`\n\n```\nkind: Namespace\n```\n')).toHaveLength(
    1,
  );
  expect(textsIn('# TLS\n\n### `kubectl get`\n\nIt shows them.\n')).toEqual([]);
});

test('what `ls -l` and a client of SQL printed is not typed', () => {
  expect(
    textsIn('```bash\nls -l /dev/disk\nlrwxrwxrwx 1 root root 9 ata-1 -> ../../sdd\n```\n'),
  ).toHaveLength(1);
  const query =
    'SELECT *\nFROM system.clusters\n\nQuery id: 5f8c\n\n┌─cluster─┐\n│ shop │\n└─────────┘\n\n1 rows in set.\n';
  expect(textsIn(`\`\`\`sql\n${query}\n\`\`\`\n`)).toEqual([['SELECT *\nFROM system.clusters', undefined]]);
  expect(textsIn(`\`\`\`sql\n${query.replace('clusters', 'clusters;')}\nSELECT 2;\n\`\`\`\n`)).toHaveLength(
    2,
  );
});

test('what is done by running it is typed', () => {
  expect(textsIn("* stop it by running 'service web stop'\n")).toEqual([['service web stop', undefined]]);
  expect(textsIn("* stop it by running 'the usual script'\n")).toEqual([]);
  const items = 'Join it by:\n\n* editing the file\n* running `service web start`\n';
  expect(textsIn(items)).toEqual([['service web start', undefined]]);
  expect(textsIn(items.replace('running', 'reading about'))).toEqual([]);
});

test('what a label tells to do is typed after it', () => {
  expect(textsIn('- Reload nginx: nginx -s reload\n')).toEqual([['nginx -s reload', undefined]]);
  expect(textsIn('- Restart nginx: it takes a while\n')).toEqual([]);
});
