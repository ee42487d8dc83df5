import type { System } from '../compose/model.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { formatDuration } from '../core/duration.ts';
import type { Drill, FaultSpec, Located } from '../drill/model.ts';
import type { Backend, Capability } from '../environment/model.ts';
import type { FaultDefinition } from '../fault/model.ts';
import type { Timing } from './model.ts';

/** What of the drill's faults does not fit the system or the backend. */
export const checkFaults = (
  { faults }: Pick<Drill, 'faults'>,
  system: System,
  backend: Pick<Backend, 'name' | 'capabilities'>,
  definitions: readonly FaultDefinition[],
): readonly Diagnostic[] =>
  faults.flatMap((fault) => {
    const definition = definitions.find(({ kind }) => kind === fault.value.kind);
    if (definition === undefined) return [];
    const unknown = unknownTargets(fault, definition, system);
    if (unknown.length > 0) return unknown;
    return [
      ...firstOnly(fault, definition, system),
      ...lacking(fault, definition, backend),
      ...unfit(fault, definition, system),
      ...neverLifted(fault, definition),
    ];
  });

/** What comes when the wait for the recovery is over by then: nothing can recover from it. */
export const checkLate = (
  { faults }: Pick<Drill, 'faults'>,
  { recoverTimeout }: Pick<Timing, 'recoverTimeout'>,
): readonly Diagnostic[] =>
  faults.flatMap(({ value: { after = 0 }, location }) =>
    after < recoverTimeout
      ? []
      : [
          {
            code: 'comes-too-late',
            severity: 'warning' as const,
            message: `the fault comes after ${formatDuration(after)}, and the wait for the recovery is over after ${formatDuration(recoverTimeout)}: this drill proves nothing`,
            location,
            hint: 'let it come sooner, or promise a longer time to recover',
          },
        ],
  );

const unknownTargets = (
  { value: { kind, spec }, location }: Located<FaultSpec>,
  definition: FaultDefinition,
  { file, services }: System,
): readonly Diagnostic[] => {
  const names = services.map(({ name }) => name);
  return definition
    .targets(spec)
    .filter((target) => !names.includes(target))
    .map((target) => ({
      code: 'unknown-service',
      severity: 'error',
      message: `the fault ${kind} names the service "${target}", which the Compose file does not have`,
      location,
      hint: `${file} has: ${names.join(', ')}`,
    }));
};

/** What needs these is done to a service as a whole. */
const TO_ALL: ReadonlySet<Capability> = new Set(['recreate', 'names', 'toxics', 'clock']);

const firstOnly = (
  { value: { kind, spec }, location }: Located<FaultSpec>,
  definition: FaultDefinition,
  { services }: System,
): readonly Diagnostic[] => {
  if (definition.needs(spec).some((capability) => TO_ALL.has(capability))) return [];
  const targets = definition.targets(spec);
  return services
    .filter(({ name, replicas }) => targets.includes(name) && replicas > 1)
    .map(({ name, replicas }) => ({
      code: 'fault-of-one-replica',
      severity: 'warning',
      message: `of the ${replicas} containers of "${name}", the fault ${kind} hits the first, and the others go on`,
      location,
      hint: `drill it with one container, or break all of them by commands of your own: fault: { command: docker compose kill ${name}, … }`,
    }));
};

const lacking = (
  { value: { kind, spec }, location }: Located<FaultSpec>,
  definition: FaultDefinition,
  { name, capabilities }: Pick<Backend, 'name' | 'capabilities'>,
): readonly Diagnostic[] =>
  definition
    .needs(spec)
    .filter((capability) => !capabilities.has(capability))
    .map((capability) => ({
      code: 'capability-missing',
      severity: 'error',
      message: `the fault ${kind} needs "${capability}", which the ${name} backend does not have`,
      location,
      hint: 'drillbook doctor says what each backend can do on this machine',
    }));

const unfit = (
  { value: { spec }, location }: Located<FaultSpec>,
  definition: FaultDefinition,
  system: System,
): readonly Diagnostic[] =>
  (definition.validate?.(spec, system) ?? []).map((message) => ({
    code: 'fault-does-not-fit',
    severity: 'error',
    message,
    location,
  }));

const neverLifted = (
  { value: { kind, spec, liftedBy }, location }: Located<FaultSpec>,
  definition: FaultDefinition,
): readonly Diagnostic[] =>
  definition.incurable !== true || liftedBy !== undefined
    ? []
    : [
        {
          code: 'never-lifted',
          severity: 'warning',
          message: `nothing that a runbook does ends the fault ${kind}: this drill is bound to fail`,
          location,
          hint: `add what ends it, lifted-by: restart ${definition.targets(spec)[0] ?? 'SERVICE'}, or lifted-after: 20s`,
        },
      ];
