import { own } from '../../../../core/own.ts';
import type { Container, Supervisor } from '../../supervisor-model.ts';
import { Refusal } from '../verb.ts';
import { daemonError, dockerState, imageOf, labelsOf, networksOf } from './container.ts';

type Test = (value: string, container: Container, supervisor: Supervisor) => boolean;

const matches = (pattern: string, texts: readonly string[]): boolean => {
  try {
    return texts.some((text) => new RegExp(pattern).test(text));
  } catch {
    return texts.includes(pattern);
  }
};

const createdAgainst = (value: string, supervisor: Supervisor): number =>
  supervisor
    .containers()
    .find(({ id, name }) => name === value || id.startsWith(value))
    ?.createdAt.getTime() ?? NaN;

/** `docker ps --filter KEY=VALUE` (docs.docker.com/reference/cli/docker/container/ls, Filtering). */
const TESTS: Readonly<Record<string, Test>> = {
  ancestor: (value, container, supervisor) => {
    const image = imageOf(supervisor, container);
    return image === value || image.split(':')[0] === value;
  },
  before: (value, { createdAt }, supervisor) => createdAt.getTime() < createdAgainst(value, supervisor),
  exited: (value, { status }) => status.state === 'exited' && String(status.exitCode ?? 0) === value,
  expose: (value, { service }) => service.expose.includes(Number.parseInt(value, 10)),
  health: (value, { status }) => (status.health ?? 'none') === value,
  id: (value, { id }) => matches(value, [id]),
  label: (value, container, supervisor) => {
    const labels = labelsOf(supervisor, container);
    const [key = '', ...wanted] = value.split('=');
    return Object.hasOwn(labels, key) && (!value.includes('=') || labels[key] === wanted.join('='));
  },
  name: (value, { name }) => matches(value, [name, `/${name}`]),
  network: (value, container, supervisor) => networksOf(supervisor, container).includes(value),
  publish: (value, { service }) =>
    service.ports.some(({ published }) => published === Number.parseInt(value, 10)),
  since: (value, { createdAt }, supervisor) => createdAt.getTime() > createdAgainst(value, supervisor),
  status: (value, container) => dockerState(container) === value,
  volume: (value, { service }) =>
    service.mounts.some((mount) => mount.target === value || ('source' in mount && mount.source === value)),
};

const STATES = new Set(['created', 'dead', 'exited', 'paused', 'removing', 'restarting', 'running']);

/**
 * The containers that all keys let pass; of several values of one key, one is enough, except for labels.
 * @throws Refusal for a filter or a state that Docker does not have, or a filter that has no value
 */
export const filterContainers = (
  supervisor: Supervisor,
  containers: readonly Container[],
  filters: readonly string[],
): readonly Container[] => {
  const byKey = Map.groupBy(filters.map(readFilter), ({ key }) => key);
  return containers.filter((container) => {
    const holds = ({ test, value }: Filter) => test(value, container, supervisor);
    return [...byKey].every(([key, group]) => (key === 'label' ? group.every(holds) : group.some(holds)));
  });
};

interface Filter {
  readonly key: string;
  readonly value: string;
  readonly test: Test;
}

const readFilter = (filter: string): Filter => {
  const [key = '', ...rest] = filter.split('=');
  if (!filter.includes('='))
    throw new Refusal(
      `invalid argument "${filter}" for "-f, --filter" flag: bad format of filter (expected name=value)\n\n` +
        `Usage:  docker ps [OPTIONS]\n\nRun 'docker ps --help' for more information`,
      125,
    );
  const test = own(TESTS, key);
  if (test === undefined) throw new Refusal(daemonError(`invalid filter '${key}'`));
  const value = rest.join('=');
  if (key === 'status' && !STATES.has(value)) throw new Refusal(daemonError(`invalid filter '${filter}'`));
  return { key, value, test };
};
