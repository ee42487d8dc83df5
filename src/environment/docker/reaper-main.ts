// Outlives Drillbook: waits for its end, and then removes what its run has made. Arguments: the run's id, a temporary folder.
import { rm } from 'node:fs/promises';
import { connectEngine } from './engine.ts';
import { removeRun } from './leftovers.ts';

const [run = '', folder = ''] = process.argv.slice(2);
process.title = 'drillbook-reaper';
process.stdin.resume().on('end', () => void reap());

const reap = async (): Promise<void> => {
  const { docker } = await connectEngine();
  await removeRun(docker, run);
  await rm(folder, { recursive: true, force: true });
};
