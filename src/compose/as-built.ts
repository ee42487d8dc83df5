import type { Service } from './model.ts';

/** Of variables of a service's image, those that the Compose file leaves it. */
export const keptOf = (
  environment: Readonly<Record<string, string>>,
  { unset = [] }: Service,
): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => !unset.includes(name)));

/**
 * A service that is built, as if its Dockerfile's base image were used and the rest said in the Compose file: no image is built
 * here.
 */
export const asBuilt = (service: Service): Service => {
  const built = service.build?.image;
  if (built === undefined) return service;
  const { base, workingDir, command, entrypoint, environment, user, stopSignal } = built;
  return {
    ...(workingDir !== undefined && { workingDir }),
    ...(user !== undefined && { user }),
    ...(stopSignal !== undefined && { stopSignal }),
    ...(entrypoint !== undefined && { entrypoint }),
    // As Docker: an entrypoint of the Compose file's own does not get the image's command.
    ...(command !== undefined && service.entrypoint === undefined && { command }),
    ...service,
    image: base,
    environment: { ...keptOf(environment, service), ...service.environment },
  };
};
