import type { Diagnostic } from '../core/diagnostic.ts';
import type { Location } from '../core/location.ts';
import { placeOf } from '../core/places.ts';
import { didYouMean } from '../core/suggest.ts';
import { asNamed, type Mapping } from './merge.ts';
import type { PublishedPort, Service } from './model.ts';
import { storeKind } from './store.ts';

export interface CheckedService {
  readonly service: Service;
  /** As it is written, for the places. */
  readonly raw: Mapping;
}

export interface Declared {
  /** All services of the file, with those whose profile is not asked for. */
  readonly services: readonly string[];
  readonly volumes: readonly string[];
  readonly networks: readonly string[];
}

/** What is wrong between the services of one file. */
export const checkServices = (all: readonly CheckedService[], declared: Declared): readonly Diagnostic[] => {
  const services = all.map(({ service }) => service);
  return [
    ...all.flatMap((each) => unknownDependencies(each, services, declared)),
    ...all.flatMap((each) => unknownVolumes(each, declared)),
    ...all.flatMap((each) => unknownNetworks(each, declared)),
    ...duplicatePorts(services),
    ...duplicateContainerNames(all),
    ...all.flatMap(contradictions),
  ];
};

/** Where a service says on which others it depends. */
export const dependencyLocation = ({ raw, service }: CheckedService, dependency: string): Location =>
  placeOf(asNamed(raw.depends_on ?? []), dependency)?.key ?? service.location;

const unknownDependencies = (
  each: CheckedService,
  services: readonly Service[],
  declared: Declared,
): readonly Diagnostic[] =>
  each.service.dependsOn.flatMap(({ service: name, condition }): readonly Diagnostic[] => {
    const location = dependencyLocation(each, name);
    const who = `"${each.service.name}" depends on "${name}"`;
    const dependency = services.find((service) => service.name === name);
    if (dependency === undefined) {
      return declared.services.includes(name)
        ? [
            {
              code: 'inactive-dependency',
              severity: 'error',
              message: `${who}, whose profile is not active`,
              location,
              hint: 'set COMPOSE_PROFILES, or write "required: false" at the dependency',
            },
          ]
        : [
            {
              code: 'unknown-service',
              severity: 'error',
              message: `${who}, which the file does not have`,
              location,
              hint: didYouMean(name, declared.services),
            },
          ];
    }
    const neverHealthy =
      condition === 'service_healthy' &&
      dependency.healthcheck === undefined &&
      (storeKind(dependency) !== undefined || dependency.image === undefined);
    return neverHealthy
      ? [
          {
            code: 'no-healthcheck',
            severity: 'error',
            message: `${who} being healthy, and "${name}" has no health check`,
            location,
            hint: `add a "healthcheck:" to "${name}"`,
          },
        ]
      : [];
  });

const unknownVolumes = ({ service, raw }: CheckedService, { volumes }: Declared): readonly Diagnostic[] =>
  service.mounts.flatMap((mount, index) =>
    mount.type !== 'volume' || mount.source === undefined || volumes.includes(mount.source)
      ? []
      : [
          {
            code: 'unknown-volume',
            severity: 'error',
            message: `"${service.name}" mounts the volume "${mount.source}", which the file does not declare`,
            location: placeOf(raw.volumes, index)?.value ?? service.location,
            hint: `add it at the end of the file: volumes: { ${mount.source}: {} }`,
          },
        ],
  );

const unknownNetworks = ({ service, raw }: CheckedService, { networks }: Declared): readonly Diagnostic[] =>
  service.networks
    .filter(({ network }) => !networks.includes(network))
    .map(({ network }) => ({
      code: 'unknown-network',
      severity: 'error',
      message: `"${service.name}" is in the network "${network}", which the file does not declare`,
      location: placeOf(asNamed(raw.networks ?? []), network)?.key ?? service.location,
      hint: `add it at the end of the file: networks: { ${network}: {} }`,
    }));

const duplicatePorts = (services: readonly Service[]): readonly Diagnostic[] => {
  const taken: { readonly port: PublishedPort; readonly owner: string }[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const service of services) {
    for (const port of service.ports.filter(({ published }) => published !== undefined)) {
      const other = taken.find((each) => clash(each.port, port));
      if (other !== undefined) {
        diagnostics.push({
          code: 'duplicate-port',
          severity: 'error',
          message: `"${service.name}" publishes the host port ${port.published}, which "${other.owner}" already publishes (line ${other.port.location.line})`,
          location: port.location,
          hint: 'give one of them another host port',
        });
      }
      taken.push({ port, owner: service.name });
    }
  }
  return diagnostics;
};

const clash = (a: PublishedPort, b: PublishedPort): boolean =>
  a.published === b.published &&
  a.protocol === b.protocol &&
  (isAnyAddress(a.hostIp) || isAnyAddress(b.hostIp) || a.hostIp === b.hostIp);

const isAnyAddress = (ip: string | undefined): boolean => ip === undefined || ip === '0.0.0.0' || ip === '::';

const duplicateContainerNames = (all: readonly CheckedService[]): readonly Diagnostic[] =>
  all.flatMap(({ service, raw }, index) => {
    const other = all
      .slice(0, index)
      .find((candidate) => candidate.service.containerName === service.containerName);
    return other === undefined
      ? []
      : [
          {
            code: 'duplicate-container-name',
            severity: 'error',
            message: `"${other.service.name}" and "${service.name}" have the same container name "${service.containerName}"`,
            location: placeOf(raw, 'container_name')?.value ?? service.location,
            hint: 'give one of them another "container_name"',
          },
        ];
  });

const contradictions = ({ service, raw }: CheckedService): readonly Diagnostic[] => {
  const { name, replicas, location } = service;
  const at = (key: string): Location => placeOf(raw, key)?.value ?? location;
  return [
    ...(raw.image === undefined && raw.build === undefined
      ? [
          {
            code: 'no-image',
            severity: 'error' as const,
            message: `"${name}" has neither "image" nor "build"`,
            location,
            hint: 'say what runs in it: image: postgres:17',
          },
        ]
      : []),
    ...(replicas > 1 && raw.container_name !== undefined
      ? [
          {
            code: 'replicas-of-one-name',
            severity: 'error' as const,
            message: `"${name}" has ${replicas} replicas, which cannot have one container name`,
            location: at('container_name'),
            hint: 'take out "container_name"',
          },
        ]
      : []),
  ];
};
