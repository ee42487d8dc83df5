import type { Drill } from '../drill/model.ts';
import type { FaultDefinition } from '../fault/model.ts';
import type { PlannedFault } from './model.ts';

/** The drill's faults, each in words. */
export const planFaults = (
  { faults }: Pick<Drill, 'faults'>,
  definitions: readonly FaultDefinition[],
): readonly PlannedFault[] =>
  faults.map(({ value: { kind, spec, liftedBy, after } }) => ({
    kind,
    spec,
    what: definitions.find((definition) => definition.kind === kind)?.describe(spec) ?? kind,
    ...(liftedBy === undefined ? {} : { liftedBy }),
    ...(after === undefined ? {} : { after }),
  }));
