import { delimiter } from 'node:path';
import { execa } from 'execa';
import { builtPrograms } from '../environment/sandbox/cache.ts';

/** k6 opens `/dev/stdout` for an archive, which a pipe allows, and the socket that Node gives a child does not. */
const PIPED = ['-o', 'pipefail', '-c', 'k6 "$@" | cat', 'k6'];

/** This machine's k6, which reads scripts and sends nothing. `exitCode` 127: there is none. */
export const ownK6 = async (
  args: readonly string[],
  input?: string,
): Promise<{ readonly exitCode?: number; readonly stdout: Uint8Array; readonly stderr: string }> => {
  const { exitCode, stdout, stderr } = await execa('bash', [...PIPED, ...args], {
    ...(input !== undefined && { input }),
    reject: false,
    encoding: 'buffer',
    env: {
      PATH: [process.env['PATH'] ?? '', builtPrograms()].join(delimiter),
      // It would download another k6 for extensions that a script imports, and modules from wherever they are.
      K6_AUTO_EXTENSION_RESOLUTION: 'false',
      HTTP_PROXY: NOWHERE,
      HTTPS_PROXY: NOWHERE,
    },
  });
  return {
    ...(exitCode !== undefined && { exitCode }),
    stdout,
    stderr: new TextDecoder().decode(stderr),
  };
};

const NOWHERE = 'http://127.0.0.1:9';
