import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { loadSystem } from '../../src/compose/load.ts';
import { hasErrors } from '../../src/core/diagnostic.ts';
import { dockerBackend } from '../../src/environment/docker/backend.ts';
import type { StartedEnvironment } from '../../src/environment/model.ts';
import { OPERATOR_IMAGE } from '../../src/environment/docker/images.ts';
import { ENGINE, docker, removeByLabel } from '../support/docker.ts';
import { canRun } from '../support/require.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { conformance } from './conformance.ts';

const missing = await dockerBackend.missing();

/** What a command at the operator's place writes. */
const typed = async (environment: StartedEnvironment, command: string): Promise<string> => {
  const shell = environment.operator(['sh', '-c', `${command} 2>&1`]);
  shell.stdin.end();
  return (await text(shell.stdout)).trim();
};

/** A file with networks of its own: what its services reach of each other, however they were started. */
const networksOfTheFile = (): void => {
  test('what a runbook starts anew is in the networks of the file, and behind the proxies, as it was', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'compose.yaml');
    const lines = [
      'name: nets',
      `x-app: &app { image: ${OPERATOR_IMAGE}, command: sleep infinity, init: true }`,
      'services:',
      '  db:',
      '    image: redis:8',
      '    networks: { back: { aliases: [store], ipv4_address: 10.99.9.9 } }',
      // With it, Compose takes the engine for a newer one, which creates a container in both networks.
      '    healthcheck: { test: redis-cli ping, start_period: 30s, start_interval: 1s }',
      '  app: { <<: *app, networks: [front, back] }',
      '  web: { <<: *app, networks: [front] }',
      '  job: { <<: *app, networks: [back], profiles: [later] }',
      'networks:',
      '  front: { name: edge, external: true }',
      '  back: { internal: true, ipam: { config: [{ subnet: 10.99.9.0/24 }] } }',
    ];
    await writeFile(file, lines.join('\n'));
    const read = await loadSystem(file, { env: {} });
    if (!read.ok) throw new TypeError(JSON.stringify(read.diagnostics));
    await using environment = await dockerBackend.start(read.value, {
      signal: new AbortController().signal,
      onService: () => {},
    });
    const operator = (command: string): Promise<string> => typed(environment, command);
    const answers = (service: string, ...hosts: readonly string[]): Promise<string> => {
      const ask = `redis-cli -h $host ping 2>&1 || echo lost; done`;
      return operator(`docker exec nets-${service}-1 sh -c 'for host in ${hosts.join(' ')}; do ${ask}'`);
    };
    /** The app reaches the store, and by the proxy; what is not in the store's network does not. */
    const asTheFileSays = async (): Promise<void> => {
      expect(await answers('app', 'db', 'store', 'nets-db-1')).toBe('PONG\nPONG\nPONG');
      await environment.network.setEnabled('db', false);
      expect(await answers('app', 'db', 'store', 'nets-db-1')).toMatch(/(?:^.*refused\nlost\n?){3}/m);
      await environment.network.setEnabled('db', true);
      expect(await answers('web', 'db')).toMatch(/not known\nlost$/);
      expect(await operator('docker exec nets-web-1 getent hosts app')).toContain(' app');
    };
    await asTheFileSays();
    const addresses = '{{range $name, $net := .NetworkSettings.Networks}}{{$name}} {{$net.IPAddress}}{{end}}';
    expect(await operator(`docker inspect -f '${addresses}' nets-db-1`)).toMatch(
      /^nets_back \d+(?:\.\d+){3}$/,
    );
    const networks = `docker network ls --format '{{.Name}} {{.Label "com.docker.compose.network"}}'`;
    const before = await operator(networks);
    expect(before).toBe('edge \nnets_back back');

    expect(await operator('docker compose up -d')).toMatch(/^(?:\s*Container .* Running){3}$/);
    await operator('docker compose up -d --force-recreate app web');
    await asTheFileSays();
    expect(await operator('docker compose run --rm app redis-cli -h db ping')).toContain('PONG');
    await operator('docker compose --profile later up -d job');
    expect(await answers('job', 'db')).toBe('PONG');
    await operator('docker compose down && docker compose up -d');
    await operator('docker network disconnect nets_back nets-app-1');
    expect(await answers('app', 'db')).toMatch(/not known\nlost$/);
    await operator('docker network connect nets_back nets-app-1');
    await asTheFileSays();
    expect(await operator(networks)).toBe(before);
  });
};

/** The team's own stack of a file, started with the real `docker compose` on the engine, and a drill of that file beside it. */
const besideTheTeam = (): void => {
  test('a drill and the team’s own docker compose of one file do not touch each other', async () => {
    await using folder = await temporaryFolder();
    const project = `team-${randomUUID()}`;
    const file = join(folder.path, 'compose.yaml');
    // What a variable of the surroundings says is the same for each `docker compose`.
    const env = { TAG: '8', SECRET: randomUUID() };
    const lines = [
      `name: ${project}`,
      "services: { db: { image: 'redis:${TAG:?}', environment: [SECRET], volumes: ['sized:/data'], shm_size: 8m, tty: true, stdin_open: true }, app: { image: redis:8 } }",
      'volumes: { sized: { driver_opts: { type: tmpfs, device: tmpfs, o: size=4m } } }',
    ];
    await writeFile(file, lines.join('\n'));
    const places = [
      '-e',
      'TAG=8',
      '-e',
      `SECRET=${env.SECRET}`,
      '-v',
      `${ENGINE}:/var/run/docker.sock`,
      '-v',
      `${folder.path}:${folder.path}`,
    ];
    const team = (command: string): Promise<string> =>
      docker('run', '--rm', ...places, '-w', folder.path, OPERATOR_IMAGE, 'sh', '-c', `${command} 2>&1`);
    const LIST = 'docker compose ps -a --format "{{.Name}} {{.State}}"';
    const teams = async (): Promise<unknown> => [
      await docker('ps', '-aq', '--filter', `name=^${project}`),
      await docker('exec', `${project}-db-1`, 'redis-cli', 'get', 'kept'),
    ];
    onTestFinished(() => removeByLabel(`com.docker.compose.project=${project}`));
    await team('docker compose up -d');
    await docker('exec', `${project}-db-1`, 'redis-cli', 'set', 'kept', 'yes');
    const before = await teams();

    const read = await loadSystem(file, { env });
    if (!read.ok) throw new TypeError(JSON.stringify(read.diagnostics));
    const told: string[] = [];
    await using environment = await dockerBackend.start(read.value, {
      signal: new AbortController().signal,
      onService: ({ service, state }) => void told.push(`${service} ${state}`),
    });
    const operator = (command: string): Promise<string> => typed(environment, command);
    // The one is as the other, where the file asks for something of its own.
    const AS_ASKED = '{{.HostConfig.ShmSize}} {{.Config.Tty}} {{.Config.OpenStdin}} {{.Config.AttachStdin}}';
    for (const [service, has] of [
      ['db', `${8 * 2 ** 20} true true false`],
      ['app', `${64 * 2 ** 20} false false false`],
    ] as const) {
      const look = ['inspect', '-f', AS_ASKED, `${project}-${service}-1`];
      expect(await docker(...look)).toBe(has);
      expect(await operator(`docker ${look.map((word) => `'${word}'`).join(' ')}`)).toBe(has);
    }
    for (const service of ['db', 'app'])
      await expect
        .poll(() => environment.logs(service, 1))
        .toMatch(/^\d+:M .* Ready to accept connections tcp\n$/);

    const both = `${project}-app-1 running\n${project}-db-1 running`;
    const started = [...told];
    const unchanged = /^(?:\s*Container .* Running){2}$/;

    // What the team types reaches what is the team's.
    expect(await team(LIST)).toBe(both);
    expect(await team('docker compose up -d --remove-orphans')).toMatch(unchanged);
    await team('docker compose restart app');
    expect(await teams()).toEqual(before);
    expect(told).toEqual(started);

    // And what the runbook types, what is the drill's: by the one file that it runs, whatever lies beside that.
    await operator("echo 'services: { db: { environment: [OTHER=1] } }' >compose.override.yaml");
    expect(await operator(LIST)).toBe(both);
    expect(await operator('docker compose up -d --remove-orphans')).toMatch(unchanged);
    await operator('docker compose up -d --force-recreate');
    expect(await operator('docker compose exec -T db printenv SECRET')).toBe(env.SECRET);
    expect(await team(LIST)).toBe(both);
    await operator('docker compose exec -T db touch /data/old');
    expect(await operator('docker compose down -v')).toMatch(/Volume \S+_sized {2}Removed/);
    expect(await operator(LIST)).toBe('');
    await expect.poll(() => environment.status('db')).toMatchObject({ state: 'exited' });
    expect(await teams()).toEqual(before);
    expect(await team(LIST)).toBe(both);
    // What was removed begins anew, as large as it was.
    await operator('docker compose up -d');
    const seen = "docker compose exec -T db sh -c 'ls /data; df -k --output=size /data | tail -1'";
    expect(await operator(seen)).toBe('4096');
  });
};

if (canRun('the docker backend', hasErrors(missing) ? missing[0]?.message : undefined)) {
  conformance(dockerBackend);
  besideTheTeam();
  networksOfTheFile();
}
