import { bool, optional, parseFlags, text, type FlagTable } from '../flags.ts';
import { shell } from '../entry.ts';
import { singleFrontEnd } from '../program.ts';
import { any, notAvailable, Refusal, verb, type Invocation, type Outcome, type Run } from '../verb.ts';

/** The drill's host has one user, who is root already: what is left of `sudo` is its environment and its shell. */
const SUDO = {
  askpass: bool('A'),
  background: bool('b'),
  bell: bool('B'),
  chdir: text('D'),
  'close-from': text('C'),
  'set-home': bool('H'),
  login: bool('i'),
  'reset-timestamp': bool('k'),
  'remove-timestamp': bool('K'),
  'non-interactive': bool('n'),
  'no-update': bool('N'),
  'preserve-env': optional('E'),
  'preserve-groups': bool('P'),
  prompt: text('p'),
  shell: bool('s'),
  stdin: bool('S'),
  user: text('u'),
  validate: bool('v'),
} as const satisfies FlagTable;

const USAGE = '[-bEHikKnSsv] [-D directory] [-p prompt] [-u user] [VAR=value] [command [arg ...]]';

type Sudo = Invocation<typeof SUDO>['flags'];

export const sudo = singleFrontEnd(
  verb({
    names: ['sudo'],
    usage: USAGE,
    flags: SUDO,
    arity: any,
    flagsFirst: true,
    async *run({ flags: before, operands: words, call }): Run {
      const { flags, assigned, operands } = withAssignments(before, words);
      refuseOthers('sudo', flags.user);
      const asShell = flags.login || flags.shell;
      if (operands.length === 0 && !asShell) {
        if (flags.validate || flags['reset-timestamp'] || flags['remove-timestamp']) return 0;
        throw new Refusal(`usage: sudo ${USAGE}`);
      }
      const env = {
        ...kept(call.env, flags['preserve-env']),
        SUDO_COMMAND: operands.join(' '),
        SUDO_USER: 'root',
        SUDO_UID: '0',
        SUDO_GID: '0',
        ...assigned,
      };
      const folder = flags.chdir ?? (flags.login ? call.env['HOME'] : undefined);
      const place = folder === undefined ? [] : ['-C', folder];
      const argv = asShell ? shellOf(operands) : operands;
      return become('sudo', place, env, argv, flags.background === true);
    },
  }),
);

export const doas = singleFrontEnd(
  verb({
    names: ['doas'],
    usage: '[-Lns] [-u user] command [args]',
    flags: {
      'clear-authorization': bool('L'),
      'non-interactive': bool('n'),
      shell: bool('s'),
      user: text('u'),
    },
    arity: any,
    flagsFirst: true,
    async *run({ flags, operands, call }): Run {
      refuseOthers('doas', flags.user);
      if (operands.length === 0 && !flags.shell) {
        if (flags['clear-authorization']) return 0;
        throw new Refusal('usage: doas [-Lns] [-u user] command [args]');
      }
      const argv = flags.shell ? shellOf(operands) : operands;
      return become('doas', [], kept(call.env), argv, false);
    },
  }),
);

/** `sudo A=b -E C=d command`: variables and options in any order, up to `--` or the command. */
const withAssignments = (
  flags: Sudo,
  operands: readonly string[],
): {
  readonly flags: Sudo;
  readonly assigned: Readonly<Record<string, string>>;
  readonly operands: readonly string[];
} => {
  const [name, value] = ASSIGNMENT.exec(operands[0] ?? '')?.slice(1) ?? [];
  if (name === undefined || value === undefined) return { flags, assigned: {}, operands };
  const further = parseFlags(SUDO, operands.slice(1), { interspersed: false });
  const rest = withAssignments({ ...flags, ...further.flags }, further.operands);
  return { ...rest, assigned: { [name]: value, ...rest.assigned } };
};

const ASSIGNMENT = /^([A-Za-z_]\w*)=(.*)$/s;

const ROOT: ReadonlySet<string | undefined> = new Set([undefined, 'root', '#0', '0']);

/** @throws Refusal for any user but root: in the namespaces of the sandbox there is no other */
const refuseOthers = (program: string, user: string | undefined): void => {
  if (!ROOT.has(user))
    throw notAvailable(
      program,
      `-u ${user}`,
      'its host has no user but root; type it without, or in the container (docker exec -u …)',
    );
};

/** What sudo leaves of the caller's variables (`env_reset`, plugins/sudoers/env.c), its PATH, and how the operator's processes are known. */
const KEPT =
  /^(?:COLORTERM|DISPLAY|DRILLBOOK_OPERATOR|HOME|HOSTNAME|LANG|LANGUAGE|LC_\w+|LINGUAS|LOGNAME|LS_COLORS|MAIL|PATH|SHELL|TERM|TZ|USER|XAUTHORITY)$/;

/** @param preserved names; empty for all */
const kept = (
  env: Readonly<Record<string, string>>,
  preserved?: string,
): Readonly<Record<string, string>> => {
  if (preserved === '') return env;
  const named = preserved?.split(',') ?? [];
  return Object.fromEntries(Object.entries(env).filter(([name]) => KEPT.test(name) || named.includes(name)));
};

/**
 * As sudo gives a command to a shell: what is no word of letters is escaped, but for `$` (src/parse_args.c). No login shell: the
 * machine's profile would set a PATH without the front ends.
 */
const shellOf = (operands: readonly string[]): readonly string[] =>
  operands.length === 0
    ? ['bash']
    : ['bash', '-c', operands.map((word) => word.replaceAll(/[^\w$-]/g, String.raw`\$&`)).join(' ')];

/** A shell's own `cd` is no program: only what is in a folder of the PATH is found. */
const FOUND = String.raw`program=$1 way=$2
shift 2
case $1 in
*/*) [ -e "$1" ] ;;
*)
  IFS=:
  for folder in $PATH; do [ -x "$folder/$1" ] && break; done
  [ -x "$folder/$1" ]
  ;;
esac || {
  echo "$program: $1: command not found" >&2
  exit 1
}
unset IFS
exec $way "$@"`;

const become = (
  program: string,
  place: readonly string[],
  env: Readonly<Record<string, string>>,
  argv: readonly string[],
  background: boolean,
): Outcome => {
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const { exec } = shell(FOUND, [program, background ? 'setsid --fork' : '', ...argv]);
  return { exec: ['/usr/bin/env', '-i', ...place, ...variables, ...exec] };
};
