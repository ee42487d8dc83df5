import { networkName, serviceImage } from '../../../../compose/names.ts';
import type { Container, Supervisor } from '../../supervisor-model.ts';
import { humanDuration } from '../units.ts';
import { Refusal } from '../verb.ts';

/** What Docker says of a container. */

/** By name, id, or the start of an id that only one container has. */
export const findContainer = (supervisor: Supervisor, reference: string): Container => {
  const containers = supervisor.containers();
  const name = reference.replace(/^\//, '');
  const exact = containers.find((container) => container.id === reference || container.name === name);
  if (exact !== undefined) return exact;
  const [first, ...others] = /^[0-9a-f]+$/.test(reference)
    ? containers.filter(({ id }) => id.startsWith(reference))
    : [];
  if (others.length > 0)
    throw new Refusal(daemonError(`Multiple IDs found with provided prefix: ${reference}`));
  if (first === undefined) throw new NoSuchContainer(reference);
  return first;
};

export class NoSuchContainer extends Refusal {
  constructor(reference: string) {
    super(daemonError(`No such container: ${reference}`));
  }
}

export const daemonError = (message: string): string => `Error response from daemon: ${message}`;

/** Docker's word for the state (moby container/state.go). */
export const dockerState = ({ status }: Container): string => {
  switch (status.state) {
    case 'created':
    case 'exited':
    case 'paused':
    case 'restarting':
      return status.state;
    default:
      return 'running';
  }
};

/** It has processes: running, paused, or between two starts. */
export const isActive = (container: Container): boolean =>
  !['created', 'exited'].includes(dockerState(container));

/** `Up 5 minutes (healthy)`, `Exited (137) 3 seconds ago` (moby container/state.go, String). */
export const statusText = (container: Container, now: Date): string => {
  const { status, startedAt = container.createdAt, finishedAt = now } = container;
  const up = `Up ${humanDuration(now.getTime() - startedAt.getTime())}`;
  const ago = `(${status.exitCode ?? 0}) ${humanDuration(now.getTime() - finishedAt.getTime())} ago`;
  switch (dockerState(container)) {
    case 'created':
      return 'Created';
    case 'exited':
      return `Exited ${ago}`;
    case 'restarting':
      return `Restarting ${ago}`;
    case 'paused':
      return `${up} (Paused)`;
    default:
      return status.health === undefined ? up : `${up} (${HEALTH[status.health]})`;
  }
};

const HEALTH = { starting: 'health: starting', healthy: 'healthy', unhealthy: 'unhealthy' } as const;

/** What runs: the image, or the name that Compose gives to what it builds. */
export const imageOf = ({ system }: Supervisor, { service }: Container): string =>
  serviceImage(system, service);

/** The names of the networks that it is in, according to the file; first the one that it was created in. */
export const networksOf = ({ system }: Supervisor, { service }: Container): readonly string[] =>
  service.networks.map(({ network }) => networkName(system, network));

/** Compose's own labels. */
export const labelsOf = (
  { system }: Supervisor,
  { service, replica }: Container,
): Readonly<Record<string, string>> => ({
  'com.docker.compose.container-number': String(replica),
  'com.docker.compose.oneoff': 'False',
  'com.docker.compose.project': system.project,
  'com.docker.compose.project.config_files': system.file,
  'com.docker.compose.project.working_dir': system.file.replace(/\/[^/]*$/, '') || '/',
  'com.docker.compose.service': service.name,
});
