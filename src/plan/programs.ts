import type { OperatorProgram } from '../environment/model.ts';
import type { FaultDefinition } from '../fault/model.ts';

/** Of a drill, or of its plan: what may need a program. */
interface Parts {
  readonly load?: unknown;
  readonly alerts?: unknown;
  readonly faults: readonly { readonly kind: string }[];
}

/** What Drillbook itself runs in the operator's place: traffic comes from k6, alerts from Prometheus. */
export const programsOf = (
  { load, alerts, faults }: Parts,
  definitions: readonly FaultDefinition[],
): readonly OperatorProgram[] => {
  const makesLoad = (kind: string): boolean =>
    definitions.find((definition) => definition.kind === kind)?.load !== undefined;
  return [
    ...(load !== undefined || faults.some(({ kind }) => makesLoad(kind)) ? (['k6'] as const) : []),
    ...(alerts !== undefined ? (['prometheus'] as const) : []),
  ];
};
