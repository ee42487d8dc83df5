/**
 * What the scoped socket adds to a command: `docker ps` and `docker exec … true`, by turns through it and straight at the engine.
 * The scoped socket is a process of its own.
 *
 *     scripts/node node bench/socket.ts [rounds]
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { execa } from 'execa';
import { startSocket } from '../src/environment/docker/socket/start.ts';
import { realName, scopeLabels } from '../src/environment/docker/socket/names.ts';
import { percentile } from '../src/core/statistics.ts';
import { docker, ENGINE, removeByLabel } from '../test/support/docker.ts';
import { timed } from '../test/support/sockets.ts';
import { temporaryFolder } from '../test/support/temporary.ts';

const ROUNDS = Number(process.argv[2] ?? 60);
const RUN = `bench${process.pid}`;

const compare = async (): Promise<void> => {
  await using folder = await temporaryFolder();
  const path = `${folder.path}/docker.sock`;
  const child = fork(import.meta.filename, ['serve', path, RUN]);
  await once(child, 'message');
  const labels = Object.entries(scopeLabels(RUN)).flatMap(([name, value]) => ['--label', `${name}=${value}`]);
  for (const name of ['a', 'b', 'c', 'd']) {
    await docker('run', '-d', '--name', realName(RUN, name), ...labels, '--network', 'none', 'redis:8');
  }
  const [filter] = labels.slice(-1);
  try {
    await report('docker ps', path, ['ps'], ['ps', '--filter', `label=${filter}`]);
    await report('docker exec true', path, ['exec', 'a', 'true'], ['exec', realName(RUN, 'a'), 'true']);
  } finally {
    child.kill();
    await removeByLabel(String(filter));
  }
};

const report = async (
  name: string,
  socket: string,
  scoped: readonly string[],
  straight: readonly string[],
): Promise<void> => {
  const times: { readonly scoped: number[]; readonly straight: number[] } = { scoped: [], straight: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.scoped.push(await timed(() => execa('docker', ['-H', `unix://${socket}`, ...scoped])));
    times.straight.push(await timed(() => execa('docker', ['-H', `unix://${ENGINE}`, ...straight])));
  }
  for (const [word, share] of [
    ['median', 0.5],
    ['best tenth', 0.1],
  ] as const) {
    const [through, without] = [percentile(times.scoped, share), percentile(times.straight, share)];
    console.log(
      `${name}, ${word}: straight ${without.toFixed(1)} ms, through the scoped socket ${through.toFixed(1)} ms; ` +
        `added ${(through - without).toFixed(1)} ms, ratio ${(through / without).toFixed(2)}`,
    );
  }
};

const [, , command, listen = '', run = ''] = process.argv;
if (command === 'serve') {
  await startSocket({
    engine: { path: ENGINE },
    listen,
    scope: { run, network: 'default', images: new Map([['redis:8', 'redis:8']]) },
  });
  process.send?.('ready');
} else await compare();
