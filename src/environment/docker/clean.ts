import { HarnessError } from '../../core/errors.ts';
import { connectEngine } from './engine.ts';
import { type Removal, removeDead } from './leftovers.ts';

/** Removes what dead runs of this machine left in the engine; where there is none, there is nothing to remove. */
export const removeDeadRuns = async (): Promise<readonly Removal[]> => {
  try {
    const { docker } = await connectEngine();
    return await removeDead(docker);
  } catch (error) {
    if (error instanceof HarnessError && error.code === 'no-engine') return [];
    throw error;
  }
};
