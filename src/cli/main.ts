import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { cacheFolder } from '../environment/sandbox/cache.ts';

// The second start of a command takes half the time of the first. Only the program's own folder is used: what a runbook can
// write is never loaded as code.
enableCompileCache(join(cacheFolder(), 'compiled'));

const { runMain } = await import('./run-main.ts');

process.exitCode = await runMain(process.argv.slice(2));
