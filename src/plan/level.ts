import { Level } from '../probe/level.ts';
import type { Plan } from './model.ts';

/** Follow the figures that the objectives are about, by their place; nothing for those about a time or a count. */
export const levelsOf = ({
  objectives,
  timing: { stableFor },
}: Pick<Plan, 'objectives' | 'timing'>): readonly (Level | undefined)[] =>
  objectives.map(
    ({ level, limit, atLeast = false }) => level && new Level({ ...level, limit, atLeast, stableFor }),
  );
