import { expect, test } from 'vitest';
import { textsIn } from '../../../test/support/commands-in.ts';

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

test('a list of boxes to tick, and the heads of a table that is printed, are not typed', () => {
  expect(textsIn('```\nROLLBACK\n[ ] Severity assessed (P0/P1)\n[x] Alias set\n```\n')).toEqual([]);
  expect(textsIn('```bash\n[ -f /tmp/lock ] && rm /tmp/lock\n```\n')).toHaveLength(1);
  const table =
    'psql -c "select oid, datname from pg_database"\n\n# It prints:\n\n oid | datname\n-----+--------\n 1 | shop\n';
  expect(textsIn(`\`\`\`\n${table}\`\`\`\n`)).toHaveLength(1);
});

test('a script that a comment names before its first line is a file’s content', () => {
  const script = '# /usr/local/bin/clean.sh\n#!/bin/bash\nrm -rf /var/tmp/shop\n';
  expect(textsIn(`\`\`\`bash\n${script}\`\`\`\n`)).toEqual([]);
  expect(textsIn(`\`\`\`bash\n${script.replace('#!/bin/bash\n', '')}\`\`\`\n`)).toHaveLength(1);
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

test('a script to paste is content, also after a list that leads to it', () => {
  const script = '\n```bash\n#!/bin/bash\nufw --force reset\n```\n';
  expect(textsIn(`1. Change it:\n   - Open the page\n   - Add this script:\n${script}`)).toEqual([]);
  expect(textsIn(`1. Change it:\n   - Open the page\n   - Run:\n${script}`)).toHaveLength(1);
  expect(textsIn(`A script is provided below.\n${script}`)).toEqual([]);
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
