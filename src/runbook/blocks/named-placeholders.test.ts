import { expect, test } from 'vitest';
import { parseRunbook } from '../parse.ts';

const toReplace = (text: string): readonly boolean[] | undefined =>
  parseRunbook(new TextEncoder().encode(text), 'x.md').procedures[0]?.parts[0]?.steps.flatMap((step) =>
    step.commands.map(({ flags }) => flags.includes('placeholder')),
  );

const toGive = (text: string): readonly string[] =>
  parseRunbook(new TextEncoder().encode(text), 'x.md')
    .procedures.flatMap(({ parts }) =>
      parts.flatMap(({ steps }) => steps.flatMap(({ commands: own }) => own)),
    )
    .flatMap(({ placeholders }) => placeholders.map(({ name }) => name));

test('a variable that nobody sets is to be replaced', () => {
  const logs = '```bash\nkubectl logs $POD\n```\n';
  expect([toGive(logs), toReplace(logs)]).toEqual([['POD'], [true]]);
  const set = logs.replace('bash\n', 'bash\nPOD=$(kubectl get pod -o name)\n');
  expect([toGive(set), toReplace(set)]).toEqual([[], [false, false]]);
  const told = logs.replace('bash\n', "bash\n# POD='<of the alert>'\n");
  expect([toGive(told), toReplace(told)]).toEqual([['POD'], [true]]);
});

const inBlock = (command: string): string => `\`\`\`bash\n${command}\n\`\`\`\n`;

test('a variable in lower case that nobody sets is to be replaced where it is a thing of the team', () => {
  expect(toGive(inBlock('kubectl delete node $nodename'))).toEqual(['nodename']);
  expect(toGive(inBlock('ip addr add $db_host_ip dev eth0'))).toEqual(['db_host_ip']);
  expect(toGive(inBlock('nodename=a\nkubectl delete node $nodename'))).toEqual([]);
  expect(toGive(inBlock('echo $rename'))).toEqual([]);
});

test('a variable of the environment is not to be replaced, whatever else is', () => {
  expect(
    toGive(
      '```bash\nshop-ctl scale --to $SHOP_COUNT --password $REDIS_PASSWORD --home ${HOME} ${A:-b}\n```\n',
    ),
  ).toEqual(['SHOP_COUNT']);
});

test.each([
  // Where it is typed there is none of them.
  [
    'curl -H "Authorization: Bearer $SHOP_TOKEN" https://shop.example.org/${STAGE_ENV}-x',
    ['SHOP_TOKEN', 'STAGE_ENV'],
  ],
  ['kubectl delete pod "$pod_name" -n ${namespace}', ['pod_name', 'namespace']],
  // In single quotes they are those of the container.
  [`docker compose exec db sh -c 'psql -U "$SHOP_USER" -h $SHOP_HOST'`, []],
  ["cat > shop.conf <<'EOF'\nproxy_set_header Host $host;\nEOF", []],
  ["awk '{ print $host }' shop.log", []],
  // Set in the line, in a way of its own.
  ['kubectl get pods -A | while read -r ns pod rest; do echo $ns/$pod; done', []],
  ['for node in a b; do ssh $node uptime; done', []],
  ['psql $DATABASE_URL -c "select 1"', []],
  ['printf %s $fmt', []],
])('%j: variables to be set are %j', (command, expected) => {
  expect(toGive(`\`\`\`bash\n${command}\n\`\`\`\n`)).toEqual(expected);
});

test.each([
  ['Replace `web-a`, `web-b` and `web-c` with your own.', 'ping -c 1 web-c', true],
  ['Replace keystore with your keyspace name.', 'nodetool repair keystore', true],
  ['Replace the keystore with your spare one.', 'nodetool repair keystore', false],
  ['In the file, replace `shop_live` with `shop_stage`.', 'psql shop_live -c "select 1"', false],
  ['Change `eu-west-9` to your region.', 'aws rds reboot --region eu-west-9', true],
  ['Change `eu-west-9` to the region of your shop.', 'aws rds reboot --region eu-west-9', true],
  ['`eu-west-9` is only an example.', 'aws rds reboot --region eu-west-9', true],
  ['`eu-west-9` is the region of the shop.', 'aws rds reboot --region eu-west-9', false],
  ['Substitute your own bucket for `shop-copy`.', 'aws s3 ls s3://shop-copy', true],
  ['Assuming that the leader is `web-3`:', 'ping -c 1 web-3', true],
  ['Copy the name that starts with `web-`.', 'kubectl logs web-55d6746976-gpqrh', true],
  ['Copy the name that starts with `web-`.', 'kubectl get deploy web-front', false],
  ['Adjust `6` as needed.', 'free -s 6', false],
  ['In our example it will be `4f15a`.', 'restic restore 4f15a', true],
  ['Repairs the order with database ID 417233.', 'shop-repair.sh order 417233', true],
  ['Port 417233 is open, with 417 orders waiting.', 'shop-repair.sh order 417233', false],
  ['In this case, restart `web-15`.', 'ping -c 1 web-15', false],
  ['For example, if the folder is `/srv/10.0.0.3`, then run:', 'cp -R /srv/10.0.0.3 /backup', true],
  ['Look at what the offending address `0.3.37.7` does.', 'whois 0.3.37.7', true],
  ['Here `vg0 vg1` stands where `vg0` are your volumes.', 'vgdisplay vg0', true],
])('%s: %s: %s', (said, command, expected) => {
  expect(toReplace(`${said}\n\n\`\`\`bash\n${command}\n\`\`\`\n`)).toEqual([expected]);
});

test.each([
  ['git checkout v1.4.2  # <-- change to the tag before', true],
  ['git checkout v1.4.2  # the release of May', false],
  ['git checkout v1.4.2  # the last stable release', true],
  ['DISK=b  # e.g. b or c', true],
  ['# Replace with your own values\nexport DISK=b', true],
  ['# Change the number of replicas\nkubectl scale deploy/web --replicas=3', false],
  ['# Replace the disk\nDISK=$(lsblk -n)', false],
  ['smartctl -a /dev/sdb  # e.g. after a crash', false],
  ['kubectl rollout undo deploy/web  # previous revision', false],
])('%s: %s', (command, expected) => {
  expect(toReplace(`\`\`\`bash\n${command}\n\`\`\`\n`)).toEqual([expected]);
});

test.each([
  ['node1=\nexport TOKEN=""\nping -c 1 $node1\ncurl -H "$TOKEN" http://web', [true, true, false, false]],
  ['nodes=\nfor n in a b; do nodes="$nodes $n"; done\necho $nodes', [false, false, false]],
  ['proxy=\ncurl http://web', [false, false]],
])('%j: what is set to nothing and used is filled in: %j', (block, expected) => {
  expect(toReplace(`\`\`\`bash\n${block}\n\`\`\`\n`)).toEqual(expected);
});

test('an id of which the text says that it is one of an example', () => {
  expect(
    toGive(`Note the key (\`4F15AA5E\` in this example).\n\n${inBlock('gpg --export 4F15AA5E')}`),
  ).toEqual(['4F15AA5E']);
  expect(toGive(`Note the key (\`4F15AA5E\` in the vault).\n\n${inBlock('gpg --export 4F15AA5E')}`)).toEqual(
    [],
  );
});

test('an example of what is at hand is to be replaced', () => {
  const text =
    'Look up the group (e.g. `cp-02ab-001`).\n\n```\naws show --id cp-02ab\naws show --id cp-03\n```\n';
  expect(toReplace(text)).toEqual([true, false]);
});

test.each([
  // Oracle's views are none of the reader's variables.
  ['SELECT open_mode FROM v$database;', []],
  ['SELECT a.name FROM gv$instance a, V$DATABASE b;', []],
  ['SELECT * FROM orders WHERE node = $DATABASE_NODE;', ['DATABASE_NODE']],
  // The prompt for a further line leaves nothing out.
  ['cqlsh> SELECT * FROM orders\n   ... WHERE id = 3;', []],
  ['cqlsh> SELECT * FROM orders\n   ... <condition>;', ['condition']],
  // What PowerShell has from the environment.
  ['& $env:windir\\system32\\inetsrv\\appcmd.exe list sites', []],
])('in %j is to be given: %j', (statement, names) => {
  expect(toGive(`\`\`\`\n${statement}\n\`\`\`\n`)).toEqual(names);
});

test.each([
  ['Replace channel.backup with the name of your backup.', 'shopctl load channel.backup', 'channel.backup'],
  ['Where hp4 is your node.', 'shopctl drain hp4', 'hp4'],
  ['In this example, 102 is the id of the machine.', 'qm unlock 102', '102'],
  ['Unlock it (with 102 being the id of the machine).', 'qm unlock 102', '102'],
  ['We do so using `web-blue` as an example.', 'shopctl drain web-blue', 'web-blue'],
  ['Write it to the disk (the example uses `/dev/sdb`).', 'shopctl write /dev/sdb', '/dev/sdb'],
  ['Give the user rights (here `anna@pve`).', 'shopctl grant anna@pve', 'anna@pve'],
  ['Say the broken disk is /dev/sdb.', 'shopctl detach /dev/sdb', '/dev/sdb'],
  ['Assuming the pod is called web-0, run:', 'kubectl logs web-0', 'web-0'],
  ['Assuming /dev/sdb is the broken disk, run:', 'shopctl detach /dev/sdb', '/dev/sdb'],
  ['If your node is called `node1`, run:', 'shopctl drain node1', 'node1'],
])('%s: %s has %s to be replaced', (text, command, name) => {
  const file = `${text}\n\n\`\`\`bash\n${command}\n\`\`\`\n`;
  expect(toGive(file)).toEqual([name]);
});

test.each([
  ['Replace this with the name of the service.', 'shopctl check this'],
  ['Replace the disk with a new one.', 'shopctl detach the-disk'],
  ['This is where web-3 is slow.', 'shopctl restart web-3'],
  ['Where web-3 is down, nothing helps.', 'shopctl restart web-3'],
  ['If the status is `degraded`, run:', 'shopctl repair degraded'],
  ['Assuming the cluster is healthy, run:', 'shopctl check healthy'],
  ['Say that 3 is enough.', 'shopctl scale 3'],
])('%s: %s has nothing to be replaced', (text, command) => {
  expect(toGive(`${text}\n\n\`\`\`bash\n${command}\n\`\`\`\n`)).toEqual([]);
});

test.each([
  ['restic forget 4f15 # change the id', true],
  ['shopctl drain web-6 # change web-6 to your node', true],
  ['shopctl login hunter2 # use your password', true],
  ['kubectl logs web-0 # <- your pod name', true],
  ['chown shop /srv/shop # change the owner', false],
  ['shopctl save # change the name of the owner', false],
  ['shopctl reload # your changes are live then', false],
])('%s: to be replaced by its remark: %s', (command, expected) => {
  expect(toReplace(`\`\`\`bash\n${command}\n\`\`\`\n`)).toEqual([expected]);
});

const typed = (lines: string): string => `\`\`\`sh\n${lines}\n\`\`\`\n`;

test('variables that a file sets which is read before are none', () => {
  const used = 'curl "$SHOP_ENDPOINT"';
  expect(toReplace(typed(used))).toEqual([true]);
  expect(toReplace(typed(`set -a; source prod.env\n${used}`))).toEqual([false, false]);
  expect(toReplace(typed(`source <(sops -d shop.enc)\n${used}`))).toEqual([false, false]);
  expect(toReplace(typed(`source venv/bin/activate\n${used}`))).toEqual([false, true]);
  expect(toReplace(typed(`${used}\nsource prod.env`))).toEqual([true, false]);
});

test('variables of a container, where the text says that one is in it', () => {
  const used = typed('curl "$SHOP_ENDPOINT"');
  expect(toReplace(`From inside the pod:\n\n${used}`)).toEqual([false]);
  expect(toReplace('From the pod, `curl $SHOP_ENDPOINT` to see whether it answers.\n')).toEqual([false]);
  expect(toReplace(`In the pod spec, note the port:\n\n${used}`)).toEqual([true]);
  expect(toReplace(`From inside the pod:\n\n${typed('kubectl exec web-0 -- psql -h $DB_HOST')}`)).toEqual([
    true,
  ]);
  expect(
    toReplace('In the pod, note this, then run `kubectl exec -it web-0 -- psql -h $DB_HOST`.\n'),
  ).toEqual([true]);
  expect(toReplace(`From the jump host:\n\n${used}`)).toEqual([true]);
  expect(toReplace(`In the pod:\n\n${typed('ls /srv/$RELEASE')}`)).toEqual([true]);
});

const withWord = (word: string): string =>
  `Run it, where \`${word}\` is \`web\` or \`db\`:\n\n${inBlock('make doctor-MODULE')}`;

test('a word in capitals stands for others behind a dash, too', () => {
  expect(toGive(withWord('MODULE'))).toEqual(['MODULE']);
  expect(toGive(withWord('DOCTOR'))).toEqual([]);
});
