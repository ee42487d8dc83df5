import { own } from '../../../../core/own.ts';
import type { Container, Supervisor } from '../../supervisor-model.ts';

/** The names that a host's service manager uses for well-known servers, and the images that hold them. */
const IMAGES_OF_UNITS: Readonly<Record<string, readonly string[]>> = {
  apache2: ['httpd'],
  httpd: ['httpd'],
  mariadb: ['mariadb', 'mysql'],
  memcached: ['memcached'],
  mongod: ['mongo'],
  mongodb: ['mongo'],
  mysql: ['mysql', 'mariadb'],
  mysqld: ['mysql', 'mariadb'],
  nginx: ['nginx'],
  postgres: ['postgres', 'postgresql'],
  postgresql: ['postgres', 'postgresql'],
  rabbitmq: ['rabbitmq'],
  'rabbitmq-server': ['rabbitmq'],
  redis: ['redis', 'valkey'],
  'redis-server': ['redis', 'valkey'],
  valkey: ['valkey', 'redis'],
  'valkey-server': ['valkey', 'redis'],
};

/** Runs a server that is known by its image, not the team's own program. */
export const isKnownServer = ({ service }: Container): boolean =>
  Object.values(IMAGES_OF_UNITS).flat().includes(baseImage(service.image));

const baseImage = (image: string | undefined): string => image?.split('/').at(-1)?.split(/[:@]/)[0] ?? '';

/**
 * The containers of the service that a unit or process name means: the service's or the container's own name, with or
 * without the project's, or the usual name of the server that it runs. Empty where none or several services fit.
 */
export const containersOfUnit = (supervisor: Supervisor, typed: string): readonly Container[] => {
  const unit = typed.replace(/\.service$/, '').replace(/@.*$/, '');
  const { project } = supervisor.system;
  const containers = supervisor.containers();
  const named = containers.filter(({ name, service }) =>
    [service.name, name, service.containerName, `${project}-${service.name}`].includes(unit),
  );
  if (named.length > 0) return named;
  const images = own(IMAGES_OF_UNITS, unit) ?? [];
  const byImage = containers.filter(({ service }) => images.includes(baseImage(service.image)));
  return new Set(byImage.map(({ service }) => service.name)).size === 1 ? byImage : [];
};
