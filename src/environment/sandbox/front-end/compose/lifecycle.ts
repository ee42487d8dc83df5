import type { Service } from '../../../../compose/model.ts';
import type { Container, Supervisor } from '../../supervisor-model.ts';
import { daemonError, isActive } from '../docker/container.ts';
import { bool, int, text, type FlagTable } from '../flags.ts';
import { signalName } from '../../../../compose/signal.ts';
import { any, complain, Refusal, verb, type Invocation, type Output } from '../verb.ts';
import { containerProgress, containersOf, inDependencyOrder, selectServices } from './project.ts';

const SERVICES = '[OPTIONS] [SERVICE...]';

type Control = Parameters<Invocation['supervisor']['control']>[1];

/** `Stopping`, does it, `Stopped`. */
export async function* announced(
  { supervisor, cause }: Pick<Invocation, 'supervisor' | 'cause'>,
  container: Container,
  [before, after]: readonly [string, string],
  action: Control,
): AsyncGenerator<Output> {
  yield containerProgress(container, before);
  await supervisor.control(container, action, cause);
  yield containerProgress(container, after);
}

const withTimeout = (action: 'stop' | 'restart', seconds: number | undefined): Control =>
  seconds === undefined ? action : { action, timeoutMs: seconds * 1000 };

export const restart = verb({
  names: ['restart'],
  usage: SERVICES,
  flags: { 'no-deps': bool(), timeout: int('t') },
  arity: any,
  async *run(invocation) {
    const named = selectServices(invocation.supervisor, invocation.operands);
    const services = invocation.flags['no-deps'] ? named : withRestarted(invocation.supervisor, named);
    const action = withTimeout('restart', invocation.flags.timeout);
    yield* inDependencyOrder(invocation.supervisor, services, 'dependencies first', (container) =>
      announced(invocation, container, ['Restarting', 'Started'], action),
    );
  },
});

/** With those that ask for it: `depends_on: { db: { restart: true } }` (docker/compose pkg/compose/restart.go). */
const withRestarted = ({ system }: Supervisor, services: readonly Service[]): readonly Service[] => {
  const chosen = new Set(services.map(({ name }) => name));
  // In start order, a service comes after those that it depends on.
  return system.services.filter(({ name, dependsOn }) => {
    if (dependsOn.some(({ service, restart: asked }) => asked && chosen.has(service))) chosen.add(name);
    return chosen.has(name);
  });
};

export const stop = verb({
  names: ['stop'],
  usage: SERVICES,
  flags: { timeout: int('t') },
  arity: any,
  async *run(invocation) {
    const services = selectServices(invocation.supervisor, invocation.operands);
    yield* stopContainers(invocation, services, invocation.flags.timeout);
  },
});

/** Compose names the stopped ones too, and leaves them alone. */
export async function* stopContainers(
  invocation: Pick<Invocation, 'supervisor' | 'cause'>,
  services: ReturnType<typeof selectServices>,
  timeout: number | undefined,
): AsyncGenerator<Output> {
  const action = withTimeout('stop', timeout);
  const stopOne = async function* (container: Container): AsyncGenerator<Output> {
    yield containerProgress(container, 'Stopping');
    if (isActive(container)) await invocation.supervisor.control(container, action, invocation.cause);
    yield containerProgress(container, 'Stopped');
  };
  yield* inDependencyOrder(invocation.supervisor, services, 'dependents first', stopOne);
}

export const start = verb({
  names: ['start'],
  usage: '[SERVICE...]',
  flags: { wait: bool(), 'wait-timeout': int() },
  arity: any,
  async *run(invocation) {
    const { supervisor, operands } = invocation;
    const services = selectServices(supervisor, operands);
    const without = services.find((service) => containersOf(supervisor, [service]).length === 0);
    if (without !== undefined) throw new Refusal(`service "${without.name}" has no container to start`);
    yield* inDependencyOrder(supervisor, services, 'dependencies first', async function* (container) {
      if (!isActive(container)) yield* announced(invocation, container, ['Starting', 'Started'], 'start');
    });
  },
});

/** A verb that does one thing to the containers that a test lets pass. */
const simple = <const Table extends FlagTable>(
  name: string,
  words: readonly [string, string],
  flags: Table,
  action: (invocation: Invocation<Table>) => Control,
  applies: (container: Container) => boolean,
  nothing: string,
) =>
  verb({
    names: [name],
    usage: SERVICES,
    flags,
    arity: any,
    async *run(invocation) {
      const { supervisor } = invocation;
      const services = selectServices(supervisor, invocation.operands);
      const control = action(invocation as Invocation<Table>);
      if (nothing !== '' && !containersOf(supervisor, services).some(applies)) yield complain(nothing);
      yield* inDependencyOrder(supervisor, services, 'dependencies first', async function* (container) {
        if (applies(container)) yield* announced(invocation, container, words, control);
      });
    },
  });

const readSignal = (typed: string): string => {
  const signal = signalName(typed);
  if (signal === undefined) throw new Refusal(daemonError(`invalid signal: ${typed}`));
  return signal;
};

export const kill = simple(
  'kill',
  ['Killing', 'Killed'],
  { 'remove-orphans': bool(), signal: text('s') },
  ({ flags }) => ({ action: 'kill', signal: readSignal(flags.signal ?? 'SIGKILL') }),
  isActive,
  'no container to kill',
);

export const pause = simple(
  'pause',
  ['Pausing', 'Paused'],
  {},
  () => 'pause',
  (container) => isActive(container) && container.status.state !== 'paused',
  '',
);

export const unpause = simple(
  'unpause',
  ['Unpausing', 'Unpaused'],
  {},
  () => 'unpause',
  (container) => container.status.state === 'paused',
  '',
);
