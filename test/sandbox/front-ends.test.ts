import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sandboxBackend } from '../../src/environment/sandbox/backend.ts';
import type { Refusal, ServiceChange, StartedEnvironment } from '../../src/environment/model.ts';
import { fixtureSystem } from '../environment/systems.ts';

/** What a person types in the sandbox, with real servers behind it. */

const changes: ServiceChange[] = [];
const refused: Refusal[] = [];
let environment: StartedEnvironment;

beforeAll(async () => {
  environment = await sandboxBackend.start(await fixtureSystem('sandbox-stores'), {
    signal: new AbortController().signal,
    onService: (change) => changes.push(change),
    onRefused: (refusal) => refused.push(refusal),
  });
});
afterAll(() => environment[Symbol.asyncDispose]());

const type = async (line: string) => {
  const shell = environment.operator(['bash', '-c', line]);
  if (shell.stdout === null || shell.stderr === null) throw new TypeError('no output');
  const [stdout, stderr, [exit]] = await Promise.all([
    text(shell.stdout),
    text(shell.stderr),
    once(shell, 'close'),
  ]);
  return { stdout, stderr, exit: exit as number };
};

test('docker exec runs in the container, and only what its image has', async () => {
  expect(await type('docker exec shop-db psql -U shop -Atc "select 6*7"')).toEqual({
    stdout: '42\n',
    stderr: '',
    exit: 0,
  });
  expect(await type('echo "select 1;" | docker exec -i shop-db psql -U shop -At')).toMatchObject({
    stdout: '1\n',
  });
  expect(await type('docker exec shop-db redis-cli ping')).toMatchObject({
    exit: 127,
    stderr: expect.stringContaining('exec: "redis-cli": executable file not found in $PATH') as string,
  });
});

test('Drillbook is told of what the sandbox cannot do', async () => {
  refused.length = 0;
  expect(await type('docker compose restart nope; docker network rm a b')).toMatchObject({ exit: 125 });
  expect(refused).toEqual([
    { request: 'docker network rm a b', message: expect.stringContaining("'network rm' is not") as string },
  ]);
});

test('no option of docker is taken for one of Node', async () => {
  expect(await type('docker compose --env-file none.env ps --services redis')).toMatchObject({
    stdout: 'redis\n',
  });
});

test('a restart is done, and the journal knows the command', async () => {
  changes.length = 0;
  expect(await type('docker compose restart redis')).toMatchObject({ exit: 0 });
  expect(changes).toContainEqual(
    expect.objectContaining({ service: 'redis', state: 'exited', cause: 'docker compose restart redis' }),
  );
  // As with Docker, that it was started does not mean that it answers yet.
  await expect
    .poll(() => type('docker compose exec -T redis redis-cli ping'))
    .toMatchObject({ stdout: 'PONG\n' });
});

test('what was killed is seen, and up brings it back', async () => {
  await type('docker kill shop-db');
  expect((await type('docker ps -a | grep shop-db')).stdout).toContain('Exited (137)');
  expect(await type('docker exec shop-db pg_isready')).toMatchObject({ exit: 1 });
  expect((await type('docker compose up -d --wait')).stderr).toContain(' Container shop-db  Started\n');
  expect(await type('docker exec shop-db pg_isready -U shop')).toMatchObject({ exit: 0 });
});

test('logs, statistics, processes and files are the container’s own', async () => {
  expect((await type('docker logs --tail 1 shop-db 2>&1')).stdout).toMatch(
    /^\S+ \S+ UTC \[\d+\] [A-Z]+: .*\n$/,
  );
  expect((await type('docker logs shop-db 2>&1')).stdout).toContain('ready to accept connections');
  expect((await type('docker stats --no-stream --format "{{.Name}} {{.PIDs}}" shop-db')).stdout).toMatch(
    /^shop-db \d+\n/,
  );
  expect((await type('docker top shop-db')).stdout).toContain('checkpointer');
  expect(await type('docker cp shop-db:/etc/hostname - | tar -xOf -')).toMatchObject({ exit: 0 });
  expect((await type('journalctl -u postgresql -n 1')).stdout).toMatch(/ postgres\[\d+\]: /);
});

test('a unit is the service that it names', async () => {
  expect(await type('systemctl restart redis-server && systemctl is-active redis-server')).toMatchObject({
    stdout: 'active\n',
    exit: 0,
  });
});

test('sudo starts what it is given, the front ends too', async () => {
  changes.length = 0;
  expect(
    await type('sudo -E docker compose restart redis && sudo bash -c "docker compose ps --services redis"'),
  ).toMatchObject({
    stdout: 'redis\n',
    exit: 0,
  });
  expect(changes).toContainEqual(
    expect.objectContaining({ service: 'redis', state: 'exited', cause: 'docker compose restart redis' }),
  );
  expect(await type('echo a | sudo -i cat - && doas id -u')).toMatchObject({ stdout: 'a\n0\n', stderr: '' });
  expect(await type('sudo -u postgres psql')).toMatchObject({ exit: 125, stdout: '' });
});

test('a volume goes with its data when no container has it, and comes again empty', async () => {
  const [name = ''] = (await type('docker volume ls -q')).stdout.split('\n');
  const sql = (statement: string) =>
    type(`docker exec shop-db psql -h localhost -U shop -Atc "${statement}"`);
  expect(await sql('create table kept (id int)')).toMatchObject({ exit: 0 });
  expect(await type(`docker volume rm ${name}`)).toMatchObject({ exit: 1 });

  await type('docker compose rm -sf postgres; docker compose up -d --wait postgres');
  expect(await sql('select count(*) from kept')).toMatchObject({ stdout: '0\n' });

  await type('docker compose rm -sf postgres');
  expect(await type(`docker volume rm ${name}; docker volume ls -q`)).toMatchObject({ stdout: `${name}\n` });
  await type('docker compose up -d --wait postgres');
  expect(await sql('select count(*) from kept')).toMatchObject({
    exit: 1,
    stderr: expect.stringContaining('relation "kept" does not exist') as string,
  });
  expect((await type('docker volume ls -q')).stdout).toBe(`${name}\n`);
});
