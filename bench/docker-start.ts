/**
 * What the docker backend needs until the reference system is ready, and until nothing of it is left, against
 * `docker compose up --wait` and `docker compose down -v` of the same file, by turns.
 *
 *     scripts/node node bench/docker-start.ts [rounds]
 *
 * Compose is the one of the operator's image. Two files: the reference system's, less what this engine does not know
 * (`start_interval`, which Compose refuses before 25.0); and one whose services are checked every 200 ms all the time, which is as quick
 * as an engine that knows it.
 */
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { parse, stringify } from 'yaml';
import { loadSystem } from '../src/compose/load.ts';
import type { System } from '../src/compose/model.ts';
import { median } from '../src/core/statistics.ts';
import { dockerBackend } from '../src/environment/docker/backend.ts';
import { docker } from '../test/support/docker.ts';
import { measured, timed } from '../test/support/sockets.ts';
import { temporaryFolder } from '../test/support/temporary.ts';

const ROUNDS = Number(process.argv[2] ?? 5);
const root = fileURLToPath(new URL('..', import.meta.url));
const OPERATOR = 'drillbook/operator';

interface Times {
  readonly up: number[];
  readonly down: number[];
}

interface ComposeFile {
  readonly services: Record<
    string,
    { build?: unknown; image?: string; healthcheck?: Check; volumes?: string[] }
  >;
}
interface Check {
  interval: string;
  start_interval?: string;
}

/** The reference system with its images as they are built, in a folder of its own. */
const write = async (folder: string, interval: string): Promise<string> => {
  const system = parse(await readFile(join(root, 'docker-compose.yml'), 'utf8'), {
    merge: true,
  }) as ComposeFile;
  for (const service of Object.values(system.services)) {
    if (service.build !== undefined) service.image = 'drillbook/reference-app';
    delete service.build;
    service.volumes = service.volumes?.map((volume) => volume.replace(/^\.\//, root)) ?? [];
    if (service.healthcheck === undefined) continue;
    delete service.healthcheck.start_interval;
    service.healthcheck.interval = interval;
  }
  const path = join(folder, `compose-${interval}.yaml`);
  await writeFile(path, stringify(system));
  return path;
};

const compose = async (folder: string): Promise<string> => {
  const program = join(folder, 'docker-compose');
  const container = await docker('create', OPERATOR);
  await docker('cp', `${container}:/usr/libexec/docker/cli-plugins/docker-compose`, program);
  await docker('rm', container);
  await chmod(program, 0o755);
  return program;
};

const byCompose = async (program: string, file: string, { up, down }: Times): Promise<void> => {
  const of = ['--file', file, '--project-name', 'drillbook-bench'];
  up.push(await timed(() => execa(program, [...of, 'up', '--wait'])));
  down.push(await timed(() => execa(program, [...of, 'down', '--volumes'])));
};

const byBackend = async (system: System, { up, down }: Times): Promise<void> => {
  const { signal } = new AbortController();
  const [ready, environment] = await measured(() =>
    dockerBackend.start(system, { signal, onService: () => {} }),
  );
  up.push(ready);
  down.push(await timed(async () => environment[Symbol.asyncDispose]()));
};

const load = async (file: string): Promise<System> => {
  const loaded = await loadSystem(file, { env: {} });
  if (!loaded.ok) throw new TypeError(JSON.stringify(loaded.diagnostics));
  return loaded.value;
};

const s = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
const show = (what: string, ours: readonly number[], theirs: readonly number[]): void =>
  console.log(
    `${what}: drillbook ${s(median(ours))} (best ${s(Math.min(...ours))}), compose ${s(median(theirs))} ` +
      `(best ${s(Math.min(...theirs))}), ratio ${(median(ours) / median(theirs)).toFixed(2)}`,
  );

await using folder = await temporaryFolder();
const program = await compose(folder.path);
for (const interval of ['2s', '200ms']) {
  const file = await write(folder.path, interval);
  const ours: Times = { up: [], down: [] };
  const theirs: Times = { up: [], down: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    await byCompose(program, file, theirs);
    // Loaded anew, as each run of Drillbook does.
    await byBackend(await load(file), ours);
  }
  show(`checked every ${interval}: ready`, ours.up, theirs.up);
  show(`checked every ${interval}: gone`, ours.down, theirs.down);
}
