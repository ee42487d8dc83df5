import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { freePort } from './free-port.ts';

/** The real server's program, as `scripts/toxiproxy` builds it; or why there is none. */
export const findToxiproxy = (): { readonly program: string } | { readonly missing: string } => {
  const { stdout, status } = spawnSync('scripts/toxiproxy', ['--path'], { encoding: 'utf8' });
  if (status === 0) return { program: stdout.trim() };
  return { missing: 'no Toxiproxy server (scripts/toxiproxy builds one, and needs Go)' };
};

/** Resolves when it answers. */
export const startToxiproxy = async (
  program: string,
): Promise<AsyncDisposable & { readonly url: string }> => {
  const port = await freePort();
  const child = spawn(program, ['-host', '127.0.0.1', '-port', String(port)], {
    stdio: 'ignore',
    env: { ...process.env, LOG_LEVEL: 'error' },
  });
  const ended = once(child, 'exit');
  await untilItListens(port, child);
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await ended;
    },
  };
};

const untilItListens = async (port: number, child: { readonly exitCode: number | null }): Promise<void> => {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the Toxiproxy server ended with ${child.exitCode}`);
    const socket = connect(port, '127.0.0.1');
    const answered = await Promise.race([
      once(socket, 'connect').then(
        () => true,
        () => false,
      ),
      once(socket, 'close').then(() => false),
    ]);
    socket.destroy();
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};
