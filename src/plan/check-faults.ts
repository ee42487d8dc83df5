import type { System } from '../compose/model.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { Drill, FaultSpec, Located } from '../drill/model.ts';
import type { Capability } from '../environment/model.ts';
import type { FaultDefinition } from '../fault/model.ts';

interface BackendFacts {
  readonly name: string;
  readonly capabilities: ReadonlySet<Capability>;
}

/** What of the drill's faults does not fit the system or the backend. */
export const checkFaults = (
  drill: Pick<Drill, 'faults'>,
  system: System,
  backend: BackendFacts,
  definitions: readonly FaultDefinition[],
): readonly Diagnostic[] =>
  drill.faults.flatMap((fault) => {
    const definition = definitions.find(({ kind }) => kind === fault.value.kind);
    return definition === undefined ? [] : checkFault(fault, definition, system, backend);
  });

const checkFault = (
  { value: { kind, spec }, location }: Located<FaultSpec>,
  definition: FaultDefinition,
  system: System,
  backend: BackendFacts,
): readonly Diagnostic[] => {
  const names = system.services.map(({ name }) => name);
  const unknown = definition.targets(spec).filter((target) => !names.includes(target));
  if (unknown.length > 0) {
    return unknown.map((target) => ({
      code: 'unknown-service',
      severity: 'error',
      message: `the fault ${kind} names the service "${target}", which the Compose file does not have`,
      location,
      hint: `${system.file} has: ${names.join(', ')}`,
    }));
  }
  const lacking = definition.needs(spec).filter((capability) => !backend.capabilities.has(capability));
  return [
    ...lacking.map((capability) => ({
      code: 'capability-missing',
      severity: 'error' as const,
      message: `the fault ${kind} needs "${capability}", which the ${backend.name} backend does not have`,
      location,
      hint: 'drillbook doctor says what each backend can do on this machine',
    })),
    ...(definition.validate?.(spec, system) ?? []).map((message) => ({
      code: 'fault-does-not-fit',
      severity: 'error' as const,
      message,
      location,
    })),
  ];
};
