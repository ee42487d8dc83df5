import { expect, test } from 'vitest';
import { commandsIn } from '../../../test/support/commands-in.ts';

const kinds = (text: string): readonly string[] => commandsIn(text).map(({ client = 'shell' }) => client);

const typedIn = (text: string): readonly string[] => commandsIn(text).map(({ text: own }) => own);

test('where to type it, and what follows in brackets', () => {
  expect(typedIn('Then on the host `growpart /dev/sda 1` (XFS: `xfs_growfs /`).\n')).toHaveLength(2);
  expect(
    typedIn('Verify `df -h /` below 80 %, and `systemctl is-active web` prints `active`.\n'),
  ).toHaveLength(2);
  expect(typedIn('On each node `rabbitmqctl cluster_status`. Choose the larger part.\n')).toHaveLength(1);
  expect(
    typedIn('Consumers gone → restart the workers (`kubectl rollout restart deploy/web`), and wait.\n'),
  ).toHaveLength(1);
  expect(typedIn('Set `LIMIT=100` in `.env` and `docker compose up -d web`\n')).toHaveLength(1);
  expect(typedIn('- [ ] The renewal is scheduled (`systemctl list-timers`).\n')).toHaveLength(1);
  expect(
    typedIn('Keep a file to delete (`dd if=/dev/zero of=/srv/ballast bs=1M count=64`) on the volume.\n'),
  ).toHaveLength(1);
  expect(commandsIn('Ask the owner. `pragma wal_checkpoint(truncate);`\n')[0]?.kind).toBe('sql');
  expect(typedIn('It is limited to `shop` and `docker compose up -d web`\n')).toEqual([]);
  expect(typedIn('The disk is full, and `systemctl is-active web` prints `failed`.\n')).toEqual([]);
});

test('two statements in a row, and then the client for both', () => {
  expect(kinds('Run `Notebook.reindex` and `Group.reindex` from the Rails console.\n')).toEqual([
    'rails',
    'rails',
  ]);
  expect(kinds('Look at `Notebook.reindex` and `Group.reindex` from the Rails console.\n')).toEqual([]);
});

test('a name of what stands below, where it leads to it', () => {
  const below = '\n\n`rabbitmqctl list_queues name`\n';
  expect(typedIn(`Use \`rabbitmqctl list_queues\`:${below}`)).toHaveLength(1);
  expect(typedIn(`Try using \`rabbitmqctl list_queues\`.${below}`)).toHaveLength(2);
});

test('what a check shows', () => {
  expect(typedIn('1. **Verify the ring**: `nodetool status` shows all UN\n')).toEqual(['nodetool status']);
  expect(typedIn('1. **The ring**: `nodetool status` shows all UN\n')).toEqual([]);
});

test('programs that take the name of another', () => {
  expect(typedIn('- Open the port: `sudo ufw allow ssh`\n- See who runs: `pgrep mysql`\n')).toHaveLength(2);
  expect(typedIn('- Open the port: `kubectl expose`\n')).toEqual([]);
});

test('another way in another case', () => {
  const ways =
    'Restart it with `systemctl restart web`, or `docker restart web` if it was started by hand.\n';
  expect(commandsIn(ways).map(({ condition }) => condition)).toEqual([undefined, 'it was started by hand']);
  const aside =
    'Restart it with `systemctl restart web` (or `docker restart web` if it was started\nby hand).\n';
  expect(commandsIn(aside).map(({ condition }) => condition)).toEqual([undefined, 'it was started by hand']);
  expect(commandsIn(ways.replace(', or', ' or')).map(({ condition }) => condition)).toEqual([
    'it was started by hand',
    'it was started by hand',
  ]);
});

test('what is done where nothing else helps', () => {
  expect(typedIn('Try `helm rollback web 3`, worst case `kubectl delete pod web-0`.\n')).toHaveLength(2);
  expect(typedIn('Try `helm rollback web 3`, unlike `kubectl delete pod web-0`.\n')).toHaveLength(1);
});

test('a look that is a program alone, and the cheapest fix', () => {
  expect(typedIn('Check `pg_isready`, `systemctl status postgresql`, and the logs\n')).toHaveLength(2);
  expect(typedIn('`pg_isready` tells you.\n')).toEqual([]);
  expect(typedIn('The cheapest fix right now is `DROP DATABASE web;` and a restart.\n')).toHaveLength(1);
});

test('cases before lines of nothing but a command', () => {
  const lines = "• If it's one archive: unrar e web.rar\n• Start it: systemctl start web\n";
  expect(commandsIn(lines).map(({ text, condition }) => [text, condition])).toEqual([
    ['unrar e web.rar', "it's one archive"],
    ['systemctl start web', undefined],
  ]);
});

test('what a text says in brackets before its block', () => {
  const led = 'and as a last resort, run: (this takes an hour)\n\n```\nfoo fixdb now\n```\n';
  expect(commandsIn(led).map(({ text, condition }) => [text, condition])).toEqual([
    ['foo fixdb now', 'and as a last resort'],
  ]);
  expect(typedIn(led.replace('run:', 'it was:'))).toEqual([]);
});

const conditionOf = (text: string): string | undefined => commandsIn(text)[0]?.condition;

test('a look in a case, and one for a case', () => {
  expect(conditionOf("Check the logs with `fly logs` if it's not working.\n")).toBe("it's not working");
  expect(conditionOf('Check with `fly status` if it is running.\n')).toBeUndefined();
  expect(conditionOf('Check the logs with `fly logs`.\n')).toBeUndefined();
});

test('what a program said of a command', () => {
  expect(typedIn('Bootstrap reports `npm install: FAILED`\n')).toEqual([]);
  expect(typedIn('Bootstrap it with `npm install`\n')).toHaveLength(1);
});

test('a look before what is done', () => {
  expect(typedIn('Kill what is left: `nvidia-smi` then `kill -9 <PID>`\n')).toHaveLength(2);
  expect(typedIn('Kill what is left: `nvidia-smi` shows it\n')).toEqual([]);
});

test('an order with its case behind it, and a state with what shows it', () => {
  expect(typedIn('Trigger `npm run seed:caches` if needed, or rely on the load.\n')).toHaveLength(1);
  expect(typedIn('The build takes `npm run seed:caches` if needed.\n')).toEqual([]);
  expect(typedIn('- [ ] Apache is running (`sudo systemctl status httpd`)\n')).toHaveLength(1);
  expect(typedIn('- Apache is running `sudo systemctl status httpd`\n')).toEqual([]);
});

test('scripts of any kind, by name', () => {
  expect(typedIn('Run `renew-certs.ps1` script\n\nRun the `renew-certs.sh` script.\n')).toHaveLength(2);
  expect(typedIn('Read `renew-certs.ps1` first.\n')).toEqual([]);
});

test('logs, with what shows them in brackets', () => {
  expect(typedIn('1. Broker logs (`docker compose logs broker`) — errors show here.\n')).toHaveLength(1);
  expect(typedIn('1. Whoever has Docker (`docker compose logs broker`) sees it.\n')).toEqual([]);
});

test('what has to have run before', () => {
  expect(typedIn('- Confirm `adb reverse tcp:80 tcp:80` ran.\n')).toEqual([]);
  expect(typedIn('- Confirm with `adb reverse --list`.\n')).toHaveLength(1);
});

test('a label with an apostrophe, and what is tried again', () => {
  expect(typedIn("**Web won't start**: ensure it is there (`task deps:install`).\n")).toHaveLength(1);
  expect(typedIn("**Web won't start**: it is there (`task deps:install`).\n")).toEqual([]);
  expect(typedIn('Then retry `make up`.\n')).toHaveLength(1);
  expect(typedIn('- First try `kill PID` (SIGTERM): polite\n')).toHaveLength(1);
});

test('what is next to try', () => {
  const next = "If that doesn't work, `make rebuild` will start afresh.\n";
  expect(commandsIn(next).map(({ text, flags }) => [text, flags])).toEqual([
    ['make rebuild', ['conditional']],
  ]);
  expect(typedIn('If the disk is full, `make rebuild` will fail.\n')).toEqual([]);
});

test('the case behind a semicolon is of what comes behind it', () => {
  const item = "- New pages: `task web:refresh`; if that doesn't work, `task web:restart`\n";
  expect(commandsIn(item).map(({ condition }) => condition)).toEqual([undefined, "that doesn't work"]);
});

test('a program with nothing but where it looks', () => {
  expect(
    typedIn('- Use `kubectl -n web` for the shop and `kubectl -n ops get pods` for the rest.\n'),
  ).toEqual(['kubectl -n ops get pods']);
});

test('what was started with a command, and what a command does by another', () => {
  expect(typedIn('It applies to a shop started locally via `supabase start`.\n')).toEqual([]);
  expect(typedIn('It can be started with `supabase start`.\n')).toHaveLength(1);
  expect(typedIn('- `docker compose down -v` / `docker rm` destroys the volumes.\n')).toEqual([]);
  expect(typedIn('The `shop` script shells out to `docker compose up -d`, and waits.\n')).toEqual([]);
});

const table = (header: string): string => `| Name | ${header} |\n|---|---|\n| start | \`supabase start\` |\n`;

test('columns that say what something does', () => {
  expect(typedIn(table('What it does'))).toEqual([]);
  expect(typedIn(table('Process'))).toEqual([]);
  expect(typedIn(table('What to run'))).toHaveLength(1);
});

test('an order in bold, and what it is carried out with', () => {
  const order = '**E-03 — Verify a backup landed.** `aws s3 ls s3://web --recursive` shows its size.\n';
  expect(typedIn(order)).toHaveLength(1);
  expect(typedIn(order.replace('Verify a', 'A'))).toEqual([]);
  expect(typedIn(order.replace('shows its size', 'fails'))).toEqual([]);
  expect(typedIn(order.replaceAll('**', ''))).toEqual([]);
  expect(typedIn('A matching hash and `pg_restore --list` check the format.\n')).toEqual([]);
});

test('what is ended, what must work, and what wants an argument', () => {
  expect(typedIn('- Terminate the backend server (`uvicorn web:app`).\n')).toEqual([]);
  expect(typedIn('- Restart the backend server (`systemctl restart web`).\n')).toHaveLength(1);
  expect(typedIn('- Rollback plan: `kamal rollback` must work.\n')).toEqual([]);
  expect(typedIn('- Rollback plan: `kamal rollback`.\n')).toHaveLength(1);
  expect(typedIn('- Fix: `chmod +x` the script.\n')).toEqual([]);
  expect(typedIn('- Fix: `chmod +x run.sh`.\n')).toHaveLength(1);
});

test('each part of what is to be checked is', () => {
  expect(
    typedIn(
      'Check `docker compose ps` shows all `healthy`, `curl -f localhost/health` is 200, and it is quick.\n',
    ),
  ).toEqual(['docker compose ps', 'curl -f localhost/health']);
});

test('each line that asks is answered by its code', () => {
  const lines = [
    'Are workers up? `systemctl status web`',
    'How many jobs? `redis-cli llen jobs`',
    'Any errors? `journalctl -u web`',
  ];
  expect(typedIn(`${lines.join('\n')}\n`)).toHaveLength(3);
});
