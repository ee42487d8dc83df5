import { expect, test } from 'vitest';
import { commandsIn } from '../../../test/support/commands-in.ts';

const typedIn = (text: string): readonly string[] => commandsIn(text).map(({ text: own }) => own);

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
  'The quickest fix is to `kubectl rollout restart deploy/web`.',
  'A simple `systemctl restart web` usually helps.',
  'Review the output of `kubectl get events`.',
  'Look at the volumes and cross-check against `kubectl get events -A` for errors.',
  'Look for errors in `kubectl logs web-0`.',
  '`kubectl get nodes` should show all of them as ready.',
  'Take a dump (`pg_dump -Fc shop > shop.dump`).',
  'Do not forget to `kubectl uncordon n1`.',
  'Wait for `kubectl get pods` to show it.',
  'Use e.g. `kubectl -n web get pods` to find it.',
  'Does `curl localhost/metrics` answer?',
  'Are the nodes ready (`kubectl get nodes`)?',
  'Log in as root and execute the backup script `./create-backup.sh`. It takes a minute.',
  'You can force one by executing the `pull-backup.sh` script.',
  'To start over, first ensure `git status` reports no changes.',
  'Log into `db-1` (`ssh ops@db-1`) and copy the file.',
  'On the server in question (e.g. `ssh web-1`):',
  'Leave the container by typing `exit`.',
  'Verify the driver is installed: `nvidia-smi` on the node.',
  'Network: `ping {connect-hostname}`',
  'The values can be seen if you run `env` as root.',
  'From the command line: `ynh backup restore shop`',
  'Run `helm dependency update`.',
  '`flyctl deploy`',
  '`printenv`',
  '2026-01-04: to mend it, run `systemctl restart web`.',
  'We may want to `/etc/init.d/memcached restart`.',
  'If the disk is still full, `docker system prune -f` will help.',
  '- Stop: `/opt/app/bin/stop`',
  'Disk space: Monitor disk usage (`df -h`). A full disk stops it.',
  'If that does not work, run `nginx -t`.',
  '`kubectl get pods` on the primary.',
  'Compare the keys: `dig +short TXT a.example.org` vs the one on disk.',
  'Use `kubectl get pods` as the admin.',
  'The password is in a secret (`kubectl get secret web -o yaml`).',
  '- Re-verify: `doveadm quota get ops` shows what is free; resend.',
  '**Diagnosis:** `postqueue -p` shows many that wait.',
  '- **Health of the stack**: `docker compose ps` shows whether it passes.',
  'If you use `df -h`, you’ll see that the disk is full.',
  'Restart it now and then (e.g. `systemctl restart web`) to be sure.',
  'To verify, check that `systemctl show web -p Id` does not change.',
  'Homebrew: `brew install krew`',
  '- Logs (`journalctl -u web`)',
  'If the pipeline runs `npm test`, run `npm run build`.',
  'Double check by doing a `curl localhost`.',
  'Quick fix = `systemctl restart web`',
  '- (optional) `make clean`',
  '- (if using Helm) `make clean`',
  '- `make test` ✅',
  'The command is `kubectl get pods`.',
  'If it does not work, running `podman compose down -v` will remove the volumes.',
  'Nothing is there until it is looked at -- `ls /mnt/shop` is enough to mount it.',
  'Try to use `podman compose stop` instead.',
  'Reload: `pihole restartdns`',
  'If it hangs, fall back to `ssh -J jump web-1`.',
  'Become root (`sudo -i`) and look at the log.',
  'It is normally resolved by restarting the worker (`sudo service worker restart`).',
  'If the alert persists after 10 minutes, `kubectl rollout restart deploy/api` has been known to help.',
  'Note the current revision (`helm history api`) so you can go back to it.',
  'Take note of the output of `nodetool status` before doing anything.',
  'Requeue them from the Rails console: `Sidekiq::RetrySet.new.retry_all`.',
  'The first thing to try is a `systemctl restart web`.',
  'There is more to it, but the basic command is something like `packer build web.json`.',
  'The basic pattern is `python3 setup.py install` in the folder.',
  'Wait for `kubectl rollout status deploy/web`.',
  '`aws ec2 describe-instances` will get you the address.',
  'The configuration is broken. `haproxy -c -f /etc/haproxy.cfg` tells you where.',
  'For example, typically `kubectl exec -it web-0 -- bash` for the shop.',
  'You can do things like `bundle exec rake -T`',
  'Consider running `VACUUM FULL orders;`.',
  'We recommend `systemctl restart web`.',
  "Don't forget: `make clean`.",
  'Always `make backup` before this.',
  'Expect `curl -I localhost` to return 200.',
  '`curl -I localhost` must return 200.',
  'Go on, and validate with `select * from pg_hba_file_rules where error is not null` **before** it.',
])('told: %s', (text) => {
  expect(typedIn(`${text}\n`)).toEqual([/`([^`]+)`[^`]*$/.exec(text)?.[1]]);
});

test.each([
  'Ask the team before doing `terraform apply`.',
  'Use the `find` command.',
  'Wait for `terraform apply`.',
  '`kubectl get pods` will get stuck.',
  'The basic command is `kubectl get`.',
  'It restores the database used by `docker compose`.',
  'Look at the output of `dmesg`.',
  'After a `git push`, wait.',
  '`kubectl get pods` shows three pods.',
  'The plugins are kept apart, and `make deploy` filters them out.',
  'Its `just sync` re-creates every file.',
  '`just sync-all` and `just sync-keys` re-create each file.',
  '1. **Take it off the list first.** `make sync` and `make keys` rebuild the index.',
  'The handler does not run `nginx -t` first.',
  'Use `terraform import` when it is there.',
  'Symptom: `kubectl get pods` shows whether it fails.',
  'Reach it by `fly proxy`.',
  'It was lost, caused by `rm -rf /data` on the host.',
  'Logs go to `journalctl -u web`.',
  'CI runs `npm test`, then `npm run build`.',
  '- Entry point: `node server.js`',
  'They consider `make deploy` unsafe.',
  'We do not recommend running `make deploy`.',
  'This assumes that you have fetched the changes of each repository using `git fetch`.',
  'We recommend against `make deploy`.',
  'When you try running `make deploy` it fails.',
  'Try not to `make deploy`.',
  'It failed as the logs (`journalctl -u web`) were full.',
  'Dumps are taken daily (using `app/dump.sh`).',
  'If you are using the `scripts/backup.sh` script, it is named so.',
  'If you run `df -h` and see errors, go on.',
  'Replace the last line (`host all all all scram-sha-256`) of it.',
  'The job (`pip install -r x.txt`) catches this.',
  'The hook doesn’t run `nginx -t` either.',
  'Look at each by hand: `REINDEX DATABASE` excludes some.',
  'Did you `git pull`?',
  'It was started with `docker run -d web`.',
  'Users see errors when they run `git clone x`.',
  'The page is made with `make deploy` by the pipeline.',
  'If the snapshot is taken with `etcdctl snapshot save`, it has a hash.',
  'You want it to run unless you have stopped it with `STOP REPLICA`.',
  'Members report that they are lost when queried with `SHOW STATUS LIKE "x"`.',
  'After executing the `nodetool removenode` command, wait.',
  'Remove it with the `nodetool removenode` command followed by its id.',
  'If its data is lost, use `SYSTEM RESTORE REPLICA`.',
  'If you use the `keys print ...` you will get a file.',
  'Note: if you run `decode.sh` and get an error, run it again.',
  'When you first run `docker-compose up`, it makes the tables.',
  'It is told in all cases, such as after add or using `nats stream info`.',
  '- **2026-01-04 06:16** (bot): fixed: `docker restart worker beat`',
  '- 06:16 UTC: restarted by hand: `docker restart worker beat`',
  'Fix: already done — `backend/connect.py` builds the map.',
  'Add `rootflags=x` to `CMDLINE="a rootflags=x"` and wait.',
  '- `queue_size > 100`',
  '- **Expression:** `pool.used / pool.size > 0.9`',
  '- Trigger: `redis.used / redis.max > 0.9`',
  '- `server_state follower`',
  '- `printenv`',
  'On the server (`haproxy`) it is slow.',
  '- Root cause: `git push --force` to main.',
  '- Binary: `/opt/app/bin/tally`',
  'The zones are given. `["eu-1", "eu-2"]`',
  '`man scontrol`',
  '- `man scontrol`',
])('a mention: %s', (text) => {
  expect(typedIn(`${text}\n`)).toEqual([]);
});

test('items of what must hold are to be run where the text leads to checks', () => {
  const items = '- `curl localhost/ready` returns 200.\n- `tally` is a name.\n';
  expect(typedIn(`## Verification after fix\n\n${items}`)).toEqual(['curl localhost/ready']);
  expect(typedIn(`Check, in order:\n\n${items}`)).toEqual(['curl localhost/ready']);
  expect(typedIn(`## Symptoms\n\n${items}`)).toEqual([]);
});

test('a label before several', () => {
  expect(typedIn('- [ ] All packages are new: `npm update`, `apt upgrade`\n')).toEqual([
    'npm update',
    'apt upgrade',
  ]);
  expect(typedIn('Copies are kept by a rule that is enforced via `mc find --older-than 720h`.\n')).toEqual(
    [],
  );
});

test('a script by its name alone is told where the text runs it', () => {
  expect(typedIn('1. Execute the `restore-backup.sh` script.\n2. Copy `install.sh` to the host.\n')).toEqual([
    'restore-backup.sh',
  ]);
  expect(typedIn('- Review commits to `auth/a.py` and `auth/b.py`\n')).toEqual([]);
  expect(typedIn('The task will run the `mc heal` command.\n')).toEqual([]);
});

const rows = (header: string): string =>
  `| System | ${header} |\n| --- | --- |\n| web | \`/opt/web/backup.sh\` |\n`;

test('a column of paths names them, and one with commands tells them', () => {
  expect(typedIn(rows('Script path'))).toEqual([]);
  expect(typedIn(rows('Run'))).toEqual(['/opt/web/backup.sh']);
});

const table = (header: string, ...cells: readonly string[]): string =>
  `| Step | ${header} |\n|---|---|\n${cells.map((cell) => `| 1 | ${cell} |\n`).join('')}`;

test('a column that tells who starts it names it', () => {
  expect(typedIn(table('Run by', '`make deploy`', 'CI, or `make deploy`'))).toEqual([]);
  expect(typedIn(table('Role', '`make deploy` after a review', 'CI, or `make deploy`'))).toEqual([]);
  expect(typedIn(table('Deploy', '`make deploy`'))).toEqual(['make deploy']);
});

test('cells that are nothing but a command, without marks', () => {
  expect(
    typedIn(table('Command', 'kubectl -n web get pvc', 'start-web.sh -d', '`stop-web.sh`', '`pwd`')),
  ).toEqual(['kubectl -n web get pvc', 'start-web.sh -d', 'stop-web.sh', 'pwd']);
  expect(typedIn(table('Action', 'systemctl restart web', 'Restart the web', 'helm chart'))).toEqual([
    'systemctl restart web',
  ]);
  expect(typedIn(table('Tool', 'kubectl -n web get pvc', '`stop-web.sh`', '`pwd`'))).toEqual([]);
});

test('a name that the next paragraph gives its arguments to', () => {
  expect(
    typedIn('Use the `nodetool setlogginglevel` command:\n\n`nodetool setlogginglevel a DEBUG`\n'),
  ).toEqual(['nodetool setlogginglevel a DEBUG']);
});

test('lines of prose with a prompt, and sentences that name a script', () => {
  expect(typedIn('[root@web ~]# mv shop-1 shop\n\n[root@web shop]# unknown-auto only --name shop\n')).toEqual(
    ['mv shop-1 shop', 'unknown-auto only --name shop'],
  );
  expect(typedIn('1. Run services/db/refresh.sh.\n2. Verify with services/db/verify.sh.\n')).toEqual([
    'services/db/refresh.sh',
    'services/db/verify.sh',
  ]);
  expect(typedIn('See services/db/refresh.sh.\n\nRun the tests in services/db.\n')).toEqual([]);
});

test('a command after its label, in bold', () => {
  expect(
    typedIn('1. Scale down: **kubectl scale deploy/web --replicas=0**\n\nRun: ./fix.sh --force\n'),
  ).toEqual(['kubectl scale deploy/web --replicas=0', './fix.sh --force']);
  expect(typedIn('Use **kubectl**, and see **docker run**.\n')).toEqual([]);
});

test('a list of nothing but commands', () => {
  expect(typedIn('* uptime\n* top\n* mpstat -P ALL 1\n* ping <gateway>\n')).toHaveLength(4);
  expect(typedIn('* kill -TERM <pid>\n* kill -KILL <pid>   # only if necessary\n')).toHaveLength(2);
  expect(typedIn('* docker\n* kubectl\n* jq\n')).toEqual([]);
  expect(typedIn('* uptime\n* load average\n')).toEqual([]);
  expect(typedIn('* stop further applies\n* open incident/change record\n')).toEqual([]);
  expect(typedIn('* provider timeout\n* policy denial\n* lock / backend error\n')).toEqual([]);
});

test('a prompt after a label in a list', () => {
  expect(
    typedIn('1. find the container: $ sudo docker ps | grep "queue-6"\n2. $ sudo docker exec -it web bash\n'),
  ).toEqual(['sudo docker ps | grep "queue-6"', 'sudo docker exec -it web bash']);
});
