import { volumeName } from '../../../../compose/names.ts';
import { confirmed } from '../confirm.ts';
import { bool, list } from '../flags.ts';
import { none, notAvailable, out, verb, type Invocation, type Run } from '../verb.ts';
import { isActive } from './container.ts';
import { usersOf } from './resources.ts';

/** Questions and answers: docker/cli cli/command/system/prune.go, container/prune.go, volume/prune.go. */
const QUESTION = 'Are you sure you want to continue? [y/N] ';

const PRUNE_FLAGS = { filter: list(), force: bool('f') };

/** Asks unless forced, then removes what the kind of prune does. */
async function* prune(
  {
    flags,
    supervisor,
    call,
    cause,
  }: Pick<Invocation<typeof PRUNE_FLAGS>, 'flags' | 'supervisor' | 'call' | 'cause'>,
  warning: string,
  removes: 'stopped containers' | 'named volumes' | 'nothing',
): Run {
  if (flags.filter !== undefined)
    throw notAvailable('docker', 'prune --filter', 'name what to remove with docker rm');
  if (!flags.force && !(yield* confirmed(call, `WARNING! ${warning}\n${QUESTION}`))) return 0;
  const stopped =
    removes === 'stopped containers'
      ? supervisor.containers().filter((container) => !isActive(container))
      : [];
  if (stopped.length > 0) {
    await supervisor.remove(stopped, { volumes: false, force: false }, cause);
    yield out(`Deleted Containers:\n${stopped.map(({ id }) => `${id}\n`).join('')}\n`);
  }
  const unused =
    removes === 'named volumes'
      ? supervisor.volumes().filter((volume) => usersOf(supervisor, volume).length === 0)
      : [];
  if (unused.length > 0) {
    await supervisor.removeVolumes(unused);
    yield out(
      `Deleted Volumes:\n${unused.map((each) => `${volumeName(supervisor.system, each)}\n`).join('')}\n`,
    );
  }
  yield out('Total reclaimed space: 0B\n');
  return 0;
}

export const containerPrune = verb({
  names: ['container prune'],
  usage: '[OPTIONS]',
  flags: PRUNE_FLAGS,
  arity: none,
  run: (invocation) => prune(invocation, 'This will remove all stopped containers.', 'stopped containers'),
});

export const systemPrune = verb({
  names: ['system prune'],
  usage: '[OPTIONS]',
  flags: { ...PRUNE_FLAGS, all: bool('a'), volumes: bool() },
  arity: none,
  run: (invocation) => {
    const { all, volumes } = invocation.flags;
    const what = [
      'all stopped containers',
      'all networks not used by at least one container',
      ...(volumes ? ['all anonymous volumes not used by at least one container'] : []),
      all ? 'all images without at least one container associated to them' : 'all dangling images',
      all ? 'all build cache' : 'unused build cache',
    ];
    const warning = `This will remove:\n${what.map((each) => `  - ${each}\n`).join('')}`;
    return prune(invocation, warning, 'stopped containers');
  },
});

/** An anonymous volume goes with its container here, so that there is none left over. */
export const volumePrune = verb({
  names: ['volume prune'],
  usage: '[OPTIONS]',
  flags: { ...PRUNE_FLAGS, all: bool('a') },
  arity: none,
  run: (invocation) => {
    const { all } = invocation.flags;
    const kind = all ? 'all' : 'anonymous';
    return prune(
      invocation,
      `This will remove ${kind} local volumes not used by at least one container.`,
      all ? 'named volumes' : 'nothing',
    );
  },
});

/** No image is ever unused: they are this machine's programs. */
export const imagePrune = verb({
  names: ['image prune'],
  usage: '[OPTIONS]',
  flags: { ...PRUNE_FLAGS, all: bool('a') },
  arity: none,
  run: (invocation) =>
    prune(
      invocation,
      invocation.flags.all
        ? 'This will remove all images without at least one container associated to them.'
        : 'This will remove all dangling images.',
      'nothing',
    ),
});

export const networkPrune = verb({
  names: ['network prune'],
  usage: '[OPTIONS]',
  flags: PRUNE_FLAGS,
  arity: none,
  run: (invocation) =>
    prune(invocation, 'This will remove all custom networks not used by at least one container.', 'nothing'),
});

export const builderPrune = verb({
  names: ['builder prune', 'buildx prune'],
  usage: '[OPTIONS]',
  flags: { ...PRUNE_FLAGS, all: bool('a') },
  arity: none,
  run: (invocation) => prune(invocation, 'This will remove all dangling build cache.', 'nothing'),
});
