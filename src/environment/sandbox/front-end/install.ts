import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { quote } from '../../../core/quote.ts';
import { FRONT_END_NAMES } from './names.ts';

/**
 * Puts a small script for each front end into a folder that goes first on the operator's PATH.
 * @param socketPath where `serveFrontEnds` listens, as the operator sees it
 */
export const installFrontEnds = async (folder: string, socketPath: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const client = fileURLToPath(new URL('client.mjs', import.meta.url));
  for (const program of FRONT_END_NAMES) {
    const file = join(folder, program);
    await writeFile(file, script(program, client, socketPath));
    await chmod(file, 0o755);
  }
};

/** `--`: Node would take `--env-file` for its own, wherever it stands. `--no-warnings`: replacing the process is an experimental feature of Node's, which would say so on stderr. */
const script = (program: string, client: string, socketPath: string): string => `#!/bin/sh
DRILLBOOK_FRONT_END=${quote(socketPath)} NODE_OPTIONS= exec ${quote(process.execPath)} --no-warnings -- ${quote(client)} ${program} "$@"
`;
