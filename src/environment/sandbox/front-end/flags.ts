/**
 * Flags as Go's `pflag` reads them, which Docker uses: `--tail=100`, `--tail 100`, `-n100`, `-itu root`, `--all=false`, `--`.
 * The messages are pflag's own (github.com/spf13/pflag, flag.go).
 */

/** One flag; its key in the table is its long name. */
export type Flag =
  | {
      readonly kind: 'bool' | 'text' | 'optional' | 'int' | 'list';
      readonly short?: string;
      readonly also?: string;
    }
  /** The real program has it; the sandbox does not, and says what to do instead. */
  | { readonly kind: 'absent'; readonly short?: string; readonly also?: string; readonly remedy: string };

export type FlagTable = Readonly<Record<string, Flag>>;

interface ValueOf {
  bool: boolean;
  text: string;
  /** Empty where none was given with `=`: pflag's `NoOptDefVal`. */
  optional: string;
  int: number;
  list: readonly string[];
  absent: never;
}

/** What was given on the command line; a flag that was not given is absent. */
export type FlagValues<Table extends FlagTable> = {
  readonly [Name in keyof Table]?: ValueOf[Table[Name]['kind']];
};

export const bool = (short?: string, also?: string) => ({ kind: 'bool' as const, ...names(short, also) });
export const text = (short?: string, also?: string) => ({ kind: 'text' as const, ...names(short, also) });
export const optional = (short?: string) => ({ kind: 'optional' as const, ...names(short) });
export const int = (short?: string, also?: string) => ({ kind: 'int' as const, ...names(short, also) });
export const list = (short?: string, also?: string) => ({ kind: 'list' as const, ...names(short, also) });
export const absent = (remedy: string, short?: string) => ({
  kind: 'absent' as const,
  remedy,
  ...names(short),
});

const names = (short?: string, also?: string) => ({
  ...(short === undefined ? {} : { short }),
  ...(also === undefined ? {} : { also }),
});

/** The flags were used wrongly; the message is the real program's. */
export class FlagError extends Error {
  override readonly name = 'FlagError';
}

/** A flag that the real program has and the sandbox has not. */
export class AbsentFlag extends Error {
  override readonly name = 'AbsentFlag';
  readonly flag: string;
  readonly remedy: string;

  constructor(flag: string, remedy: string) {
    super(`${flag}: ${remedy}`);
    this.flag = flag;
    this.remedy = remedy;
  }
}

export interface ParsedFlags<Table extends FlagTable> {
  readonly flags: FlagValues<Table>;
  readonly operands: readonly string[];
  /** `--help` or `-h` was given. */
  readonly help: boolean;
}

/**
 * @param interspersed false: flags end at the first operand, as for `docker exec`
 * @throws FlagError, AbsentFlag
 */
export const parseFlags = <Table extends FlagTable>(
  table: Table,
  args: readonly string[],
  { interspersed = true } = {},
): ParsedFlags<Table> => {
  const reader = new FlagReader(table, args);
  const operands: string[] = [];
  for (let arg = reader.next(); arg !== undefined; arg = reader.next()) {
    if (arg === '--') return reader.done([...operands, ...reader.rest()]);
    if (arg.startsWith('--')) reader.long(arg.slice(2));
    else if (arg.startsWith('-') && arg !== '-') reader.cluster(arg.slice(1));
    else if (interspersed) operands.push(arg);
    else return reader.done([arg, ...reader.rest()]);
  }
  return reader.done(operands);
};

const HELP: Flag = { kind: 'bool', short: 'h' };

class FlagReader<Table extends FlagTable> {
  readonly #table: FlagTable;
  readonly #args: readonly string[];
  readonly #values = new Map<string, boolean | string | number | readonly string[]>();
  #position = 0;

  constructor(table: Table, args: readonly string[]) {
    this.#table = { help: HELP, ...table };
    this.#args = args;
  }

  next(): string | undefined {
    return this.#args[this.#position++];
  }

  rest(): readonly string[] {
    return this.#args.slice(this.#position);
  }

  done(operands: readonly string[]): ParsedFlags<Table> {
    const flags = Object.fromEntries(this.#values) as FlagValues<Table>;
    return { flags, operands, help: this.#values.get('help') === true };
  }

  /** `name`, `name=value`. */
  long(argument: string): void {
    const [name = '', ...after] = argument.split('=');
    if (name === '' || name.startsWith('-')) throw new FlagError(`bad flag syntax: --${argument}`);
    const found = this.#find((key, flag) => key === name || flag.also === name);
    if (found === undefined) throw new FlagError(`unknown flag: --${name}`);
    const value = argument.includes('=') ? after.join('=') : undefined;
    this.#set(found, value ?? this.#value(found[1], () => `flag needs an argument: --${name}`));
  }

  /** `it`, `n5`, `n=5`, `itu` with the value as the next argument. */
  cluster(letters: string): void {
    for (let rest = letters; rest !== ''; rest = rest.slice(1)) {
      const letter = rest.slice(0, 1);
      const found = this.#find((_, flag) => flag.short === letter);
      if (found === undefined) throw new FlagError(`unknown shorthand flag: '${letter}' in -${rest}`);
      if (rest[1] === '=') return this.#set(found, rest.slice(2));
      if (rest.length > 1 && takesNext(found[1])) return this.#set(found, rest.slice(1));
      this.#set(
        found,
        this.#value(found[1], () => `flag needs an argument: '${letter}' in -${rest}`),
      );
    }
  }

  #find(matches: (name: string, flag: Flag) => boolean): readonly [string, Flag] | undefined {
    return Object.entries(this.#table).find(([name, flag]) => matches(name, flag));
  }

  #value(flag: Flag, complaint: () => string): string {
    if (!takesNext(flag)) return flag.kind === 'optional' ? '' : 'true';
    const value = this.next();
    if (value === undefined) throw new FlagError(complaint());
    return value;
  }

  #set([name, flag]: readonly [string, Flag], value: string): void {
    if (flag.kind === 'absent') throw new AbsentFlag(`--${name}`, flag.remedy);
    this.#values.set(name, this.#read(name, flag, value));
  }

  #read(name: string, flag: Flag, value: string): boolean | string | number | readonly string[] {
    if (flag.kind === 'text' || flag.kind === 'optional') return value;
    if (flag.kind === 'list') return [...((this.#values.get(name) ?? []) as readonly string[]), value];
    const read = flag.kind === 'int' ? readInt(value) : BOOLEANS[value];
    if (read !== undefined) return read;
    const shown = flag.short === undefined ? `--${name}` : `-${flag.short}, --${name}`;
    const parser = flag.kind === 'int' ? 'ParseInt' : 'ParseBool';
    throw new FlagError(
      `invalid argument "${value}" for "${shown}" flag: strconv.${parser}: parsing "${value}": invalid syntax`,
    );
  }
}

/** Whether the next argument is its value, where none is given beside it. */
const takesNext = ({ kind }: Flag): boolean => kind === 'text' || kind === 'int' || kind === 'list';

const readInt = (value: string): number | undefined => (/^[+-]?\d+$/.test(value) ? Number(value) : undefined);

/** As Go's `strconv.ParseBool` takes them. */
const BOOLEANS: Readonly<Record<string, boolean>> = Object.assign(
  Object.create(null) as Record<string, boolean>,
  Object.fromEntries(['1', 't', 'T', 'true', 'TRUE', 'True'].map((word) => [word, true])),
  Object.fromEntries(['0', 'f', 'F', 'false', 'FALSE', 'False'].map((word) => [word, false])),
);
