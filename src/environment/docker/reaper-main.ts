// Outlives Drillbook: waits for its end, and then removes what its run has made. Arguments: the run's id, a temporary folder.
import { removeFolder } from '../../core/remove-folder.ts';
import { systemClock } from '../../core/clock.ts';
import { connectEngine } from './engine.ts';
import { removeRun } from './leftovers.ts';

/** An engine that has ended with the drill may come back: it is waited for this long, in ms. */
const PATIENCE = 10 * 60_000;

const [run = '', folder = ''] = process.argv.slice(2);
process.title = 'drillbook-reaper';
process.stdin.resume().on('end', () => void reap());

const reap = async (): Promise<void> => {
  await removeFolder(folder);
  const giveUpAt = performance.now() + PATIENCE;
  while (performance.now() < giveUpAt) {
    if (await removed()) return;
    await systemClock.sleep(500);
  }
};

const removed = async (): Promise<boolean> => {
  try {
    await removeRun((await connectEngine()).docker, run);
    return true;
  } catch {
    return false;
  }
};
