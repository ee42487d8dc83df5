import type { Container } from '../../supervisor-model.ts';
import { absent, bool, list, text } from '../flags.ts';
import { enter } from '../entry.ts';
import { atLeast, Refusal, verb } from '../verb.ts';
import { daemonError, findContainer, isActive } from './container.ts';

export const exec = verb({
  names: ['exec', 'container exec'],
  usage: '[OPTIONS] CONTAINER COMMAND [ARG...]',
  flags: {
    detach: bool('d'),
    'detach-keys': text(),
    env: list('e'),
    'env-file': absent('name each variable with -e'),
    interactive: bool('i'),
    privileged: bool(),
    tty: bool('t'),
    user: text('u'),
    workdir: text('w'),
  },
  arity: atLeast(2),
  flagsFirst: true,
  async *run({ flags, operands: [reference = '', ...argv], supervisor, call }) {
    // docker/cli cli/streams/in.go, CheckTty.
    if (flags.tty && flags.interactive && !flags.detach && !call.stdinIsTerminal)
      throw new Refusal('the input device is not a TTY');
    const container = findContainer(supervisor, reference);
    refuseEntry(container);
    const options = {
      argv,
      env: execEnvironment(flags.env ?? [], call.env),
      ...(flags.workdir === undefined ? {} : { workingDir: flags.workdir }),
      ...(flags.user === undefined ? {} : { user: flags.user }),
    };
    const input = flags.interactive ? 'interactive' : 'no-input';
    return enter(supervisor, container, options, flags.detach ? 'detached' : input);
  },
});

/** @throws Refusal when nothing can be run in the container (moby daemon/exec.go, daemon/errors.go) */
export const refuseEntry = (container: Container): void => {
  const { id, status } = container;
  if (!isActive(container)) throw new Refusal(daemonError(`container ${id} is not running`));
  if (status.state === 'paused')
    throw new Refusal(daemonError(`container ${id} is paused, unpause the container before exec`));
  if (status.state === 'restarting')
    throw new Refusal(daemonError(`container ${id} is restarting, wait until the container is running`));
};

/** `NAME=value`, or `NAME` with the caller's value. */
export const execEnvironment = (
  given: readonly string[],
  callers: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    given.flatMap((entry) => {
      const [name = '', ...value] = entry.split('=');
      if (entry.includes('=')) return [[name, value.join('=')]];
      return callers[name] === undefined ? [] : [[name, callers[name]]];
    }),
  );
