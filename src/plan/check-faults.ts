import type { System } from '../compose/model.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { formatDuration } from '../core/duration.ts';
import { placeOf } from '../core/places.ts';
import { didYouMean } from '../core/suggest.ts';
import type { Drill, FaultSpec, Located } from '../drill/model.ts';
import type { Capability } from '../environment/model.ts';
import type { FaultDefinition } from '../fault/model.ts';
import type { Timing } from './model.ts';

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
    return [
      ...(definition === undefined ? [] : checkFault(fault, definition, system, backend)),
      ...checkEvent(fault, system),
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

/** What a person types that brings a service up, be it with docker, Compose, systemd or pm2: after anything else, no fault is lifted. */
const BRINGS_UP = ['restart', 'start', 'up', 'unpause', 'reload'];

/** An event is something done to a service; without one of the system's, it never comes. */
const checkEvent = (
  { value: { liftedBy }, location }: Located<FaultSpec>,
  system: System,
): readonly Diagnostic[] => {
  if (liftedBy === undefined || !('event' in liftedBy)) return [];
  const [action = '', name, ...rest] = liftedBy.event.trim().split(/\s+/);
  const names = system.services.map((service) => service.name);
  const place = placeOf(liftedBy, 'event')?.value ?? location;
  const wrong = (message: string, hint: string): readonly Diagnostic[] => [
    { code: 'unknown-event', severity: 'error', message, location: place, hint },
  ];
  if (name === undefined || rest.length > 0)
    return wrong(
      `"${liftedBy.event}" is no event: it is what is done, and to which service`,
      `write such as: restart ${names.find((each) => rest.includes(each) || each === action) ?? names[0]}`,
    );
  if (!names.includes(name))
    return wrong(
      `"${liftedBy.event}" never comes: the Compose file has no service "${name}"`,
      didYouMean(name, names),
    );
  return BRINGS_UP.includes(action)
    ? []
    : wrong(
        `"${liftedBy.event}" never comes: "${action}" brings no service up`,
        didYouMean(action, BRINGS_UP),
      );
};

const checkFault = (
  { value: { kind, spec, liftedBy }, location }: Located<FaultSpec>,
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
    ...firstOnly(definition.targets(spec), definition.needs(spec), kind, system, location),
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
    ...(definition.incurable === true && liftedBy === undefined
      ? [
          {
            code: 'never-lifted',
            severity: 'warning' as const,
            message: `nothing that a runbook does ends the fault ${kind}: this drill is bound to fail`,
            location,
            hint: `add what ends it, lifted-by: restart ${definition.targets(spec)[0] ?? names[0]}, or lifted-after: 20s`,
          },
        ]
      : []),
  ];
};

/** What needs these is done to a service as a whole. */
const TO_ALL: ReadonlySet<Capability> = new Set(['recreate', 'names', 'toxics', 'clock']);

const firstOnly = (
  targets: readonly string[],
  needs: readonly Capability[],
  kind: string,
  { services }: System,
  location: Located<FaultSpec>['location'],
): readonly Diagnostic[] =>
  services
    .filter(({ name, replicas }) => targets.includes(name) && replicas > 1)
    .filter(() => !needs.some((capability) => TO_ALL.has(capability)))
    .map(({ name, replicas }) => ({
      code: 'fault-of-one-replica',
      severity: 'warning',
      message: `of the ${replicas} containers of "${name}", the fault ${kind} hits the first, and the others go on`,
      location,
      hint: `drill it with one container, or break all of them by commands of your own: fault: { command: docker compose kill ${name}, … }`,
    }));
