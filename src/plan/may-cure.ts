import type { PlannedStep } from './model.ts';

/** Whether a step may change the system, so that what failed before may hold after it. */
export const mayCure = ({ role, fallback }: Pick<PlannedStep, 'role' | 'fallback'>): boolean =>
  role === 'mitigate' || fallback;
