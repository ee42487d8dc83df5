import { HarnessError } from '../../core/errors.ts';
import { connectEngine } from './engine.ts';
import { type Removal, removeDead } from './leftovers.ts';
import { removeDeadScratch } from './scratch.ts';

/** Removes what dead runs of this machine left in the engine and beside it; where there is no engine, nothing is left in it. */
export const removeDeadRuns = async (): Promise<readonly Removal[]> => {
  const folders = (await removeDeadScratch()).map((what) => ({ what }));
  try {
    const { docker } = await connectEngine();
    return [...folders, ...(await removeDead(docker))];
  } catch (error) {
    if (error instanceof HarnessError && error.code === 'no-engine') return folders;
    throw error;
  }
};
