import { expect, test } from 'vitest';
import { textsIn } from '../../../test/support/commands-in.ts';

const typedIn = (language: string, ...lines: readonly string[]): readonly string[] =>
  textsIn(`\`\`\`${language}\n${lines.join('\n')}\n\`\`\`\n`).map(([text]) => text);

test('rows of a table that was printed are not typed', () => {
  const table = ['kubectl get deploy', 'NAME    READY   AGE', 'nginx   3/3     9s', 'mysql   1/1     9s'];
  expect(typedIn('', ...table, '', 'node server.js')).toEqual(['kubectl get deploy', 'node server.js']);
  expect(typedIn('', ...table, 'kubectl delete pod nginx')).toHaveLength(2);
  expect(typedIn('', 'PORT=80  HOST=web', 'nginx   -t')).toContain('nginx   -t');
});

test('an answer, and rows of many columns, are not typed, whatever program they begin with', () => {
  const row = 'nginx 4711          root   8r   REG     8,32       0t0   534 /srv/shop';
  expect(typedIn('bash', 'lsof | grep shop', row, row)).toEqual(['lsof | grep shop']);
  expect(typedIn('bash', 'shopctl get x | jq .on', 'true', 'nginx -t')).toEqual([
    'shopctl get x | jq .on',
    'nginx -t',
  ]);
  expect(typedIn('bash', 'kubectl get pods', 'web-0 Running', 'pvc-4711 Bound 1Gi')).toHaveLength(1);
  const states = ['web-0 LoopBackOff', 'web-1 Init:CrashLoopBackOff', 'web-2 ErrImagePull 2 5m'];
  expect(typedIn('bash', 'kubectl get pods', ...states, 'web-3 ContainerCreating')).toHaveLength(1);
  expect(typedIn('bash', 'echo Running', 'grep Ready web-0', './shop-2 Ready -f')).toHaveLength(3);
  expect(typedIn('bash', 'bin/maintenance-mode True', 'set-mode.sh True')).toHaveLength(2);
  expect(typedIn('bash', 'kubectl   get   pods   -A   -o   wide')).toHaveLength(1);
});

test.each([
  'deployment.apps/web configured',
  'node/n1 cordoned',
  'pod "web-0" deleted',
  'service/web unchanged (dry run)',
])('kubectl’s answer is not typed: %s', (line) => {
  expect(typedIn('bash', 'kubectl apply -f web.yaml', line)).toHaveLength(1);
  expect(typedIn('bash', 'bin/deploy created')).toHaveLength(0);
});

test('what is written into a file that an editor opens is not typed, what comes after it is', () => {
  const edit = ['sudo nano /etc/default/grub', 'GRUB_TIMEOUT=5', 'sudo update-grub'];
  expect(typedIn('bash', ...edit)).toEqual(['sudo nano /etc/default/grub', 'sudo update-grub']);
  const unit = ['vi /etc/systemd/system/shop.service', '', '[Unit]', 'After=network.target', '', '[Service]'];
  expect(typedIn('bash', ...unit, 'Type=forking', '', 'systemctl start shop')).toHaveLength(2);
  expect(typedIn('', 'vi /etc/shop.conf', 'bind 0.0.0.0', 'shopd restart')).toHaveLength(2);
  expect(typedIn('bash', 'vi /etc/shop.conf', '', 'export PORT=80')).toHaveLength(2);
  expect(typedIn('bash', '# /etc/fstab', 'mount -a')).toHaveLength(1);
});

test.each([
  'terraform {\n  backend "local" {}\n}',
  'job "web" {\n  type = "service"\n}',
  'consul {\n  port = 1\n}',
])('configuration in blocks is not typed: %s', (text) => {
  expect(typedIn('bash', text)).toEqual([]);
  expect(typedIn('', text)).toEqual([]);
});

test('a Makefile is not typed', () => {
  expect(typedIn('', 'push: build', '\tdocker push shop')).toEqual([]);
  expect(typedIn('', 'Push:', '\tdocker push shop')).toHaveLength(1);
});

test('a shell’s own blocks are', () => {
  expect(typedIn('bash', 'time {', '  ls -l', '}')).toHaveLength(1);
  expect(typedIn('bash', 'restart() {', '  ls -l', '}')).toHaveLength(1);
  expect(typedIn('bash', 'function restart {', '  ls -l', '}')).toHaveLength(1);
});

test.each([
  'shop [options] FILE',
  'shop push NAME [-b PACK] [-c COMMAND] [--no-start]',
  'shop run [ --env A=B | -e A=B ] web',
  'function render(&$page) {',
  'for order in orders:',
  'if [type] == "web" {',
  'let total = 5',
  'diff --git a/web.yaml b/web.yaml',
  'deb http://deb.example.org/debian stable main',
])('what shows a syntax or a text is not typed: %s', (line) => {
  expect(typedIn('bash', line)).toEqual([]);
});

test.each([
  'shop run [-v] --all',
  'shop [global options] --port=80',
  '[ -f /tmp/x ] && [ -d /tmp/y ]',
  'import -window root shot.png',
  'let total=5',
  'for n in 1 2; do { date; }; done',
  "for n in 1 2; do curl -d '{\n}' localhost; done",
  'if true; then {\n  date\n}; fi',
  'git commit -m "[--a] and [--b]"',
])('but this is: %s', (line) => {
  expect(typedIn('bash', line)).toEqual([line]);
});

test('a block that shows what not to do is not typed, nor is a file before the block after it', () => {
  const block = '\n\n```bash\nkubectl delete namespace shop\n```\n';
  for (const lead of ['Bad:', 'Don’t do this:', '**Wrong**:', 'Avoid this:'])
    expect(textsIn(`${lead}${block}`)).toEqual([]);
  expect(textsIn(`Avoid downtime:${block}`)).toHaveLength(1);
  const file = 'Create `gc.sh`:\n\n```bash\n#!/bin/bash\nrm -rf /tmp/shop\n```\n';
  expect(textsIn(`${file}${block}`)).toHaveLength(1);
});
