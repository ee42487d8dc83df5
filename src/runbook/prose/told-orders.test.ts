import { expect, test } from 'vitest';
import { commandsIn } from '../../../test/support/commands-in.ts';

const kinds = (text: string): readonly string[] => commandsIn(text).map(({ client = 'shell' }) => client);

const typedIn = (text: string): readonly string[] => commandsIn(text).map(({ text: own }) => own);

test.each([
  'To avoid an outage, run `systemctl reload web`.',
  'To avoid this use `systemctl reload web`.',
  'If it never comes up, run `systemctl restart web`.',
  'If the pods don’t start → `kubectl get events`',
  'The image is bad and never gets ready -> `kubectl rollout undo deploy/web`',
  'Do not stop it by hand: use `kubectl rollout restart deploy/web` instead.',
  'Check that you do not keep old images: `docker images -a`',
  'If they do not, after a minute, run `docker restart web`.',
  'Instead of waiting, run `docker restart web`.',
  'To avoid an outage, run `DEL jobs` in redis-cli.',
  'Instead of waiting, run `LLEN jobs` in redis-cli.',
  'Do not forget to run `SAVE` in redis-cli.',
  'Run `docker restart web` and if it does not work call us.',
  '- ❌ Failed: run `kubectl apply -f web.yaml`',
])('a prohibition ends with its clause: %s', (text) => {
  expect(typedIn(`${text}\n`)).toHaveLength(1);
});

test.each(['the command ', 'the following command: ', 'this script ', ''])('run %s', (words) => {
  expect(typedIn(`Run ${words}\`install.sh\` now.\n`)).toHaveLength(1);
  expect(typedIn(`Read ${words}\`install.sh\` now.\n`)).toEqual([]);
});

test('code of which is said that it can be run', () => {
  expect(typedIn('`gpg-connect-agent /bye` can be run to start the agent.\n')).toHaveLength(1);
  expect(typedIn('`systemctl reload web` should then be executed.\n')).toHaveLength(1);
  expect(typedIn('`systemctl reload web` should not be run.\n')).toEqual([]);
  expect(typedIn('`systemctl reload web` can be slow.\n')).toEqual([]);
  expect(typedIn('The job `systemctl reload web` can be run in the pipeline.\n')).toEqual([]);
});

test.each([
  'Avoid `systemctl reload web`.',
  'Never use `kubectl delete pod a` or `kubectl delete ns b`.',
  'Don’t do this: `kubectl apply -f web.yaml`',
  'Do not drop it, e.g. with `kubectl delete pvc data`.',
  'Don’t restart it by hand or with `systemctl restart web`.',
  'Do not invoke `fill-secrets.sh` directly.',
  '- ❌ `kubectl delete pod web-0` on the primary',
  '- ❌ Cannot run `terraform apply` or `terraform destroy`',
  '`kubectl delete pvc data` — never do this on the primary.',
  ...[
    'You must not run',
    'Don’t run',
    'Nobody should run',
    'No one may ever run',
    'No need to run',
    'It is always forbidden to run',
    'Please refrain from running',
    'Under no circumstances should you run',
    'Do not, under any circumstances, run',
    'On the primary, never, not even for a test, run',
    'Resist the urge to run',
    'Wait instead of using',
  ].flatMap((words) => [`${words} \`FLUSHALL\` in redis-cli.`, `${words} \`docker kill web\`.`]),
])('what is forbidden: %s', (text) => {
  expect(typedIn(`${text}\n`)).toEqual([]);
});

test.each([
  'Run `shopd start`.',
  'Run `tallyctl_x -a`.',
  'Type `obs_user.py --enable-queue`.',
  'Then issue `pool_q -held`.',
  'Log in and run `restartshop`.',
  'Execute `shop-sync` as root.',
  'Run `shop-sync` once from a terminal.',
  'Run `shop-sync` in the web container.',
  'Restart the subsystem: `wsl --shutdown`',
  'Change it, then restart the service with `shopd service install`.',
  'Tear down with `tunnelz delete name shop`.',
  'Run `cf push`.',
  'Run `pg_ctl promote`.',
  'If it breaks, roll back with `wrangler rollback`.',
  'Run `make`.',
  'Run `yarn` to upgrade.',
  '- `nodetool drain` (to stop accepting writes)',
  '- `sudo /etc/init.d/shop stop`',
])('a program that nobody knows, or that needs nothing more, where it is told to run it: %s', (text) => {
  expect(typedIn(`${text}\n`)).toHaveLength(1);
});

test.each([
  'Run `kubectl` to look.',
  'Run `helm upgrade`.',
  'Run `shopd` as it is set up in the `nightly` job.',
  'Run `nightly-backup` in Jenkins.',
  'Run `restart_all` from the UI.',
  'Run `top_k` experiments.',
  'Run `deploy`.',
  'Then run `beforeExit`.',
  'It queues a task to invoke `onready`.',
  'To finish, type `quitnow`.',
  'Re-run `load-shop` with the right name.',
  'See `shopd start`.',
  '- `/etc/init.d/shop`',
])('a name, and not a command: %s', (text) => {
  expect(typedIn(`${text}\n`)).toEqual([]);
});

test('what a command runs by itself is told by no one', () => {
  expect(
    typedIn('Run `./ship.sh`. This will run `./ship.sh test` first, followed by `./ship.sh live`.\n'),
  ).toEqual(['./ship.sh']);
  expect(typedIn('The script will then run `make clean`.\n')).toEqual([]);
  expect(typedIn('It is then needed to run `make clean`.\n')).toEqual(['make clean']);
});

test.each([
  'Look at the pods first; `kubectl top pods` for the load.',
  'And then restart it: `systemctl restart shop`',
  'And finally create the group `vgcreate shop /dev/sdb`.',
  'To see the queue `postqueue -p`',
  '- eg. `heroku run bash --app shop` on the host',
  '`systemctl restart shop` should fix it.',
  '- Verify: it drains (`postqueue -p` → empty)',
  '**Stop the loss first**: scale up (`docker compose up -d --scale worker=3`)',
  '1. `su - deploy`',
  'Now you can safely `rm -rf /var/tmp/shop`.',
  'Bounce it (`systemctl restart shop`).',
  'Grab the id from `docker ps`.',
  '- [ ] The database is up (`pg_isready -h db`)',
  '- [ ] `pg_isready -h db` returns 0',
  'Repeat until `curl -s localhost/health` returns 200.',
  '**TL;DR** restart the shop (`docker compose restart shop`), and wait.',
  'Unless this is the replica: `pg_ctl stop`',
  'Restarting it (`systemctl restart shop`) usually clears it.',
  'Consider a `VACUUM ANALYZE orders;`.',
  'Drop `index.json`, then `docker compose restart shop` rebuilds the index.',
  '`docker compose restart shop` after changing the settings.',
  'Look for it, and confirm `systemctl status shop` shows active.',
  '- [ ] `sudo ceph health` = HEALTH_OK',
  '- [ ] `systemctl is-active web` says *active*',
  '- [ ] the queue drains (`redis-cli llen jobs` goes to 0)',
  'Rollback is `helm rollback shop <revision>`.',
  'Open the port: `sudo ufw allow from 10.0.0.0/8 to any port 5432`.',
  'It can be fixed with `systemctl restart shop`.',
  '1. `systemctl stop shop` so you can copy its files',
  '1. `git checkout v4` where v4 is the last good tag',
  'Locally use plain `curl localhost:9200/_cat/indices` instead.',
])('also told: %s', (text) => {
  expect(typedIn(`${text}\n`)).toHaveLength(1);
});

test.each([
  'It was slow; `kubectl get pods` was tried.',
  'It is due to a lock; `pg_dump -Fc shop` takes one.',
  '- Backups: taken nightly with `pg_dump -Fc shop`',
  '- Image: built by the pipeline with `docker build -t shop .`',
  '- Creates the user with `useradd shop -m`',
  'What worked: `docker update --restart=no shop`',
  'It points to `journalctl -u shop` for more.',
  '- Ensure `shopctl cron -a` is periodically running',
  'We use `terraform apply` in CI.',
  '`python manage.py collectstatic` should be run as part of the startup script.',
  "You'll see `Too many connections` in the log, or `SHOW PROCESSLIST` full of sleepers.",
  'With that it would do `STOP SLAVE` on all of them.',
  'Wait a minute after `docker compose up -d`.',
  'Be careful with `docker compose down -v`.',
  'The old `docker ps -a` becomes a new one.',
  'Replace the line with `shop queue workers`.',
  '`docker compose restart shop` rebuilds the index.',
  'It was fixed with `systemctl restart shop`.',
  'Use the agent for checks such as `df -h`, `free -m`.',
  'Mitigation: rolled back with `helm rollback shop 3`.',
])('also a mention: %s', (text) => {
  expect(typedIn(`${text}\n`)).toEqual([]);
});

test('what is only read is no command, though a label or "run" stands before it', () => {
  expect(typedIn('- Recovery: `../how-to/recover-orders.md`\n- Plan: `./plans/topology.svg`\n')).toEqual([]);
  expect(typedIn('- Settings: `./web/settings.toml`\n')).toEqual([]);
  expect(typedIn('- Recovery: `../bin/recover-orders.sh`\n')).toHaveLength(1);
});

test('what code only does is a mention, but not when it is to be done only then', () => {
  expect(typedIn('**For reading only** — `git upload-archive` only hands out what is there.\n')).toEqual([]);
  expect(typedIn('`helm history web` just lists them.\n')).toEqual([]);
  expect(typedIn('Use `git fetch origin` only as the owner.\n')).toHaveLength(1);
});

test('what is found out by a command is told, unless somebody did', () => {
  expect(typedIn('Find the port by checking `ss -tlnp`\non the old host.\n')).toHaveLength(1);
  expect(typedIn('We noticed it by checking `ss -tlnp`.\n')).toEqual([]);
});

test('a look by a program alone: also one of several, and though a list within goes on with it', () => {
  expect(typedIn('1. Check the load: `top`, `nmon`, above all its first line.\n')).toEqual(['top', 'nmon']);
  expect(typedIn('1. Packages: `top`, `nmon`\n')).toEqual([]);
  expect(typedIn('1. Check what waits: `qstat`\n   - For one job: `qstat -j <job>`\n')).toHaveLength(2);
  expect(typedIn('Mount it, using the `mount` command with the right options.\n')).toEqual([]);
});

const inRow = (head: string, code: string): readonly string[] =>
  typedIn(`| ${head} | Fix |\n|---|---|\n| \`${code}\` | Ask the team. |\n`);

test('a message in a table is none, by its words or by its column', () => {
  expect(inRow('Seen', 'setting web-port is required')).toEqual([]);
  expect(inRow('Log line', 'kubectl get failed')).toEqual([]);
  expect(inRow('Log output', 'helm upgrade failed')).toEqual([]);
  expect(inRow('First', 'shopadmin queue pause')).toHaveLength(1);
});

test('who writes something is not who is told to', () => {
  expect(inRow('Producer', 'make dump')).toEqual([]);
  expect(inRow('How', 'make dump')).toHaveLength(1);
});

test('what is called an error is a message, and what finds errors is not', () => {
  expect(typedIn('**Error:** `helm upgrade web: not found`\n')).toEqual([]);
  expect(typedIn('Error message: `systemctl start web failed`\n')).toEqual([]);
  expect(typedIn('- Errors: `docker logs web | grep -i error`\n')).toHaveLength(1);
  expect(typedIn('**Fix:** `helm rollback web`\n')).toHaveLength(1);
  expect(typedIn('- Message: `systemctl start web failed`\n')).toEqual([]);
  for (const label of ['Failure', 'Trigger', 'Legacy'])
    expect(typedIn(`- ${label}: \`kubectl rollout undo deploy/web\`\n`)).toHaveLength(1);
});

test('two commands at the end of what is to be done', () => {
  expect(typedIn('check whether it listens `ss -tlnp` or `lsof -i :80`\n')).toHaveLength(2);
  expect(typedIn('Switch to the release `git pull origin` and `git checkout v2`\n')).toHaveLength(2);
  expect(typedIn('The port is seen `ss -tlnp` or so.\n')).toEqual([]);
  expect(typedIn('Two tools of the system `ss -tlnp` or `lsof -i :80`\n')).not.toContain('ss -tlnp');
});

test('what must hold, in a list to be ticked off', () => {
  expect(typedIn('- [ ] `kubectl get nodes` all ready\n')).toHaveLength(1);
  expect(typedIn('- `kubectl get nodes` all ready\n')).toEqual([]);
});

test('a head of one cell without rows is a box around what is typed', () => {
  expect(typedIn('Become root:\n\n| `sudo -s` |\n| --- |\n')).toHaveLength(1);
  expect(typedIn('Become root:\n\n| `sudo -s` |\n| --- |\n| a shell |\n')).toEqual([]);
});

test('what a command will answer is told below, and it is to be run', () => {
  expect(typedIn('`kubectl get pods web-0` will give the following output when it is ready:\n')).toHaveLength(
    1,
  );
  expect(typedIn('`kubectl get pods web-0` will return an error:\n')).toEqual([]);
});

test('an example of what one can do, also without a comma before it', () => {
  expect(typedIn('You can inspect it and find out why e.g. `kubectl describe pod web-0`.\n')).toHaveLength(1);
  expect(typedIn('Some calls fail e.g. `kubectl describe pod web-0`.\n')).toEqual([]);
  expect(typedIn('You should see a message for example `helm upgrade failed`.\n')).toEqual([]);
});

test('a script by its path is told where the reader is to use it', () => {
  expect(typedIn('For shop you can simply use `tools/undo-release.sh` to go back.\n')).toHaveLength(1);
  expect(typedIn('Use `tools/undo-release.sh` to go back.\n')).toHaveLength(1);
  expect(typedIn('We use `tools/undo-release.sh` to go back.\n')).toEqual([]);
  expect(typedIn('You can use `tools/undo-release.yaml` to set it up.\n')).toEqual([]);
});

test('a name of a statement or of a command that wants a file is a mention', () => {
  expect(typedIn('Make the table again with the `CREATE TABLE DDL` statement.\n')).toEqual([]);
  expect(typedIn('It is taken with the `etcdctl snapshot save` command or by hand.\n')).toEqual([]);
  expect(typedIn('Use the `etcdctl snapshot save /srv/etcd.db` command.\n')).toHaveLength(1);
});

test.each([
  ['Enable restores: `shopd enable_restore`', 1],
  ['Restore the backup: `shopd restore shop-2019.tar.gz`', 1],
  ['Restore the backup: `shopd shop-2019.tar.gz now`', 0],
  ['Search for: `connection refused`', 0],
  ['Restore: `restore the backup`', 0],
  ['Leave the `web` container: `exit`', 1],
  ['The status of the `web` container: `exit`', 0],
  ['Run `bin/deploy`. You should see the plan.', 1],
  ['Read `bin/deploy`. You should see the plan.', 0],
  ['Run `CALL shop.tidy(true);` and look.', 1],
])('%s: %d told', (text, count) => {
  expect(typedIn(`1. ${text}\n`)).toHaveLength(count);
});

test('Redis takes its commands in small letters, too', () => {
  expect(kinds('In redis-cli, run `keys *`.\n')).toEqual(['redis-cli']);
  expect(kinds('Look for locks within redis-cli: `llen jobs`\n')).toEqual(['redis-cli']);
  expect(kinds('In redis-cli, run `docker ps`.\n')).toEqual(['shell']);
});

test('a client that the text says to open by its command takes what comes next, up to its end', () => {
  const steps = [
    'Run the command `redis-cli` to open it',
    'Type `llen jobs`',
    'Leave it by typing `exit`',
    'Run `exit` again',
  ];
  expect(kinds(`${steps.map((step) => `1. ${step}`).join('\n')}\n`)).toEqual([
    'shell',
    'redis-cli',
    'redis-cli',
    'shell',
  ]);
});

test('a statement of one word is whole with its semicolon', () => {
  expect(commandsIn('1. Immediate: `CHECKPOINT;` (by hand)\n2. Then `VACUUM;`\n')).toMatchObject([
    { text: 'CHECKPOINT;', kind: 'sql' },
    { text: 'VACUUM;', kind: 'sql' },
  ]);
  expect(typedIn('1. It waits for: `CHECKPOINT` (by hand)\n')).toEqual([]);
});

test.each([
  ['Now `exit` the instance and move on to the next step.', 1],
  ['Then `logout`.', 1],
  ['`exit` the container', 1],
  ['Then `exit` codes are printed.', 0],
  ['The tests `exit` the shell.', 0],
  ['Now `docker` the shop.', 0],
])('a shell is left by its own word as the verb: %s', (text, count) => {
  expect(typedIn(`${text}\n`)).toHaveLength(count);
});
