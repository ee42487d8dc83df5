import { expect, test } from 'vitest';
import { textsIn } from '../../../test/support/commands-in.ts';

const typedAfter = (intro: string, block: string): readonly string[] =>
  textsIn(`${intro}\n\n\`\`\`bash\n${block}\n\`\`\`\n`).map(([text]) => text);

test.each([
  ['Put this into `/etc/default/web`:', '# the port\nPORT=80\nHOST="0.0.0.0"'],
  ['The environment file holds', 'PORT=80'],
  ['queue.conf', 'Workers=8'],
  ['Raise the limit:', 'Environment="STOP_TIMEOUT=60"'],
  ['On the login node:', 'ClusterName=lab\n#BackupHost=\nMaxJobs=9'],
  ['On the login node:', 'NodeName=a CPUs=4\nNodeName=b CPUs=8'],
  ['Memory:', '[mysqld]\nmax_connections=500'],
  ['Memory:', 'heap.max=4g\nheap.min=1g'],
  ['Memory:', '# /srv/web/.env\nHEAP=4g'],
])('what a file of settings holds is not typed (%s, %s)', (intro, block) => {
  expect(typedAfter(intro, block)).toEqual([]);
});

test.each([
  ['Set what is meant (see the config file):', 'NS=prod\nPOD=web-0'],
  ['Load the `.env` file:', 'PORT=80'],
  ['Edit `web.conf`:', 'PORT=9\nsystemctl restart web'],
  ['On the login node:', 'Host=web\nkubectl get pods'],
  ['From `/etc/web.conf`:', 'PORT=$(grep -m1 port /etc/web.conf)'],
])('but variables are (%s, %s)', (intro, block) => {
  expect(typedAfter(intro, block)).toHaveLength(block.split('\n').length);
});

test.each([
  ['Add to the script:', 'set -x\nsystemctl stop web'],
  ['Stop them side by side:', '# In stop-all.sh\ndocker stop web &\nwait'],
])('what a script is to hold is not typed: %s', (intro, block) => {
  expect(typedAfter(intro, block)).toEqual([]);
});

test('but what its options are, or where it stands, is', () => {
  expect(
    typedAfter('Add the host to the script and run it:', '# In the folder\n./stop.sh -h web'),
  ).toHaveLength(1);
});

test.each([
  ['Add this to your `~/.bashrc`:', 'export PATH="/opt/shop/bin:$PATH"\nalias shop="shopctl --all"'],
  ['Edit /etc/ssh/sshd_config and set:', 'ListenAddress 10.0.0.1'],
  ['Change this line in `/etc/pf.conf`:', 'set skip on lo0'],
  ['2. Add entries for the new disks, replacing the values:', '/data/db SERVER1_IP(rw)'],
  ['and add', "export TOKEN='abc'\nruby -e 'p 1'"],
  ['Append the mount to /etc/fstab:', '/swapfile none swap sw 0 0'],
])('what is written into a file is not typed: %s', (intro, block) => {
  expect(typedAfter(intro, block)).toEqual([]);
});

test.each([
  ['Add it to your `~/.bashrc`:', 'echo "alias x=y" >> ~/.bashrc'],
  ['Edit /etc/ssh/sshd_config:', 'sudo vi /etc/ssh/sshd_config'],
  ['Set the `REGION` environment variable:', 'export REGION=eu'],
  ['and add', 'useradd jo'],
  ['Add these records:', 'shopdns put web 10.0.0.1'],
  ['Set the values from `.env`:', 'export REGION=eu'],
  ['Edit /etc/shop.conf, then run:', 'export REGION=eu'],
  ['Set the name by what /etc/shop.conf has:', 'export NAME="$(cat /etc/shop.conf)"'],
])('but this is: %s', (intro, block) => {
  expect(typedAfter(intro, block)).toHaveLength(1);
});

test('a file that is sourced is shown, and what is typed to set variables is not', () => {
  const block = 'export SHOP=eu\nlogin() {\n  vault login -method=ldap\n}';
  expect(typedAfter('Source the following file, it has some helpers:', block)).toEqual([]);
  expect(typedAfter('The following file can be sourced:', block)).toEqual([]);
  expect(typedAfter('Set the following variables:', block)).toHaveLength(2);
  expect(typedAfter('Source the file by running the following:', 'source .env')).toHaveLength(1);
});

test('what a shell begins with is a file, too', () => {
  const block = 'export SHOP=eu\nalias k=kubectl';
  expect(typedAfter('Put this into your shell’s startup file:', block)).toEqual([]);
  expect(typedAfter('Add to your bash profile:', block)).toEqual([]);
  expect(typedAfter('Set this in your shell:', block)).toHaveLength(2);
  expect(typedAfter('Privileges:', 'ops ALL=(root) NOPASSWD: ALL')).toEqual([]);
});

test('hosts of ssh’s configuration are no program', () => {
  expect(textsIn('In it:\n\n~~~\nhost web-*\n  ProxyCommand sh -c "nc %h 22"\n~~~\n')).toEqual([]);
  expect(textsIn('By name:\n\n~~~\nhost web-1.example.com\nssh web-1\n~~~\n')).toHaveLength(2);
});

test.each([
  ['The nightly script does the following:', 'pg_dump shop > shop.sql'],
  ['The deploy job (`release`) then runs these commands:', 'make release'],
  ['Under the hood it calls:', 'systemctl stop web'],
  ['Required environment variables:', 'SHOP_URL=https://shop\nSHOP_USER=ops'],
  ['History:', '4f2a9c1 Fix the cart'],
])('what is only shown is not typed (%s, %s)', (intro, block) => {
  expect(typedAfter(intro, block)).toEqual([]);
});

test.each([
  ['The nightly script runs in Jenkins. Run it:', './nightly.sh'],
  ['This runs the migration:', 'make migrate'],
  ['Set the environment variables:', 'SHOP_URL=https://shop'],
  ['Environment variables are set by:', 'source .env'],
])('but what is told is (%s, %s)', (intro, block) => {
  expect(typedAfter(intro, block)).toHaveLength(1);
});

test.each(['this runs the equivalent of:', 'it runs the following 2 commands as 2 processes:'])(
  'what a program does by itself: under the hood %s',
  (lead) => {
    const block = '\n\n```bash\nsystemctl restart web\n```\n';
    expect(textsIn(`Under the hood ${lead}${block}`)).toEqual([]);
    expect(textsIn(`As root, ${lead.replace('runs', 'is best to run')}${block}`)).toHaveLength(1);
  },
);
