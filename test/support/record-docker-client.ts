// Records what the real Docker client prints, for real-client.test.ts. The client talks to an engine that is made of the
// same scene, on a socket of its own:
//   scripts/node node test/support/record-docker-client.ts
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dockerClientScene } from './docker-client-scene.ts';
import { dockerEngine } from './docker-engine.ts';

const FIXTURE = new URL('../fixtures/docker-client.json', import.meta.url);

/** One command and what the client made of it. */
interface Recorded {
  readonly args: readonly string[];
  readonly stdout?: string;
  readonly stderr?: string;
  readonly exit?: number;
}

const record = (folder: string, args: readonly string[]): Promise<Recorded> => {
  const environment = {
    PATH: process.env['PATH'],
    HOME: folder,
    DOCKER_HOST: `unix://${folder}/engine.sock`,
  };
  return new Promise((resolve) => {
    const child = execFile('docker', args, { env: environment, timeout: 10_000 }, (_, stdout, stderr) => {
      resolve({ args, stdout, stderr, exit: child.exitCode ?? -1 });
    });
    child.stdin?.end();
  });
};

const folder = await mkdtemp(join(tmpdir(), 'docker-client-'));
const engine = dockerEngine(dockerClientScene()).listen(join(folder, 'engine.sock'));
await once(engine, 'listening');
const wanted = JSON.parse(await readFile(FIXTURE, 'utf8')) as readonly Recorded[];
const recorded: Recorded[] = [];
for (const { args } of wanted) recorded.push(await record(folder, args));
await writeFile(FIXTURE, `${JSON.stringify(recorded, null, 2)}\n`);
engine.close();
await rm(folder, { recursive: true });
