import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { EXIT } from '../core/exit-code.ts';
import { cacheFolder } from '../environment/sandbox/cache.ts';

// V8 would compile a regular expression to bytecode at its first use and to machine code at its second: most of the reader's come to
// both, which is a sixth of the time that a small file takes. Before the cache, which holds for one set of flags.
setFlagsFromString('--no-regexp-tier-up');

// The second start of a command takes half the time of the first. Only the program's own folder is used: what a runbook can
// write is never loaded as code.
enableCompileCache(join(cacheFolder(), 'compiled'));

// Not awaited: what is built of this is CommonJS.
void import('./run-main.ts').then(async ({ runMain }) => {
  process.exitCode = await runMain(process.argv.slice(2));
  // What a bug has left open must not keep the program, and with it the services.
  if (process.exitCode === EXIT.bug) process.exit();
});
