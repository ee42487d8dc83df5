import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, readlink, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { loadSystem } from '../../src/compose/load.ts';
import { sandboxBackend } from '../../src/environment/sandbox/backend.ts';
import { worstCommands } from '../docker/worst-commands.ts';
import { temporaryFolder } from '../support/temporary.ts';

const SHOP = fileURLToPath(new URL('../fixtures/docker/shop/compose.yaml', import.meta.url));
const NAMESPACES = ['net', 'pid', 'mnt', 'uts', 'ipc', 'user'];

test('the worst commands reach no file, process, setting or network of the machine', async () => {
  await using folder = await temporaryFolder();
  const name = 'drillbook-canary';
  const file = `${folder.path}/file`;
  await writeFile(file, 'precious');
  const process = spawn('sh', ['-c', 'echo up; read x', name], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(process.stdout, 'data');
  const server = createServer((connection) => connection.end('alive'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const loaded = await loadSystem(SHOP, { env: {} });
  if (!loaded.ok) throw new TypeError(JSON.stringify(loaded.diagnostics));
  await using environment = await sandboxBackend.start(loaded.value, {
    signal: new AbortController().signal,
    onService: () => {},
  });
  const type = async (script: string): Promise<string> => {
    // Not as an argument, by which `pkill -f` would find the shell itself.
    const shell = environment.operator(['bash']);
    shell.stdin?.end(`exec 2>&1\n${script}\n`);
    return text(shell.stdout as NodeJS.ReadableStream);
  };
  // Before anything is typed that would do harm elsewhere.
  for (const namespace of NAMESPACES) {
    const own = await readlink(`/proc/self/ns/${namespace}`);
    expect(await type(`readlink /proc/self/ns/${namespace}`)).not.toBe(`${own}\n`);
  }
  const state = async (): Promise<unknown> => ({
    file: await readFile(file, 'utf8'),
    process: [process.exitCode, process.signalCode],
    loopback: (await execa('ip', ['-o', 'addr', 'show', 'lo'])).stdout,
    routes: (await execa('ip', ['route', 'show', 'default'])).stdout,
    server: await text(connect((server.address() as AddressInfo).port, '127.0.0.1')),
    hostname: await readFile('/proc/sys/kernel/hostname', 'utf8'),
    setting: await readFile('/proc/sys/vm/swappiness', 'utf8'),
    strays: (await execa('ls', ['-d', `/etc/${name}`, `/usr/bin/${name}`], { reject: false })).stdout,
  });
  const before = await state();

  const variables = `export CANARY=${name} CANARY_NAME=${name} CANARY_FILE=${file} CANARY_PID=${process.pid}
    export CANARY_VOLUME=${name}-data CANARY_NETWORK=${name}-net CANARY_IMAGE=${name} CANARY_IMAGE_ID=sha256:00`;
  for (const heading of ['Outside of the drill', 'Within the drill', 'The host'] as const) {
    const commands = worstCommands(heading);
    expect(commands.length).toBeGreaterThan(20);
    const typed = commands.map((command) => `{ ${command}\n} < /dev/null`).join('\n');
    // The control: they are typed to their end.
    expect(await type(`${variables}\n${typed}\necho typed`)).toMatch(/typed\n$/);
  }
  await type('kill -9 -1');
  expect(await state()).toEqual(before);
  process.stdin.end();
  server.close();
});
