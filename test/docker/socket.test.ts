import { describe, expect, test } from 'vitest';
import { RUN_LABEL } from '../../src/environment/docker/socket/names.ts';
import { docker, dockerMissing } from '../support/docker.ts';
import { canRun } from '../support/require.ts';
import { IMAGES, startScene, type Scene } from './socket-scene.ts';

/** What is typed, what must come of it, and its input. */
const FLOWS: readonly (readonly [string, RegExp, string?])[] = [
  ['docker exec -i shop-cache sh -c "cat; echo end"', /^some input\nend$/, 'some input\n'],
  ['docker exec -t shop-cache tty', /^\/dev\/pts\//],
  ['docker run -i --rm redis:8 tr a-z A-Z', /^SHOUT$/, 'shout'],
  [
    `head -c 3000000 /dev/urandom > /tmp/a; docker cp -q /tmp/a shop-cache:/tmp/b; docker cp -q shop-cache:/tmp/b /tmp/c
     cmp /tmp/a /tmp/c && docker exec -i shop-cache cat /tmp/b | cmp - /tmp/a && docker exec -i shop-cache cmp - /tmp/b < /tmp/a`,
    /^$/,
  ],
  // Who reads slowly gets the last of it, too, though the program has long ended.
  [
    `for size in 224 256 288 320 352 384 416; do
       docker exec -i shop-cache head -c $size"000" /tmp/b | { sleep 0.5; cmp - <(head -c $size"000" /tmp/a); }
     done`,
    /^$/,
  ],
  ['grep -m1 -o "Ready to accept" < <(docker logs -f shop-cache 2>&1)', /^Ready to accept$/],
  [
    `since=$(date +%s); docker restart shop-cache > /dev/null &
     grep -m1 "start shop-cache" < <(docker events --since $since --format "{{.Action}} {{.Actor.Attributes.name}}")`,
    /^start shop-cache$/,
  ],
  ['docker run -d --name job redis:8 sh -c "exit 3" > /dev/null; docker wait job', /^3$/],
  ["docker stats --no-stream --format '{{.Name}}' shop-cache", /^shop-cache$/],
  ['docker top shop-cache -o pid,comm', /redis-server/],
  [
    "docker inspect -f '{{.Name}} {{.HostConfig.NetworkMode}}' $(docker ps -q -f name=^shop-cache$)",
    /^\/shop-cache shop_default$/,
  ],
  ["docker rename job done; docker ps -a -f name=done --format '{{.Names}}: {{.Image}}'", /^done: redis:8$/],
  ['docker update -m 64m --memory-swap 64m shop-cache; docker exec shop-cache true', /^shop-cache$/],
  [
    'docker network create side; docker network connect side shop-cache; docker network inspect side',
    /"shop-cache"/,
  ],
  [
    'docker pause shop-cache; docker unpause shop-cache; docker kill -s HUP shop-cache',
    /^(shop-cache\n?){3}$/,
  ],
];

const UP = 'docker compose up -d --wait';

/** What a script wrote; that it failed is worth its whole output. */
const output = async (scene: Scene, script: string, input?: string): Promise<string> => {
  const { all, exitCode } = await scene.type(script, input);
  expect(exitCode, `${script}\n${all}`).toBe(0);
  return all;
};

describe.runIf(canRun('the scoped socket', dockerMissing(...IMAGES)))('the scoped socket', () => {
  test('serves docker compose as an engine of the drill’s own would', async () => {
    await using scene = await startScene();
    const { run } = scene;
    // As with Docker, what was started need not answer yet.
    await output(scene, UP);
    expect(await docker('ps', '--filter', `label=drillbook.scope=${run}`, '--format', '{{.Names}}')).toBe(
      `drillbook-${run}-shop-app-1\ndrillbook-${run}-shop-cache`,
    );
    expect(await output(scene, "docker compose ps -a --format '{{.Name}} {{.Service}} {{.State}}'")).toBe(
      'shop-app-1 app running\nshop-cache cache running',
    );
    expect(await output(scene, 'docker compose exec -T cache redis-cli set colour green')).toBe('OK');
    expect(await output(scene, 'docker compose exec -T app redis-cli -h cache get colour')).toBe('green');
    expect(await output(scene, 'docker compose exec -T app redis-cli -h shop-cache ping')).toBe('PONG');
    expect(await output(scene, 'docker compose exec -T app cat /settings/app.yaml')).toBe('colour: blue');
    expect(await output(scene, 'docker-compose logs --no-log-prefix --tail 1 cache')).toContain(
      'Ready to accept',
    );
    const up = await output(scene, 'docker compose up -d');
    expect(up).not.toMatch(/Recreate|Creat|Started/);
    await output(
      scene,
      'docker compose restart cache && docker compose stop app && docker compose start app',
    );
    await output(scene, `${UP} --force-recreate`);
    expect(await output(scene, 'docker compose exec -T app redis-cli -h cache get colour')).toBe('green');
    expect(await output(scene, 'docker compose run --rm -T app redis-cli -h cache ping')).toContain('PONG');
    expect(await output(scene, "docker volume ls -q; docker network ls --format '{{.Name}}'")).toMatch(
      /shop_cache-data\n(?:.*\n)*shop_default$/,
    );
    await output(scene, 'docker compose down -v --remove-orphans');
    for (const list of [
      ['ps', '-aq'],
      ['network', 'ls', '-q'],
    ]) {
      expect(await docker(...list, '--filter', `label=drillbook.scope=${run}`)).toBe('');
    }
    expect(await docker('volume', 'ls', '-q', '--filter', `name=drillbook-${run}-`)).toBe('');
    expect(scene.refusals.filter(({ status }) => status !== 404)).toEqual([]);
  });

  test('keeps two drills of one Compose file, and each drill’s helpers, apart', async () => {
    await using one = await startScene();
    await using other = await startScene();
    await Promise.all([output(one, UP), output(other, UP)]);
    await output(one, 'docker exec shop-cache redis-cli set whose one');
    expect(await output(other, 'docker exec shop-cache redis-cli get whose')).toBe('');
    expect(await output(one, "docker ps --format '{{.Names}}'")).toBe('shop-app-1\nshop-cache');
    const foreign = await docker('ps', '-q', '--no-trunc', '--filter', `label=${RUN_LABEL}=${other.run}`);
    for (const id of [...foreign.split('\n'), one.operator]) {
      expect((await one.type(`docker exec ${id} true`)).all).toBe(
        `Error response from daemon: No such container: ${id}`,
      );
    }
    await output(one, 'docker rm -fv $(docker ps -aq)');
    expect(await output(other, "docker ps --format '{{.Names}}'")).toBe('shop-app-1\nshop-cache');
  });

  test('passes on what flows: input and its end, logs that are followed, events, files', async () => {
    await using scene = await startScene();
    await output(scene, UP);
    for (const [script, expected, input] of FLOWS) {
      const written = await output(scene, script, input);
      expect(written).toMatch(expected);
    }
    expect((await scene.type('docker exec shop-cache sh -c "exit 7"')).exitCode).toBe(7);
    expect(scene.refusals.filter(({ status }) => status !== 404)).toEqual([]);
  });
});
