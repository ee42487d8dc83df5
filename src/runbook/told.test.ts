import { expect, test } from 'vitest';
import { parseRunbook } from './parse.ts';

const typedIn = (text: string): readonly string[] => {
  const runbook = parseRunbook(new TextEncoder().encode(text), 'x.md');
  return [...runbook.procedures.flatMap(({ parts }) => parts), ...runbook.reference]
    .flatMap(({ steps }) => steps.flatMap(({ commands }) => commands))
    .map(({ text: own }) => own);
};

test.each([
  'Check with `docker ps` that it runs.',
  'Check it using `make status`.',
  'Use `make apply` instead.',
  'Run `task deploy`.',
  'Deploy it: `make deploy`',
  'Restart the web (`service web restart`).',
  'Look at `docker stats`.',
  'Use `top` to see the load.',
  'Run `reboot`.',
  'Kill it: `kill -9 <pid>`',
  'In a Rails console (`gitlab-rails console`):',
  'High CPU? `kubectl top pods`',
  'Simply `cd /srv && make`.',
  'SSH in (`ssh web-1`).',
  'Verify: `curl -f localhost/health` returns 200.',
  'Verify that `curl -f localhost/health` returns 200.',
  'Wait until `kubectl get pods` shows three.',
  'Confirm `kubectl get pods` is empty.',
  'See `kubectl describe pod web-0` for the reason.',
  'Get the version from `cat /etc/version`.',
  'The easiest way to find it is `du -sh /var/* | sort -h`.',
])('told: %s', (text) => {
  expect(typedIn(`${text}\n`)).toEqual([/`(.+)`/.exec(text)?.[1]]);
});

test.each([
  'Ask the team before doing `terraform apply`.',
  'Use the `find` command.',
  'Look at the output of `dmesg`.',
  'After a `git push`, wait.',
  '`kubectl get pods` shows three pods.',
  'Did you `git pull`?',
  'The page is made with `make deploy` by the pipeline.',
])('a mention: %s', (text) => {
  expect(typedIn(`${text}\n`)).toEqual([]);
});

test('a prompt after a label in a list', () => {
  expect(
    typedIn('1. find the container: $ sudo docker ps | grep "queue-6"\n2. $ sudo docker exec -it web bash\n'),
  ).toEqual(['sudo docker ps | grep "queue-6"', 'sudo docker exec -it web bash']);
});
