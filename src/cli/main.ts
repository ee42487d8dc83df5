import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { EXIT } from '../core/exit-code.ts';
import { cacheFolder } from '../environment/sandbox/cache.ts';

// The second start of a command takes half the time of the first. Only the program's own folder is used: what a runbook can
// write is never loaded as code.
enableCompileCache(join(cacheFolder(), 'compiled'));

// Not awaited: what is built of this is CommonJS.
void import('./run-main.ts').then(async ({ runMain }) => {
  process.exitCode = await runMain(process.argv.slice(2));
  // What a bug has left open must not keep the program, and with it the services.
  if (process.exitCode === EXIT.bug) process.exit();
});
