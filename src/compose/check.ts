import type { Diagnostic } from '../core/diagnostic.ts';
import { didYouMean } from '../core/suggest.ts';
import type { PublishedPort, Service } from './model.ts';

/** What is wrong between the services of one file. */
export const checkServices = (services: readonly Service[]): readonly Diagnostic[] => [
  ...unknownDependencies(services),
  ...duplicatePorts(services),
  ...duplicateContainerNames(services),
  ...withoutImage(services),
];

const unknownDependencies = (services: readonly Service[]): readonly Diagnostic[] => {
  const names = services.map(({ name }) => name);
  return services.flatMap((service) =>
    service.dependsOn
      .filter((dependency) => !names.includes(dependency.service))
      .map((dependency) => ({
        code: 'unknown-service',
        severity: 'error',
        message: `"${service.name}" depends on "${dependency.service}", which the file does not have`,
        location: service.location,
        hint: didYouMean(dependency.service, names),
      })),
  );
};

const duplicatePorts = (services: readonly Service[]): readonly Diagnostic[] => {
  const taken = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const service of services) {
    for (const port of service.ports.filter(({ published }) => published !== undefined)) {
      const owner = taken.get(keyOf(port));
      if (owner !== undefined) {
        diagnostics.push({
          code: 'duplicate-port',
          severity: 'error',
          message: `"${service.name}" publishes the host port ${port.published}, which "${owner}" already publishes`,
          location: port.location,
          hint: 'give one of them another host port',
        });
      }
      taken.set(keyOf(port), service.name);
    }
  }
  return diagnostics;
};

const keyOf = ({ published, protocol, hostIp }: PublishedPort): string =>
  `${hostIp ?? ''}:${published}/${protocol}`;

const duplicateContainerNames = (services: readonly Service[]): readonly Diagnostic[] =>
  services
    .filter(
      (service, index) =>
        services.findIndex(({ containerName }) => containerName === service.containerName) < index,
    )
    .map((service) => ({
      code: 'duplicate-container-name',
      severity: 'error',
      message: `two services have the container name "${service.containerName}"`,
      location: service.location,
    }));

const withoutImage = (services: readonly Service[]): readonly Diagnostic[] =>
  services
    .filter(({ image, build }) => image === undefined && build === undefined)
    .map((service) => ({
      code: 'no-image',
      severity: 'error',
      message: `"${service.name}" has neither "image" nor "build"`,
      location: service.location,
      hint: 'say what runs in it: image: postgres:17',
    }));
