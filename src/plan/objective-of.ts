import type { ObjectiveKind } from '../drill/model.ts';
import type { PlannedObjective } from './model.ts';

/** The limit of this kind; what is promised of a probe's value is none, whatever the probe is called. */
export const objectiveOf = <Objective extends Pick<PlannedObjective, 'name' | 'probe'>>(
  objectives: readonly Objective[],
  kind: ObjectiveKind,
): Objective | undefined => objectives.find(({ name, probe }) => name === kind && probe === undefined);
