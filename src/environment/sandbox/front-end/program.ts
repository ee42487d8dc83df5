import type { FrontEnd, FrontEndCall, FrontEndReply, Supervisor } from '../supervisor-model.ts';
import { AbsentFlag, FlagError, parseFlags, type FlagTable, type FlagValues } from './flags.ts';
import { usageText } from './usage.ts';
import {
  complain,
  line,
  NOT_AVAILABLE,
  NotAvailable,
  notAvailable,
  Refusal,
  type AnyVerb,
  type Invocation,
  type Run,
} from './verb.ts';

/** One name on the operator's PATH: what it can do, and how it says that it cannot. */
export interface Program<Globals extends FlagTable = FlagTable> {
  /** As its messages name it: `docker compose`. */
  readonly name: string;
  /** Flags before the verb. */
  readonly globals: Globals;
  readonly verbs: readonly AnyVerb[];
  /** What the real program can do and the sandbox cannot: verb → remedy. */
  readonly absent: Readonly<Record<string, string>>;
  /** What it says of wrong flags. */
  readonly wrongUsage: (message: string, name: string, usage: string) => string;
  readonly wrongArity: (name: string, verb: AnyVerb, given: number) => string;
  /** `group` is the first word where it names several verbs: `volume`. */
  readonly unknownVerb: (typed: string, group: string | undefined) => string;
  /** No verb at all. */
  readonly overview: (flags: FlagValues<Globals>) => { readonly text: string; readonly exit: number };
  /** Checks the flags before the verb, and what it needs of the caller. */
  readonly prepare?: (flags: FlagValues<Globals>, call: FrontEndCall, supervisor: Supervisor) => void;
  /** Programs that it starts itself: `docker compose`. */
  readonly delegates?: Readonly<Record<string, Program>>;
  /** Whose complaint an error of the supervisor is: `Error response from daemon: …`. */
  readonly failure: (message: string) => string;
}

/** Makes a front end of a program: always ends with exactly one last reply, whatever the arguments. */
export const frontEnd = <Globals extends FlagTable>(program: Program<Globals>): FrontEnd =>
  answering(program.failure, (context) => run(program, context, context.call.args));

/** A program whose flags may stand anywhere and that has one thing to do, or whose first operand says what. */
export const singleFrontEnd = (verb: AnyVerb): FrontEnd => {
  const [name = ''] = verb.names;
  const program: Pick<Program, 'wrongUsage' | 'wrongArity'> = {
    wrongUsage: (message) => `${name}: ${message}`,
    wrongArity: () => `${name}: wrong number of arguments`,
  };
  return answering(
    (message) => `${name}: ${message}`,
    (context) => invoke(program, name, verb, { ...context, globals: {} }, context.call.args),
  );
};

const answering = (failure: Program['failure'], steps: (context: Context) => Run): FrontEnd =>
  async function* (call, supervisor): AsyncGenerator<FrontEndReply> {
    const cause = [call.program, ...call.args].join(' ');
    const outcome = yield* settle(failure, steps({ call, supervisor, cause }), call.signal);
    yield typeof outcome === 'number' ? { exit: outcome } : outcome;
  };

/** Turns what is thrown into a message and an exit status. */
async function* settle(failure: Program['failure'], steps: Run, signal: AbortSignal) {
  try {
    return (yield* steps) ?? 0;
  } catch (error) {
    if (error instanceof Refusal) {
      if (error instanceof NotAvailable) yield { refused: error.message };
      if (error.message !== '') yield complain(error.message);
      return error.exitCode;
    }
    // Nobody is left to be told.
    if (signal.aborted) return INTERRUPTED;
    if (!(error instanceof Error) || error instanceof TypeError || error instanceof RangeError) throw error;
    yield complain(failure(error.message));
    return 1;
  }
}

const INTERRUPTED = 130;

async function* run<Globals extends FlagTable>(
  program: Program<Globals>,
  context: Context,
  args: readonly string[],
): Run {
  const before = parse(program, program.name, '[OPTIONS] COMMAND [ARG...]', program.globals, args, true);
  const [first, ...others] = before.operands;
  if (first === undefined) {
    const { text, exit } = program.overview(before.flags);
    yield line(text);
    return exit;
  }
  const delegate = Object.hasOwn(program.delegates ?? {}, first) ? program.delegates?.[first] : undefined;
  if (delegate !== undefined) {
    const steps = run(delegate, context, others);
    return yield* settle(delegate.failure, steps, context.call.signal);
  }
  program.prepare?.(before.flags, context.call, context.supervisor);
  const { verb, typed, words } = find(program, before.operands);
  const name = `${program.name} ${typed}`;
  const withGlobals = { ...context, globals: before.flags };
  return yield* invoke(program, name, verb, withGlobals, before.operands.slice(words));
}

type Context = Pick<Invocation, 'call' | 'supervisor' | 'cause'>;

async function* invoke(
  program: Pick<Program, 'wrongUsage' | 'wrongArity'>,
  name: string,
  verb: AnyVerb,
  context: Context & Pick<Invocation, 'globals'>,
  args: readonly string[],
): Run {
  const parsed = parse(program, name, verb.usage, verb.flags, args, verb.flagsFirst === true);
  if (parsed.help) {
    yield line(usageText(name, verb));
    return 0;
  }
  const given = parsed.operands.length;
  if (given < verb.arity.min || given > verb.arity.max)
    throw new Refusal(program.wrongArity(name, verb, given), 1);
  const invocation: Invocation = { ...context, flags: parsed.flags, operands: parsed.operands };
  return yield* verb.run(invocation as Invocation<never>);
}

const parse = <Table extends FlagTable>(
  program: Pick<Program, 'wrongUsage'>,
  name: string,
  usage: string,
  table: Table,
  args: readonly string[],
  flagsFirst: boolean,
) => {
  try {
    return parseFlags(table, args, { interspersed: !flagsFirst });
  } catch (error) {
    if (error instanceof AbsentFlag) throw notAvailable(name, error.flag, error.remedy);
    if (!(error instanceof FlagError)) throw error;
    throw new Refusal(program.wrongUsage(error.message, name, usage), NOT_AVAILABLE);
  }
};

/** The verb that the words name; the longest name wins: `container ls` before `container`. */
const find = (
  program: Pick<Program, 'name' | 'verbs' | 'absent' | 'unknownVerb'>,
  words: readonly string[],
): { readonly verb: AnyVerb; readonly typed: string; readonly words: number } => {
  for (const count of [2, 1]) {
    const typed = words.slice(0, count).join(' ');
    const verb = program.verbs.find(({ names }) => names.includes(typed));
    if (verb !== undefined && words.length >= count) return { verb, typed, words: count };
    if (Object.hasOwn(program.absent, typed))
      throw notAvailable(program.name, typed, program.absent[typed] ?? '');
  }
  const [first = '', second] = words;
  const isGroup = program.verbs.some(({ names }) => names.some((name) => name.startsWith(`${first} `)));
  if (!isGroup) throw new Refusal(program.unknownVerb(first, undefined), NOT_AVAILABLE);
  throw new Refusal(program.unknownVerb(`${first} ${second ?? ''}`.trim(), first), NOT_AVAILABLE);
};
