import type { FrontEndCall, FrontEndReply, Supervisor } from '../supervisor-model.ts';
import type { FlagTable, FlagValues } from './flags.ts';

/** What comes before the end: mostly text for the caller. */
export type Output = Extract<FrontEndReply, { write: unknown } | { refused: unknown }>;

/** How a call ends: an exit status, or a program that replaces the caller. */
export type Outcome = number | Extract<FrontEndReply, { exec: unknown }>;

/** Yields what is written and returns how it ends (0 where it returns nothing), so that there is always exactly one last reply. */
export type Run = AsyncGenerator<Output, Outcome | void>;

/** Number of operands that a verb takes. */
export interface Arity {
  readonly min: number;
  readonly max: number;
}

export const none: Arity = { min: 0, max: 0 };
export const any: Arity = { min: 0, max: Infinity };
export const exactly = (count: number): Arity => ({ min: count, max: count });
export const atLeast = (min: number): Arity => ({ min, max: Infinity });
export const between = (min: number, max: number): Arity => ({ min, max });

/** What a verb is run with. */
export interface Invocation<Table extends FlagTable = FlagTable> {
  readonly flags: FlagValues<Table>;
  readonly operands: readonly string[];
  /** What stands before the verb: `--profile tools`. */
  readonly globals: FlagValues<FlagTable>;
  readonly call: FrontEndCall;
  readonly supervisor: Supervisor;
  /** The command as typed, for the journal. */
  readonly cause: string;
}

/** One thing that a program can be told to do. One verb, one entry in the program's table. */
export interface Verb<Table extends FlagTable = FlagTable> {
  /** Every way to type it: `ps`, `container ls`. */
  readonly names: readonly string[];
  /** What follows the name in the usage line: `[OPTIONS] CONTAINER`. */
  readonly usage: string;
  readonly flags: Table;
  readonly arity: Arity;
  /** Flags end at the first operand: `docker exec`. */
  readonly flagsFirst?: boolean;
  run(invocation: Invocation<Table>): Run;
}

/** A verb of any flags, as a table holds it. */
export type AnyVerb = Omit<Verb, 'run'> & { run(invocation: Invocation<never>): Run };

export const verb = <const Table extends FlagTable>(definition: Verb<Table>): Verb<Table> => definition;

/** Ends a call with a message on stderr. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Exit status for what a program has and the sandbox has not. */
export const NOT_AVAILABLE = 125;

/** The real program can do it: that it was not done is no failure of the runbook. */
export class NotAvailable extends Refusal {}

export const notAvailable = (program: string, what: string, remedy: string): NotAvailable =>
  new NotAvailable(`${program}: '${what}' is not available in this sandbox: ${remedy}`, NOT_AVAILABLE);

export const out = (text: string): Output => ({ write: 'stdout', text });
export const line = (text: string): Output => ({ write: 'stdout', text: `${text}\n` });
export const complain = (text: string): Output => ({ write: 'stderr', text: `${text}\n` });
