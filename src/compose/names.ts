import type { NamedNetwork, NamedVolume, Service, System } from './model.ts';

/** What Compose calls a container that the file gives no name: `shop-web-2`. */
export const usualContainerName = (project: string, service: string, replica = 1): string =>
  `${project}-${service}-${replica}`;

/** `container_name`, or `<project>-<service>-<replica>`. */
export const containerName = ({ containerName: first }: Service, replica: number): string =>
  replica === 1 ? first : `${first.replace(/-1$/, '')}-${replica}`;

/** By which the others find a service's container: in one of the networks that it is in, or in whichever. */
export const hostNames = (service: Service, replica: number, network?: string): readonly string[] => {
  const networks = service.networks.filter((one) => network === undefined || one.network === network);
  const aliases = networks.flatMap((one) => one.aliases);
  return [...new Set([service.name, containerName(service, replica), ...aliases])];
};

/** A service's image as a runbook names it: also one that Compose builds. */
export const serviceImage = ({ project }: System, { name, image }: Service): string =>
  image ?? `${project}-${name}`;

/** A volume as a runbook names it. */
export const volumeName = ({ project }: System, { name }: Pick<NamedVolume, 'name'>): string =>
  `${project}_${name}`;

/** A network as a runbook names it, of one that the file's services call so. */
export const networkName = ({ networks }: System, key: string): string =>
  (networks.find((network) => network.key === key) as NamedNetwork).name;
