import { Level } from '../probe/level.ts';
import type { PlannedObjective } from './model.ts';

/** Follows the figure that an objective is about; nothing for one about a time or a count. */
export const levelOf = ({ level, limit, atLeast = false }: PlannedObjective): Level | undefined =>
  level && new Level({ ...level, limit, atLeast });
