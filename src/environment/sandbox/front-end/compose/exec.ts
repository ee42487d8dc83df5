import { execEnvironment, refuseEntry } from '../docker/exec.ts';
import { isActive } from '../docker/container.ts';
import { enter } from '../entry.ts';
import { absent, bool, int, list, text } from '../flags.ts';
import { atLeast, Refusal, verb } from '../verb.ts';
import { containersOf } from './project.ts';

/** Keeps the input open, and a terminal where its output is one, unless told otherwise (docker/compose cmd/compose/exec.go). */
export const exec = verb({
  names: ['exec'],
  usage: '[OPTIONS] SERVICE COMMAND [ARGS...]',
  flags: {
    detach: bool('d'),
    env: list('e'),
    index: int(),
    interactive: bool('i'),
    'no-tty': bool('T', 'no-TTY'),
    privileged: bool(),
    tty: bool('t'),
    user: text('u'),
    workdir: text('w'),
    'env-file': absent('name each variable with -e'),
  },
  arity: atLeast(2),
  flagsFirst: true,
  async *run({ flags, operands: [service = '', ...argv], supervisor, call }) {
    // A service that the file does not have is one that is not running.
    const matching = supervisor.system.services.filter(({ name }) => name === service);
    const [container] = containersOf(supervisor, matching)
      .filter((each) => isActive(each) && (flags.index === undefined || each.replica === flags.index))
      .toSorted((a, b) => a.replica - b.replica);
    if (container === undefined) {
      const which = flags.index === undefined ? '' : ` container #${flags.index}`;
      throw new Refusal(`service "${service}" is not running${which}`);
    }
    const interactive = flags.interactive ?? true;
    const terminal = !(flags['no-tty'] ?? !call.stdoutIsTerminal);
    if (terminal && interactive && !flags.detach && !call.stdinIsTerminal)
      throw new Refusal('the input device is not a TTY');
    refuseEntry(container);
    const options = {
      argv,
      env: execEnvironment(flags.env ?? [], call.env),
      ...(flags.workdir === undefined ? {} : { workingDir: flags.workdir }),
      ...(flags.user === undefined ? {} : { user: flags.user }),
    };
    const input = interactive ? 'interactive' : 'no-input';
    return enter(supervisor, container, options, flags.detach ? 'detached' : input);
  },
});
