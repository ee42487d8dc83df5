import { expect, test } from 'vitest';
import type { CommandKind } from '../model.ts';
import { toCommand } from './command.ts';
import { lossOf } from './losses.ts';

const read = (text: string, kind: CommandKind): { loses: string | undefined; destructive: boolean } => {
  const command = toCommand({ text, lines: [1, 1], where: 'fence', kind });
  return { loses: lossOf(command)?.loses, destructive: command.flags.includes('destructive') };
};

const IN_IT = 'all that is in it';

test.each([
  ['docker compose -f shop.yaml down --volumes', 'the volumes, with the data of every service'],
  ['sudo rm -r /srv/data/x', 'the folder with all that is in it'],
  ['rm -rf /tmp/x /srv/data', 'the folder with all that is in it'],
  ['ssh db1 "rm -rf /srv/data"', 'the folder with all that is in it'],
  ['aws rds delete-db-instance --db-instance-identifier shop --skip-final-snapshot', IN_IT],
  ['gcloud --project shop sql instances delete db', IN_IT],
  ['az group delete -n shop -y', IN_IT],
  ['zfs destroy tank/shop', 'the data on it'],
  ['lvremove -f vg/shop', 'the data on it'],
  ['dd if=/dev/zero of=/dev/sda', 'what is on that disk'],
  ['curl -XDELETE localhost:9200/_all', 'every document in that index'],
  ["mongosh --eval 'db.orders.deleteMany({})'", 'every document in it'],
  ['etcdctl del "" --from-key=true', 'every key below it'],
  ['kafka-topics.sh --delete --topic orders --bootstrap-server k:9092', 'the messages'],
  ['consul kv delete -recurse shop/', 'every key below it'],
  ['terraform apply -destroy -auto-approve', 'the infrastructure'],
  ['kubectl -n shop delete pvc data-0', 'the data in it'],
  ['redis-cli DEL bull:mail:failed', 'the jobs in it, so that nobody can try them again'],
  ['docker compose exec -T redis redis-cli unlink jobs', 'the jobs in it, so that nobody can try them again'],
  ['redis-cli -n 1 LTRIM jobs 0 99', 'the jobs that it cuts off, so that nobody can try them again'],
  ['redis-cli xtrim mail:tasks MAXLEN 0', 'the jobs that it cuts off, so that nobody can try them again'],
  ["psql -c 'DELETE FROM orders'", 'every row: there is no WHERE'],
])('%s loses %s, and is destructive', (text, loses) => {
  expect(read(text, 'shell')).toEqual({ loses, destructive: true });
});

test.each([
  'rm -rf /tmp/x',
  'redis-cli DEL lock:jobs',
  'rm -rf /var/cache/nginx/*',
  'rm -rf /srv/shop/node_modules "$TMPDIR/x"',
  'rm /srv/shop/lock',
  'aws s3 rm s3://shop/old --recursive --dryrun',
  'aws rds delete-db-instance --db-instance-identifier shop --final-db-snapshot-identifier last',
  'zfs destroy tank/shop@monday',
  'redis-cli del queue:lock',
  'redis-cli ltrim recent-logins 0 99',
  'unlink jobs',
  'curl -XDELETE localhost:9200/_search/scroll',
  'dd if=/dev/sda of=sda.img',
  "psql -c 'DELETE FROM orders WHERE id = 7'",
])('%s: nothing that is said to be lost', (text) => {
  expect(read(text, 'shell').loses).toBeUndefined();
});

test('a statement in a client loses what it loses in a shell', () => {
  expect(read('DROP TABLE orders;', 'sql').loses).toBe(IN_IT);
  expect(read('FLUSHALL', 'client').loses).toBe('every key in every database of that Redis');
  expect(read('DEL bull:mail:failed', 'client').loses).toMatch(/^the jobs in it/);
  expect(read('unlink jobs', 'client').loses).toMatch(/^the jobs in it/);
  expect(read('XTRIM jobs MAXLEN 1000', 'client').loses).toMatch(/^the jobs that it cuts off/);
  expect(read('DEL lock:jobs', 'client').loses).toBeUndefined();
});
