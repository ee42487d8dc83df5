import type { Container, ControlWithOptions } from '../../supervisor-model.ts';
import { absent, bool, int, text } from '../flags.ts';
import { signalName } from '../../../../compose/signal.ts';
import { atLeast, complain, line, Refusal, verb, type Invocation, type Run } from '../verb.ts';
import { daemonError, findContainer, isActive, NoSuchContainer } from './container.ts';

const CONTAINERS = '[OPTIONS] CONTAINER [CONTAINER...]';

interface Reporting {
  /** A container that does not exist is told, and is no failure. */
  readonly missingIsFine?: boolean;
  /** What is said at the end of those that failed. */
  readonly summary?: (failed: readonly string[]) => string;
}

/** Does it to each container in turn, prints the names of those where it was done, then what went wrong. */
export async function* forEachContainer(
  { operands, supervisor }: Pick<Invocation, 'operands' | 'supervisor'>,
  act: (container: Container) => Promise<void>,
  { missingIsFine = false, summary }: Reporting = {},
): Run {
  const complaints: string[] = [];
  const failed: string[] = [];
  for (const reference of operands) {
    try {
      await act(findContainer(supervisor, reference));
      yield line(reference);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      complaints.push(error instanceof Refusal ? error.message : daemonError(error.message));
      if (!(missingIsFine && error instanceof NoSuchContainer)) failed.push(reference);
    }
  }
  for (const complaint of complaints) yield complain(complaint);
  if (failed.length > 0 && summary !== undefined) yield complain(summary(failed));
  return failed.length > 0 ? 1 : 0;
}

const endFlags = {
  signal: absent('use docker kill --signal, then docker start', 's'),
  timeout: int('t', 'time'),
};

const endWith = (
  action: 'stop' | 'restart',
  seconds: number | undefined,
): ControlWithOptions | 'stop' | 'restart' =>
  seconds === undefined || seconds < 0 ? action : { action, timeoutMs: seconds * 1000 };

export const restart = verb({
  names: ['restart', 'container restart'],
  usage: CONTAINERS,
  flags: endFlags,
  arity: atLeast(1),
  run: (invocation) =>
    forEachContainer(invocation, (container) =>
      invocation.supervisor.control(
        container,
        endWith('restart', invocation.flags.timeout),
        invocation.cause,
      ),
    ),
});

export const stop = verb({
  names: ['stop', 'container stop'],
  usage: CONTAINERS,
  flags: endFlags,
  arity: atLeast(1),
  run: (invocation) =>
    forEachContainer(invocation, async (container) => {
      if (isActive(container))
        await invocation.supervisor.control(
          container,
          endWith('stop', invocation.flags.timeout),
          invocation.cause,
        );
    }),
});

export const start = verb({
  names: ['start', 'container start'],
  usage: CONTAINERS,
  flags: {
    attach: absent('start it, then use docker logs -f', 'a'),
    'detach-keys': text(),
    interactive: absent('start it, then use docker exec -i', 'i'),
  },
  arity: atLeast(1),
  run: (invocation) =>
    forEachContainer(
      invocation,
      async (container) => {
        if (container.status.state === 'paused')
          throw new Refusal(daemonError('cannot start a paused container, try unpause instead'));
        if (!isActive(container)) await invocation.supervisor.control(container, 'start', invocation.cause);
      },
      { summary: (failed) => `Error: failed to start containers: ${failed.join(', ')}` },
    ),
});

export const kill = verb({
  names: ['kill', 'container kill'],
  usage: CONTAINERS,
  flags: { signal: text('s') },
  arity: atLeast(1),
  run: (invocation) =>
    forEachContainer(invocation, async (container) => {
      const { signal: typed = 'KILL' } = invocation.flags;
      const signal = signalName(typed);
      if (signal === undefined) throw new Refusal(daemonError(`invalid signal: ${typed}`));
      if (!isActive(container))
        throw new Refusal(
          daemonError(`cannot kill container: ${container.name}: container ${container.id} is not running`),
        );
      await invocation.supervisor.control(container, { action: 'kill', signal }, invocation.cause);
    }),
});

export const pause = verb({
  names: ['pause', 'container pause'],
  usage: 'CONTAINER [CONTAINER...]',
  flags: {},
  arity: atLeast(1),
  run: (invocation) =>
    forEachContainer(invocation, async (container) => {
      if (!isActive(container)) throw new Refusal(daemonError(`container ${container.id} is not running`));
      if (container.status.state === 'paused')
        throw new Refusal(daemonError(`container ${container.id} is already paused`));
      await invocation.supervisor.control(container, 'pause', invocation.cause);
    }),
});

export const unpause = verb({
  names: ['unpause', 'container unpause'],
  usage: 'CONTAINER [CONTAINER...]',
  flags: {},
  arity: atLeast(1),
  run: (invocation) =>
    forEachContainer(invocation, async (container) => {
      if (container.status.state !== 'paused')
        throw new Refusal(daemonError(`container ${container.id} is not paused`));
      await invocation.supervisor.control(container, 'unpause', invocation.cause);
    }),
});

export const rm = verb({
  names: ['rm', 'container rm', 'container remove'],
  usage: CONTAINERS,
  flags: { force: bool('f'), link: absent('containers have no links here', 'l'), volumes: bool('v') },
  arity: atLeast(1),
  async *run(invocation) {
    const { flags, supervisor, cause } = invocation;
    const force = flags.force === true;
    return yield* forEachContainer(
      invocation,
      async (container) => {
        if (isActive(container) && !force)
          throw new Refusal(
            daemonError(
              `cannot remove container "${container.name}": container is running: stop the container before removing or force remove`,
            ),
          );
        await supervisor.remove([container], { volumes: false, force }, cause);
      },
      { missingIsFine: force },
    );
  },
});
