import { expect, test } from 'vitest';
import { commandsIn } from '../../../test/support/commands-in.ts';

const typedIn = (text: string): readonly string[] => commandsIn(text).map(({ text: own }) => own);

test.each([
  'Both `docker stop web` and `docker kill web` end it.',
  'Caution: `docker kill web` loses orders.',
  'Deprecated: `docker-compose up`',
  'Was: `docker-compose up`',
  'Better not: `docker kill web`',
  'The DBA will run `vacuumdb -f shop`.',
  'Wait until the vendor has run `make sync`.',
  'If someone has run `terraform destroy`, restore it.',
  'Someone once wiped it with `docker rm -f web`; check the host.',
  'Reload it, **not** restart (`docker restart web` drops connections).',
  'No longer needed since v3: `docker restart web`',
  '- Not recommended: `docker kill web`',
  'There is no need for a restart (`docker restart web`).',
  'Stopping it with `docker stop web` loses jobs.',
  'Restarting (`docker restart web`) makes it worse.',
  'Only the lead may run `docker kill web`.',
  'Under no circumstances: `docker kill web`',
  "It's tempting to run `docker kill web`, but that loses the queue.",
  'Use anything but `docker kill web`.',
  'Add `--force` to `kubectl delete pod web-0`.',
  'Earlier this was done with `docker compose up -d`.',
  'The image starts with `npm start`.',
  'The default command is `npm start`.',
  'The roles are limited to `kubectl get pods` and `kubectl logs web`.',
  'Users may only run `kubectl get pods`.',
  'With `kubectl delete pod web-0` the pod is lost.',
  'There is no need to run `kubectl drain node-1`.',
  'It is not necessary to `kubectl drain node-1`.',
  'Contrary to `kubectl drain node-1`, it keeps the pods.',
  '`kubectl drain node-1`, however, evicts them.',
  '- `rails c -e production` from the `/current` folder doesn’t work.',
  'We noticed it by looking at `ss -tlnp`.',
  'On Monday we fixed it with `docker restart web`.',
  '~~Run `docker restart web`.~~',
  '- ~~`docker restart web`~~ (no longer)',
  '**Never run:** `docker kill web`',
  '- **Dangerous (do not run):** `docker kill web`',
  '- Prohibited in production: `docker kill web`',
  'Under no circumstances, run `docker kill web` here.',
  '| Do not | Why |\n|---|---|\n| `docker kill web` | it loses orders |',
  '| Instead of | Why |\n|---|---|\n| `docker kill web` | it loses orders |',
  '- Invalid subcommand: `python -m shop.main web` — use `dashboard`',
])('what code does, did or need not do is no order: %s', (text) => {
  expect(typedIn(`${text}\n`)).toEqual([]);
});

test('what is read of two commands is read of both', () => {
  expect(typedIn('Inspect the output of `kubectl get events` and `kubectl get pods`.\n')).toHaveLength(2);
  expect(typedIn('It is the output of `kubectl get events` and `kubectl get pods`.\n')).toEqual([]);
});

test.each([
  'Stop both with `docker stop web db`.',
  'Caution: run `docker stop web` before that.',
  'Delete it with `--force`: `kubectl delete pod web-0 --force`.',
  'This can be done with `docker compose up -d`.',
  'Start it with `npm start`.',
  'The command is `npm start`.',
  'Check `kubectl get pods` and `kubectl logs web`.',
  'Operators may run `kubectl get pods`.',
  'With `kubectl top pods` you can find the pod.',
  'You need to run `kubectl drain node-1`.',
  'If it is necessary, `kubectl drain node-1`.',
  'In contrast to the others, drain it: `kubectl drain node-1`.',
  'Check that all are running (`kubectl get pods`).',
  'Find the port by looking at `ss -tlnp`.',
])('an order, in words that are like those: %s', (text) => {
  expect(typedIn(`${text}\n`)).not.toEqual([]);
});

test('what is said of a row holds for what stands in brackets', () => {
  expect(typedIn('It is easiest after running `make all-up` (or `make all-up-yes`) once.\n')).toEqual([]);
  expect(typedIn('Run `make all-up` (or `make all-up-yes`) once.\n')).toHaveLength(2);
  expect(typedIn('It logs (whereas using `make up-web` does not).\n')).toEqual([]);
});

test.each([
  '不要执行 `redis-cli FLUSHALL`',
  '切勿运行 `redis-cli FLUSHALL`',
  'Никогда не выполняйте `redis-cli FLUSHALL`',
  '`redis-cli FLUSHALL` は実行しないでください',
  '`redis-cli FLUSHALL` 실행하지 마세요',
  'Ne jamais exécuter `redis-cli FLUSHALL`',
  'Nunca ejecutar `redis-cli FLUSHALL`',
  'Não execute `redis-cli FLUSHALL`',
  'Führe niemals `redis-cli FLUSHALL` aus',
  'Auf keinen Fall `redis-cli FLUSHALL` ausführen',
  'Non eseguire `redis-cli FLUSHALL`',
])('what is forbidden in another language: %s', (text) => {
  expect(typedIn(`- ${text}\n- \`docker ps\`\n`)).toEqual(['docker ps']);
});

test.each([
  '不可用时执行 `systemctl start redis`',
  '如果不能启动，执行 `systemctl start redis`',
  'Если не работает, выполните `systemctl start redis`',
  'Se não funcionar, execute `systemctl start redis`',
  'Falls nicht: `systemctl start redis`',
])('what is not so in another language does not forbid: %s', (text) => {
  expect(typedIn(`- ${text}\n`)).toHaveLength(1);
});
