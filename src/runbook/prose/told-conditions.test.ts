import { expect, test } from 'vitest';
import { textsIn } from '../../../test/support/commands-in.ts';

const whenTold = (before: string): string | undefined =>
  textsIn(`${before}\n\n\`\`\`bash\nkubectl delete lease x\n\`\`\`\n`)[0]?.[1];

test.each([
  [
    'what is wrong',
    'For a port or network collision, delete it in the project:',
    'a port or network collision',
  ],
  ['dashes', '1. Standby - if you moved it by hand - delete it:', 'you moved it by hand'],
  ['remarks after it', 'Delete the lease, if its owner is gone. This takes an hour.', 'its owner is gone'],
  [
    'the aim of the sentence before',
    'If it is full, it is best to clean the cache. To clean the cache, run `rm -rf /tmp/x`.\n',
    'it is full',
  ],
  ['where it applies', 'Where applicable, `rm -rf /tmp/x`.\n', 'applicable'],
  ['which only', 'On replicas only: `rm -rf /tmp/x`\n', 'On replicas'],
  [
    'doing so',
    'If the queue is stuck, it helps to purge it. Do it with `rm -rf /srv/q`.\n',
    'the queue is stuck',
  ],
  ['another language', 'Se o banco falhar, execute `systemctl restart db`.\n', 'o banco falhar'],
  ['trouble at the end', 'Delete the lease in case of problems:', 'problems'],
  ['a name that is another', 'If your pod is named differently, delete it:', 'your pod is named differently'],
  ['what is changed', 'Delete the leases if they exist:', 'they exist'],
  ['both of two verbs', 'Restart or reload the store if it is late:', 'it is late'],
  ['the main verb', 'Delete it, as root, if it is held:', 'it is held'],
  [
    'what is printed, and what to do then',
    'If the output is empty, the lease has to be deleted:',
    'the output is empty',
  ],
  [
    'what is printed, and what that means',
    'If the output is empty, the holder is down:',
    'the output is empty',
  ],
  [
    'what only sounds like something besides',
    'Then, bring it down if the lease is held:',
    'the lease is held',
  ],
  ['when not to', 'Do not run this if the cluster is healthy:', 'unless the cluster is healthy'],
])('a condition told by %s', (_, before, condition) => {
  expect(whenTold(before)).toBe(condition);
});

test.each([
  ['what it is for', 'For a new lease, delete the old one:'],
  ['what is measured', 'For an error budget of a month, delete it:'],
  ['how to read what is printed', 'If the following shows nothing, there are no leases:'],
  ['what is done besides', 'Delete it, renewing the other one if it is late:'],
  ['in what state one should be', 'If it is in production, make sure that you are in the right cluster.'],
  ['what a look tells', 'Show the leases if they exist:'],
  ['the case of another way', 'Run the following command or approve the change if you are not alone:'],
  ['what is to be seen', 'When you want to see the one that comes next, delete it:'],
  ['a look', 'Check the log if you like. It is long.'],
  ['another aim', 'If it is full, it is best to clean the cache. To see more, run `df -h`.\n'],
  ['a search', 'Search if the lease is still there:'],
  ['a look with a tool', 'You can check with `uptime` if the load is high.\n'],
  ['a precaution', 'Save the lease in case of problems:'],
  ['what it is called', 'If the name of the lease is `x`, delete it:'],
  ['how it is', 'It will fail unless you delete the lease:'],
  ['what one should know', 'Only do this if you know what you are doing:'],
])('no condition told by %s', (_, before) => {
  expect(whenTold(before)).toBeUndefined();
});

test.each([
  ['- Pods are not starting → `kubectl describe pod x`\n', 'Pods are not starting'],
  ['- CrashLoopBackOff -> `kubectl logs x`\n', 'CrashLoopBackOff'],
  ['- LoopBackOff -> `kubectl logs x`\n', 'LoopBackOff'],
  ['- ErrImagePull: `kubectl rollout undo deploy/x`\n', 'ErrImagePull'],
  ['- **Disk full**: `rm -rf /tmp/x`\n', 'Disk full'],
  ['- A 500 response means that it broke — run `kubectl delete pod x`\n', 'A 500 response'],
  ['- `Unknown` indicates a lost node. Remove it: `kubectl delete node x`\n', '`Unknown`'],
  ['- Node down:\n\n  ```sh\n  systemctl restart node\n  ```\n', 'Node down'],
  ['- A probe that never passes → `kubectl rollout undo deploy/x`\n', 'A probe that never passes'],
])('the trouble that an item names is a case: %j', (text, condition) => {
  expect(textsIn(text)[0]?.[1]).toBe(condition);
});

test.each([
  ['- Nodes fail to join: confirm the token with `kubeadm token list`.\n', 'Nodes fail to join'],
  ['- Pods are not running: look at `kubectl get pods`.\n', 'Pods are not running'],
])('a look in a trouble: %j', (text, condition) => {
  expect(textsIn(text)[0]?.[1]).toBe(condition);
});

test.each([
  '- Logs → `kubectl logs x`\n',
  '- A 500 response means that it broke. Check the log: `kubectl logs x`\n',
  '- The first page means that it is up. Restart it: `kubectl delete pod x`\n',
  '- Scale down → `kubectl scale deploy/x --replicas=0`\n',
  '- Pods are not running: `kubectl get pods`\n',
  '- Bring it down: `docker compose down -v`\n',
  '- Full backup: `rm -rf /tmp/x`\n',
  '- Restart pods that are stuck: `kubectl delete pod x`\n',
])('no trouble: %j', (text) => {
  expect(textsIn(text)).toHaveLength(1);
  expect(textsIn(text)[0]?.[1]).toBeUndefined();
});

test.each([
  ['On failure, delete it:', 'failure'],
  ['Emergency only!', 'Emergency'],
  ['To be used when the node is dead:', 'the node is dead'],
])('a condition: %s', (before, condition) => {
  expect(whenTold(before)).toBe(condition);
});

test.each([
  ['Still full? Remove it with `rm -rf /tmp/x`.\n', 'Still full'],
  ['**Hung worker?** Run `docker restart w`.\n', 'Hung worker'],
  ['For hung workers: `docker restart w`\n', 'hung workers'],
  ['For workers that hang, run `docker restart w`.\n', 'workers that hang'],
  ['When did it boot: `who -b`\n', undefined],
  ['Ready? Run `docker restart w`.\n', undefined],
  ['Is it up? Run `docker restart w`.\n', undefined],
  ['Disk full? Check it with `df -h`.\n', undefined],
  ['For workers in Europe, run `docker restart w`.\n', undefined],
])('what a sentence of the text is for: %j', (text, condition) => {
  expect(textsIn(text).map(([, found]) => found)).toEqual([condition]);
});

test('a sentence that limits its own command does not speak for its section', () => {
  const text = '## Restart\n\nLook: `docker ps`\n\nRun `docker restart w` only if it hangs.\n';
  expect(textsIn(text).map(([, found]) => found)).toEqual([undefined, 'it hangs']);
});

test('a sentence that begins with a small letter has a case of its own', () => {
  const item = '1. look at it with `docker ps`. if one is down, run `docker start web`\n';
  expect(textsIn(item)).toEqual([
    ['docker ps', undefined],
    ['docker start web', 'one is down'],
  ]);
});

const inBlock = (...lines: readonly string[]): readonly (string | undefined)[] =>
  textsIn(`\`\`\`bash\n${lines.join('\n')}\n\`\`\`\n`).map(([, found]) => found);

test('a remark that is nothing but a case speaks for the rest of its block', () => {
  const rest = ['', '# Old copies', 'rm -rf old/', '', '# Older ones', 'rm -rf older/'];
  const which = 'the disk is full';
  expect(inBlock(`# Only if ${which}`, ...rest)).toEqual([which, which]);
  expect(inBlock('# Emergency only', ...rest)).toEqual(['Emergency', 'Emergency']);
  expect(inBlock('# Look if the disk is full', ...rest)).toEqual([undefined, undefined]);
  expect(inBlock(`# Only if ${which}`, ...rest.slice(1))).toEqual([which, undefined]);
});

test('a case in brackets is that of its own line where the next one gives another order', () => {
  expect(inBlock('# Check the load (if measured)', '# Review the queue', 'x-ctl show')).toEqual([undefined]);
  expect(inBlock('# Empty the queue (if stuck)', '# Run it as root', 'x-ctl empty')).toEqual(['stuck']);
});

test('a cause that is only looked at is found so', () => {
  const causes = 'Common causes:\n\n- Lost token -> Run `x-ctl login`\n- Closed port -> Check `ss -tlpn`\n';
  expect(textsIn(causes).map(([, found]) => found)).toEqual(['Lost token', undefined]);
});

const below = (heading: string): string => `# Web\n\n## ${heading}\n\n\`\`\`\nnginx -s stop\n\`\`\`\n`;

const whenBelow = (heading: string): string | undefined => textsIn(below(heading))[0]?.[1];

test('a heading that says only that something looks wrong is the occasion of all', () => {
  expect(whenBelow('When the site looks broken')).toBeUndefined();
  expect(whenBelow('When the site has no disk left')).toBe('the site has no disk left');
  expect(whenBelow('Stop it (host already drained)')).toBe('host already drained');
  expect(whenBelow('Stop it (see the map already)')).toBeUndefined();
});

test('what stands below a sentence about who one must be is done in any case', () => {
  const sections = '\n\n### Stop it\n\n```\nnginx -s stop\n```\n';
  const before = '# Web\n\n## Upgrade\n\nIf it is in production, ';
  expect(textsIn(`${before}you need to make sure you are in the right cluster.${sections}`)).toEqual([
    ['nginx -s stop', undefined],
  ]);
  expect(textsIn(`${before}take it out of service:${sections}`)).toEqual([
    ['nginx -s stop', 'it is in production'],
  ]);
});

test('the case of a clause does not hold beyond a semicolon', () => {
  const text = '1. Edit it by hand, if you are at the console; validate it with `nginx -t`.\n';
  expect(textsIn(text)).toEqual([['nginx -t', undefined]]);
});

test('a case that a check before it answers', () => {
  const text = '- Check with `df -h` whether it is full; if so `docker system prune -f`.\n';
  expect(textsIn(text)).toEqual([
    ['df -h', undefined],
    ['docker system prune -f', 'so'],
  ]);
});

test.each([' — if it hangs, `docker kill web`', ' (if it hangs, `docker kill web`)'])(
  'a case within a sentence: %s',
  (more) => {
    expect(textsIn(`Restart with \`docker restart web\`${more}.\n`)).toEqual([
      ['docker restart web', undefined],
      ['docker kill web', 'it hangs'],
    ]);
  },
);

test.each([
  ', otherwise, run',
  ', otherwise',
  '; otherwise, run',
  '; else',
  ', else run',
  '. Otherwise, run',
])('what is done otherwise is for where the case of the same text is not so: %s', (words) => {
  expect(textsIn(`If it is full, run \`rm /srv/x\`${words} \`docker restart web\`.\n`)).toEqual([
    ['rm /srv/x', 'it is full'],
    ['docker restart web', 'unless it is full'],
  ]);
});

test.each([
  [
    'If it is full, run `rm /srv/x`; if it is slow, run `nice x`; otherwise, run `reboot`.',
    'unless it is full, and unless it is slow',
  ],
  ['Run `docker restart web`, otherwise `reboot`.', 'otherwise'],
])('what is done otherwise, of several cases and of none: %s', (text, condition) => {
  expect(textsIn(`${text}\n`).at(-1)?.[1]).toBe(condition);
});

test('what is only a last resort', () => {
  expect(textsIn('Only as a last resort: `rm -rf /srv/x`.\n')).toEqual([
    ['rm -rf /srv/x', 'Only as a last resort'],
  ]);
});
