import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { textsIn } from '../../../test/support/commands-in.ts';
import { commandsOf } from '../commands-of.ts';
import { parseRunbook } from '../parse.ts';

const commands = commandsOf(
  parseRunbook(readFileSync(new URL('../../../test/fixtures/runbooks/when.md', import.meta.url)), 'when.md'),
).toSorted((a, b) => a.lines[0] - b.lines[0]);

test('when each command is to be run, and instead of which', () => {
  expect(
    commands.map(({ text, condition, alternative }) => [
      text,
      condition ?? 'always',
      ...(alternative === undefined ? [] : [`${alternative.choice}.${alternative.option}`]),
      ...(alternative?.name === undefined ? [] : [alternative.name]),
    ]),
  ).toEqual([
    ['systemctl restart worker', 'the worker is down', 'L5.1'],
    ['docker restart worker', 'the worker is down', 'L5.2'],
    ['systemctl stop web', 'the disk is full'],
    ['redis-cli info', 'always'],
    ['redis-cli LTRIM jobs 0 99', 'the queue is full'],
    ['df -h', 'the disk is full'],
    ['rm -rf /var/tmp/jobs', 'the disk is full'],
    ['sudo systemctl restart queue', 'always', 'L23.1', 'On Linux'],
    ['brew services restart queue', 'always', 'L23.2', 'On macOS'],
    ['kubectl rollout restart deploy/queue', 'clusters'],
    ['kubectl logs deploy/queue', 'always', 'L41.1'],
    ['kubectl create -f queue.yaml', 'nothing helps'],
    ['kubectl get pods', 'nothing helps'],
    ['brew install jq', 'always'],
    ['systemctl restart shipper', 'always'],
    ['name="queue-1"', 'always'],
    ['gcloud compute disks list --filter="name: $name"', 'always'],
  ]);
});

const fenced = (before: string, language = 'bash'): string =>
  `${before}\n\n\`\`\`${language}\nkubectl delete lease x\n\`\`\`\n`;

test.each([
  ['a label before it', '1. **Stale lease**: If the lease is stale, delete it:', 'the lease is stale'],
  [
    'the sentence before tells the case',
    'If it is slow to grow, it fails. In this case, delete it.',
    'it is slow to grow',
  ],
  ['a kind of trouble', '1. For software issues:', 'software issues'],
  ['where the system is, in front', '1. (For AWS ECR) Set up the helper:', 'For AWS ECR'],
  ['an adverb before it', 'However, if the lease is stale, delete it:', 'the lease is stale'],
  ['what it is done for only', 'Delete it (standby only):', 'standby'],
  ['an emergency', 'In an emergency, delete it:', 'an emergency'],
  ['how bad it is', 'In extreme cases, delete it:', 'extreme cases'],
  [
    'a version',
    'For clusters of version 4.13 or earlier, it runs in the leader:',
    'clusters of version 4.13 or earlier',
  ],
  [
    'whose shell it is',
    'For PowerShell users, copy this into the window, then delete it:',
    'PowerShell users',
  ],
  [
    'the checks below',
    '> NOTE: The checks below only apply for version 4.13 or earlier.\n\nDelete it:',
    'version 4.13 or earlier',
  ],
])('a condition: %s', (_, before, condition) => {
  expect(textsIn(fenced(before))).toEqual([['kubectl delete lease x', condition]]);
});

const block = (command: string): string => `\n\n\`\`\`\n${command}\n\`\`\`\n`;

test.each([
  [
    'what is printed stands between',
    `If you see the following:${block('Error: no route to host')}\nRun:${block('systemctl restart web')}`,
    'you see the following',
  ],
  [
    'in the case of',
    `In the case of a slow disk, we can defragment it.${block('etcdctl defrag')}`,
    'a slow disk',
  ],
  [
    'the list goes on with it',
    'If the standby is broken, rebuild it by following these steps.\n\n1. Run `pg_basebackup -D /data`\n',
    'the standby is broken',
  ],
  ['a question', '- Disk full? Run `docker image prune -f`\n', 'Disk full'],
  [
    'a question before a block',
    `Standby broken? Rebuild it:${block('pg_basebackup -D /data')}`,
    'Standby broken',
  ],
  [
    'a cause',
    'Common causes:\n\n- **Certificate expired**: renew it with `certbot renew`\n',
    'Certificate expired',
  ],
  [
    'a list of cases',
    `It depends on whether you install or upgrade:\n\n- Create it:${block('helm install x y').replaceAll('\n', '\n  ')}`,
    'whether you install or upgrade',
  ],
  [
    'a sentence two paragraphs above',
    `If it hangs, look at it with the following command. It needs a token.\n\nReplace the token:${block('curl $URL')}`,
    'it hangs',
  ],
  ['a case in a heading', `### When the disk is full${block('lvextend -L +1T data')}`, 'the disk is full'],
  [
    'an item, for the next one',
    '1. Look at its roles.\n\n   If it has none:\n\n2. Add it with `x-ctl add role`\n',
    'it has none',
  ],
  [
    'an item that begins a row',
    '* For Linux users, first make a file.\n* Then, copy it with `scp x y:`\n',
    'Linux users',
  ],
  [
    'what one can do then, and a remark',
    'If it is movable, you can make an order. The store is moved then.\n\n1. Run `x-ctl move`\n',
    'it is movable',
  ],
  ['a measure in a heading', `### 2. Size < 1 TB, expand it${block('lvextend -L +1T data')}`, 'Size < 1 TB'],
  [
    'a case before its solution',
    '- If the pool is full:\n  - too many jobs\n- Solution: `sv hup web`\n',
    'the pool is full',
  ],
  ['assuming', `Assuming the node is well, uncordon it:${block('kubectl uncordon n1')}`, 'the node is well'],
  [
    'provided that',
    'Provided that the backup is good, restore it with `pg_restore -d x y`.\n',
    'the backup is good',
  ],
  [
    'a numbered comment above another',
    `\`\`\`\n# 3b. If it hangs, raise the limit\n# Edit web.yml and restart:\ndocker restart web\n\`\`\`\n`,
    'it hangs',
  ],
  ['a comment on what is used', `\`\`\`\n# When using Docker\ndocker restart web\n\`\`\`\n`, 'using Docker'],
  [
    'what it is for',
    `For large clusters, run:${block('kubectl scale deploy/dns --replicas=4')}`,
    'large clusters',
  ],
  ['a heading with a letter', `### F. If nothing works${block('reboot')}`, 'nothing works'],
  ['a clause', 'Run it again; if the disk is full, `nginx -s reload`.\n', 'the disk is full'],
  ['a clause without a comma', 'Run it again and, if it hangs, run `nginx -s reload`.\n', 'it hangs'],
  ['when, at the end', 'Run `nginx -s reload` when it hangs.\n', 'it hangs'],
  ['unless, at the end', 'Run `nginx -s reload` unless it is the first.\n', 'unless it is the first'],
  ['rare cases', 'In rare cases, run `nginx -s reload`.\n', 'In rare cases'],
  [
    'the state of what it is for',
    `For pods in a loop, check the logs:${block('kubectl logs -p x')}`,
    'pods in a loop',
  ],
  [
    'a sentence that goes on to what it asks for',
    `If it is stuck, then it is necessary to force it. Use:${block('kubectl delete pod x --force')}`,
    'it is stuck',
  ],
  [
    'a line of its own',
    'If this happens often, increase the pool.\n`kubectl set env deploy/x POOL=5`\n',
    'this happens often',
  ],
  ['as needed', 'Change the owner if necessary: `sudo chown -R app /srv`\n', 'necessary'],
  [
    'a part that is unfolded',
    `<details>\n<summary>If the cluster is lost</summary>${block('kubectl apply -f all.yaml')}</details>\n`,
    'the cluster is lost',
  ],
  [
    'the sentence before the one that says so',
    'If nodes are lost, you see `no route`.\n\nIn this case you can run `kubectl delete --all leases` to go on.\n',
    'nodes are lost',
  ],
  [
    'what it is only for',
    `This step is only for clusters with TLS.${block('x-ctl tls')}`,
    'clusters with TLS',
  ],
  ['a remark in brackets', `(Only needed on the first host)${block('x-ctl tls')}`, 'the first host'],
  ['what is told with a full stop', `If it hangs, delete it.${block('kubectl delete pod x')}`, 'it hangs'],
  ['how it ended', `On failure:${block('x-ctl undo')}`, 'failure'],
  [
    'a label before it',
    'Before you begin: if you are not known yet, run `aws sso login`.\n',
    'you are not known yet',
  ],
  [
    'a sample on a line of its own',
    'If nodes are lost, you may see this:\n\n`error: no route to it`\n\nIn that case you can run `kubectl delete --all leases`.\n',
    'nodes are lost',
  ],
  [
    'a list that a note parts from it',
    'If it hangs, follow these steps:\n\nNOTE: It takes an hour.\n\n1. Run `nginx -s stop`\n',
    'it hangs',
  ],
  [
    'a clause before a block',
    `If it is paid, leave it; if it is not, release it:${block('kubectl delete lease x')}`,
    'it is not',
  ],
  [
    'a line before code on a line of its own',
    'If the store is full:\n\n`redis-cli LTRIM jobs 0 99`\n',
    'the store is full',
  ],
  [
    'an item before its code',
    '1. Empty it. Only do this if the jobs can be lost.\n\n`redis-cli LTRIM jobs 0 99`\n',
    'the jobs can be lost',
  ],
  [
    'a stuck thing',
    `For a stuck job, or a late one, end the job. Look twice:${block('x-ctl end')}`,
    'a stuck job',
  ],
  ['kinds of hardware', `For older disks it is best to go slow:${block('x-ctl copy')}`, 'older disks'],
  [
    'an order with any verb',
    `If rows are missing, rewind the counter. With the app stopped:${block('x-ctl rewind')}`,
    'rows are missing',
  ],
  [
    'an example of how it is run',
    `For example, if it is run as a service, stop it with:${block('systemctl stop x')}`,
    'it is run as a service',
  ],
  [
    'what the reader has set up',
    `If you are using Podman, your image has a folder. Copy it:${block('cp -a a b')}`,
    'you are using Podman',
  ],
  [
    'another set-up',
    `If the disk is shared, copying can be handled by a mount. It has to be fast.${block('mount /mnt')}`,
    'the disk is shared',
  ],
  [
    'when it can be done only',
    `This can only be done if nobody writes. It takes long.\n\nStop it:${block('x-ctl stop')}`,
    'nobody writes',
  ],
  [
    'code before it',
    `\`--fast\` (less safe): if the folder is there, it copies less:${block('x-ctl --fast')}`,
    'the folder is there',
  ],
  ['when, and a remark', 'Use `x-ctl kill` when it hangs (it keeps `n=4` open, and waits).\n', 'it hangs'],
  [
    'the end of the sentence, after the block',
    `Run${block('x-ctl unlock')}\nif the lock is stale.\n`,
    'the lock is stale',
  ],
  ['a word after the block', `Then run${block('x-ctl unlock')}\nas appropriate.\n`, 'as appropriate'],
  [
    'the sentence after it',
    'Run `x-ctl resync` once. Only do this on a host that is drained.\n',
    'on a host that is drained',
  ],
  ['a platform in front', '1. (Linux) Start it: `systemctl start x`\n', 'Linux'],
  ['a kind in front', '1. **(RAC only)** Start it: `systemctl start x`\n', 'RAC only'],
  [
    'an example and a way',
    `For example, if it is running in a cloud, an easy way is to add a disk. It could be so:${block('x-ctl disk')}`,
    'it is running in a cloud',
  ],
  [
    'the sentence before, and what has to be done first',
    `If it is archived it fails. If so, you need to load it first. Load it with:${block('x-ctl load')}`,
    'so',
  ],
])('a condition told by %s', (_, text, condition) => {
  expect(textsIn(`# Web is down\n\n## Mitigation\n\n${text}`).map(([, found]) => found)).toEqual([condition]);
});

test('a condition goes on with its sentence, and into a list that is set further in', () => {
  const parts = [
    `If it is stale, renew it:${block('certbot renew')}`,
    `\nand then reload:${block('nginx -s reload')}`,
    `\nThen look:${block('curl localhost')}`,
  ];
  expect(textsIn(parts.join('')).map(([, found]) => found)).toEqual(Array(3).fill('it is stale'));
  const items =
    '1. If the disk is full, make room.\n  * Remove with `docker image prune -f`\n2. Look with `df -h`\n';
  expect(textsIn(items).map(([, found]) => found)).toEqual(['the disk is full', undefined]);
});

test('a condition ends with its block, and a query after a prompt is not typed', () => {
  const text = `\`\`\`promql\n$ up > 1\n\`\`\`\n\nOnly if necessary:${block('reboot')}\n1. Look: \`repmgr cluster show\`\n2. Clean up \`/root/ops.sh remove-all\`\n`;
  expect(textsIn(text)).toEqual([
    ['reboot', 'necessary'],
    ['repmgr cluster show', undefined],
    ['/root/ops.sh remove-all', undefined],
  ]);
});
