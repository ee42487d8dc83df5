import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { ownModule } from '../../core/own-files.ts';
import { cached } from './cache.ts';
import { words } from './words.ts';

const SOURCE = fileURLToPath(new URL('../..', import.meta.url));
const EVERYTHING = ownModule('agent/everything', import.meta.url);

/** For `NODE_COMPILE_CACHE` of the agent, which loads in a third of the time with it but cannot write there itself. */
export const compiledCode = (): string => (name ??= `code/${process.version}-${fingerprint()}`);

/** Looked up once: what this process has loaded does not change. */
let name: string | undefined;

/** Makes it when it is not there. An agent without it is slower, and does the same. */
export const ensureCompiledCode = async (cancelSignal: AbortSignal): Promise<void> => {
  const command = [...words`--pdeathsig KILL`, process.execPath, EVERYTHING];
  await cached(compiledCode(), async (scratch) => {
    await execa('setpriv', command, {
      stdin: 'ignore',
      env: { NODE_COMPILE_CACHE: join(scratch, 'made') },
      cancelSignal,
    });
  });
};

/** Changes with every change of the source. */
const fingerprint = (): string => {
  const hash = createHash('sha256').update(SOURCE);
  for (const file of readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('s')) hash.update(`${file} ${statSync(join(SOURCE, file)).mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 24);
};
