import { isActive } from '../docker/container.ts';
import { absent, bool, int, list, text } from '../flags.ts';
import { any, atLeast, complain, Refusal, verb, type Invocation, type Run } from '../verb.ts';
import type { Container, UpOptions } from '../../supervisor-model.ts';
import { stopContainers } from './lifecycle.ts';
import { checkProfiles, containerProgress, containersOf, progress, selectServices } from './project.ts';
import { composeLogs } from './logs.ts';

const NO_EFFECT = 'the sandbox does not keep it apart; leave the flag out';

export const up = verb({
  names: ['up'],
  usage: '[OPTIONS] [SERVICE...]',
  flags: {
    'abort-on-container-exit': absent('use up -d'),
    'always-recreate-deps': absent('name the dependencies with --force-recreate'),
    attach: list(),
    build: bool(),
    detach: bool('d'),
    'exit-code-from': absent('use up -d'),
    'force-recreate': bool(),
    'no-attach': list(),
    'no-build': bool(),
    'no-color': bool(),
    'no-deps': bool(),
    'no-log-prefix': bool(),
    'no-recreate': bool(),
    'no-start': absent('use up -d, then stop'),
    pull: text(),
    'quiet-pull': bool(),
    'remove-orphans': bool(),
    'renew-anon-volumes': absent(NO_EFFECT, 'V'),
    scale: list(),
    timeout: int('t'),
    timestamps: bool(),
    wait: bool(),
    'wait-timeout': int(),
    watch: absent('restart the service instead', 'w'),
  },
  arity: any,
  async *run(invocation) {
    const { flags, operands, supervisor, call } = invocation;
    if (flags['force-recreate'] && flags['no-recreate'])
      throw new Refusal('--force-recreate and --no-recreate are incompatible');
    const services = selectServices(supervisor, operands);
    if (operands.length === 0) checkProfiles(invocation);
    const scale = readScale(flags.scale ?? []);
    selectServices(supervisor, Object.keys(scale));
    if (flags.build)
      yield complain(
        'docker compose: --build has no effect in this sandbox: it runs the sources as they are',
      );
    yield* bringUp(
      invocation,
      services.map(({ name }) => name),
      {
        forceRecreate: flags['force-recreate'] === true,
        noDeps: flags['no-deps'] === true,
        scale,
        wait: flags.wait === true,
      },
    );
    if (flags.detach || flags.wait) return 0;
    yield* composeLogs(invocation, containersOf(supervisor, services), {
      follow: true,
      prefix: flags['no-log-prefix'] !== true,
      timestamps: flags.timestamps === true,
      tail: 0,
    });
    // In the foreground, the containers end with the command.
    if (call.signal.aborted) yield* stopContainers(invocation, services, flags.timeout);
    return 0;
  },
});

export const scale = verb({
  names: ['scale'],
  usage: '[SERVICE=REPLICAS...]',
  flags: { 'no-deps': bool() },
  arity: atLeast(1),
  async *run(invocation) {
    const numbers = readScale(invocation.operands);
    const services = selectServices(invocation.supervisor, Object.keys(numbers));
    const options = {
      forceRecreate: false,
      noDeps: invocation.flags['no-deps'] === true,
      scale: numbers,
      wait: false,
    };
    yield* bringUp(
      invocation,
      services.map(({ name }) => name),
      options,
    );
  },
});

/** `web=3` (docker/compose cmd/compose/scale.go, parseServicesReplicasArgs). */
const readScale = (given: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    given.map((entry) => {
      const [, service, count] = /^([^=]+)=(.+)$/.exec(entry) ?? [];
      if (service === undefined || count === undefined)
        throw new Refusal(`invalid scale specifier: ${entry}`);
      if (!/^\d+$/.test(count))
        throw new Refusal(`invalid scale specifier: can't parse replica value as int: ${entry}`);
      return [service, Number(count)];
    }),
  );

/** Says what became of each container, from what there was before and is after. */
async function* bringUp(
  { supervisor, cause }: Pick<Invocation, 'supervisor' | 'cause'>,
  services: readonly string[],
  options: UpOptions,
): Run {
  // Taken down now: a container is the supervisor's own, and changes with the service.
  const before = new Map(
    supervisor
      .containers()
      .map((container) => [container.name, { id: container.id, active: isActive(container) }]),
  );
  await supervisor.up(services, options, cause);
  for (const container of supervisor.containers().toReversed()) {
    const was = before.get(container.name);
    before.delete(container.name);
    const asked = services.includes(container.service.name);
    for (const state of changes(was, container, asked)) yield containerProgress(container, state);
  }
  for (const name of before.keys())
    for (const state of ['Stopping', 'Stopped', 'Removing', 'Removed'])
      yield progress(`Container ${name}`, state);
}

interface Before {
  readonly id: string;
  readonly active: boolean;
}

const changes = (was: Before | undefined, is: Container, asked: boolean): readonly string[] => {
  const started = isActive(is) ? ['Starting', 'Started'] : [];
  if (was === undefined) return ['Creating', 'Created', ...started];
  if (was.id !== is.id) return ['Recreate', 'Recreated', ...started];
  if (!was.active) return started;
  return asked ? ['Running'] : [];
};
