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
  [
    'doing so',
    'If the queue is stuck, it helps to purge it. Do it with `rm -rf /srv/q`.\n',
    'the queue is stuck',
  ],
  ['another language', 'Se o banco falhar, execute `systemctl restart db`.\n', 'o banco falhar'],
  ['trouble at the end', 'Delete the lease in case of problems:', 'problems'],
  ['a name that is another', 'If your pod is named differently, delete it:', 'your pod is named differently'],
  ['when not to', 'Do not run this if the cluster is healthy:', 'unless the cluster is healthy'],
])('a condition told by %s', (_, before, condition) => {
  expect(whenTold(before)).toBe(condition);
});

test.each([
  ['what it is for', 'For a new lease, delete the old one:'],
  ['what is measured', 'For an error budget of a month, delete it:'],
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
  ['- **Disk full**: `rm -rf /tmp/x`\n', 'Disk full'],
  ['- Node down:\n\n  ```sh\n  systemctl restart node\n  ```\n', 'Node down'],
  ['- A probe that never passes → `kubectl rollout undo deploy/x`\n', 'A probe that never passes'],
])('the trouble that an item names is a case: %j', (text, condition) => {
  expect(textsIn(text)[0]?.[1]).toBe(condition);
});

test.each([
  '- Logs → `kubectl logs x`\n',
  '- Scale down → `kubectl scale deploy/x --replicas=0`\n',
  '- Pods are not running: `kubectl get pods`\n',
  '- Bring it down: `docker compose down -v`\n',
  '- Full backup: `rm -rf /tmp/x`\n',
  '- Not recommended: `rm -rf /tmp/x`\n',
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

test('the case of a clause does not hold beyond a semicolon', () => {
  const text = '1. Edit it by hand, if you are at the console; validate it with `nginx -t`.\n';
  expect(textsIn(text)).toEqual([['nginx -t', undefined]]);
});
