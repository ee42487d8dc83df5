import { volumeName } from '../../../../compose/names.ts';
import { isActive } from '../docker/container.ts';
import { bool, int, text } from '../flags.ts';
import { confirmed } from '../confirm.ts';
import { any, complain, line, verb, type Invocation, type Run } from '../verb.ts';
import type { Container } from '../../supervisor-model.ts';
import { stopContainers } from './lifecycle.ts';
import { containerProgress, containersOf, progress, selectServices } from './project.ts';

export const down = verb({
  names: ['down'],
  usage: '[OPTIONS] [SERVICES]',
  flags: { 'remove-orphans': bool(), rmi: text(), timeout: int('t'), volumes: bool('v', 'volume') },
  arity: any,
  async *run(invocation) {
    const { flags, operands, supervisor } = invocation;
    const services = selectServices(supervisor, operands);
    const { system } = supervisor;
    const volumes = flags.volumes === true;
    const left = volumes && operands.length === 0 ? supervisor.volumes() : [];
    if (containersOf(supervisor, services).length === 0 && left.length === 0) {
      yield complain(`Warning: No resource found to remove for project "${system.project}".`);
      return 0;
    }
    yield* stopContainers(invocation, services, flags.timeout);
    yield* removeContainers(invocation, containersOf(supervisor, services), volumes, true);
    // Those whose containers have gone before; the others have gone with them.
    const rest = supervisor.volumes().filter((volume) => left.includes(volume));
    if (rest.length > 0) await supervisor.removeVolumes(rest);
    if (volumes) yield* removed(system.volumes.map((volume) => `Volume ${volumeName(system, volume)}`));
    if (operands.length === 0)
      yield* removed(
        system.networks.filter(({ external }) => !external).map(({ name }) => `Network ${name}`),
      );
    return 0;
  },
});

async function* removed(resources: readonly string[]): Run {
  for (const resource of resources) {
    yield progress(resource, 'Removing');
    yield progress(resource, 'Removed');
  }
}

export const rm = verb({
  names: ['rm'],
  usage: '[OPTIONS] [SERVICE...]',
  flags: { all: bool('a'), force: bool('f'), stop: bool('s'), volumes: bool('v') },
  arity: any,
  async *run(invocation) {
    const { flags, operands, supervisor, call } = invocation;
    const services = selectServices(supervisor, operands);
    if (flags.stop) yield* stopContainers(invocation, services, undefined);
    const stopped = containersOf(supervisor, services).filter((container) => !isActive(container));
    if (stopped.length === 0) {
      yield complain('No stopped containers');
      return;
    }
    const intent = `Going to remove ${stopped.map(({ name }) => name).join(', ')}`;
    if (flags.force) yield line(intent);
    else if (!(yield* confirmed(call, `? ${intent} (y/N) `))) return;
    yield* removeContainers(invocation, stopped, false, flags.force === true);
  },
});

async function* removeContainers(
  { supervisor, cause }: Pick<Invocation, 'supervisor' | 'cause'>,
  containers: readonly Container[],
  volumes: boolean,
  force: boolean,
): Run {
  for (const container of containers) yield containerProgress(container, 'Removing');
  if (containers.length > 0) await supervisor.remove(containers, { volumes, force }, cause);
  for (const container of containers) yield containerProgress(container, 'Removed');
}
