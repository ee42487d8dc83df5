import { RegExpParser, visitRegExpAST, type AST } from '@eslint-community/regexpp';

/**
 * The repeats of an expression that can take one text in two ways: of a text that almost matches, all of the ways are tried, twice as
 * many for each time. As automata (Weber and Seidl, 1991): a text leads from a position by another one back to it, and by itself.
 * Lookarounds of more than a character are taken for what keeps their part from the others.
 */
export const ambiguousRepeats = (expression: RegExp): readonly string[] => {
  const found: string[] = [];
  visitRegExpAST(new RegExpParser().parseLiteral(String(expression)), {
    onQuantifierEnter(repeat) {
      if (repeat.max < MANY || !isGroup(repeat.element) || isLast(repeat)) return;
      if (isAmbiguous(new Positions(repeat.element, expression.flags))) found.push(repeat.raw);
    },
  });
  return found;
};

/** So often that the ways become too many to try. */
const MANY = 10;

/** What stands at most so often is written out; more often, it is as good as without end. */
const WRITTEN_OUT = 6;

const isGroup = ({ type }: AST.Node): boolean => type === 'Group' || type === 'CapturingGroup';

/** Nothing comes after it that could fail. */
const isLast = (node: AST.Node): boolean => {
  const { parent } = node;
  if (parent === null || parent.type === 'Pattern') return true;
  if (parent.type === 'Assertion' || parent.type === 'Quantifier') return false;
  return (parent.type !== 'Alternative' || parent.elements.at(-1) === node) && isLast(parent);
};

/** A bit for each of the alphabet. */
type Chars = bigint;

/** Letters, signs and blanks, and some that are none of ASCII's. */
const ALPHABET = [
  ...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)),
  '\n',
  '\t',
  'é',
  '查',
  '—',
  '→',
];

interface Part {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly empty: boolean;
}

const NOTHING: Part = { first: [], last: [], empty: true };

/** The characters of a repeat as positions, each with those that can come next (Glushkov). */
class Positions {
  readonly chars: Chars[] = [];
  readonly next: Set<number>[] = [];
  /** The part, told apart from its alternatives by what must not come, that a position begins. */
  readonly apart: (AST.Node | undefined)[] = [];
  readonly #flags: string;

  constructor(node: AST.Node, flags: string) {
    this.#flags = flags.replaceAll(/[gy]/g, '');
    const { first, last } = this.#part(node);
    this.#link(last, first);
  }

  #link(before: readonly number[], after: readonly number[]): void {
    for (const each of before) for (const one of after) this.next[each]?.add(one);
  }

  #part(node: AST.Node): Part {
    if (node.type === 'Group' || node.type === 'CapturingGroup') {
      const ways = node.alternatives.map((each) => this.#part(each));
      return {
        first: ways.flatMap(({ first }) => first),
        last: ways.flatMap(({ last }) => last),
        empty: ways.some(({ empty }) => empty),
      };
    }
    if (node.type === 'Alternative') return this.#sequence(node);
    if (node.type === 'Quantifier') return this.#repeat(node);
    if (node.type !== 'Character' && node.type !== 'CharacterSet' && node.type !== 'CharacterClass')
      return NOTHING;
    const position = this.chars.push(this.#charsOf(node)) - 1;
    this.next.push(new Set());
    this.apart.push(undefined);
    return { first: [position], last: [position], empty: false };
  }

  #charsOf({ raw }: AST.Node): Chars {
    const form = new RegExp(`^(?:${raw})$`, this.#flags);
    return ALPHABET.reduce(
      (bits, char, index) => (form.test(char) ? bits | (1n << BigInt(index)) : bits),
      0n,
    );
  }

  #sequence(node: AST.Alternative): Part {
    let whole = NOTHING;
    let guard: AST.Assertion | undefined;
    for (const element of node.elements) {
      if (element.type === 'Assertion') {
        if (element.kind === 'lookahead') guard = element;
        continue;
      }
      const part = this.#part(element);
      if (guard !== undefined) {
        this.#keepApart(part.first, guard);
        if (!part.empty) guard = undefined;
      }
      whole = this.#joined(whole, part);
    }
    // `\$(?!\()`: what must not come begins what comes next.
    if (guard !== undefined) for (const each of whole.last) this.apart[each] ??= guard;
    return whole;
  }

  #keepApart(first: readonly number[], guard: AST.Assertion): void {
    const single = guard.type === 'Assertion' && guard.kind === 'lookahead' ? charOf(guard) : undefined;
    const chars = single === undefined ? undefined : this.#charsOf(single);
    const negate = guard.kind === 'lookahead' && guard.negate;
    for (const each of first)
      if (chars === undefined) this.apart[each] = guard;
      else this.chars[each] = (this.chars[each] ?? 0n) & (negate ? ~chars : chars);
  }

  #joined(one: Part, other: Part): Part {
    this.#link(one.last, other.first);
    return {
      first: one.empty ? [...one.first, ...other.first] : one.first,
      last: other.empty ? [...one.last, ...other.last] : other.last,
      empty: one.empty && other.empty,
    };
  }

  #repeat({ element, min, max }: AST.Quantifier): Part {
    const least = Math.min(min, WRITTEN_OUT);
    if (max >= MANY) {
      let whole = NOTHING;
      for (let count = 1; count < least; count++) whole = this.#joined(whole, this.#part(element));
      const part = this.#part(element);
      this.#link(part.last, part.first);
      return this.#joined(whole, { ...part, empty: part.empty || min === 0 });
    }
    let rest = NOTHING;
    for (let count = Math.min(max, WRITTEN_OUT); count > 0; count--) {
      rest = this.#joined(this.#part(element), rest);
      if (count > least) rest = { ...rest, empty: true };
    }
    return rest;
  }
}

/** The one character that a lookaround is about. */
const charOf = ({ alternatives }: AST.LookaheadAssertion): AST.Node | undefined => {
  const [way, ...more] = alternatives;
  const [element, ...others] = way?.elements ?? [];
  const isOne =
    element?.type === 'Character' || element?.type === 'CharacterSet' || element?.type === 'CharacterClass';
  return more.length === 0 && others.length === 0 && isOne ? element : undefined;
};

/** Is there a text that leads from a position back to it in two ways? Pairs of positions, by strongly connected components (Tarjan). */
const isAmbiguous = ({ chars, next, apart }: Positions): boolean => {
  const count = chars.length;
  const meet = (one: number, other: number): boolean =>
    apart[one] === apart[other] && ((chars[one] ?? 0n) & (chars[other] ?? 0n)) !== 0n;
  const after = (pair: number): readonly number[] => {
    const [one, other] = [Math.floor(pair / count), pair % count];
    return [...(next[one] ?? [])].flatMap((each) =>
      [...(next[other] ?? [])].filter((its) => meet(each, its)).map((its) => each * count + its),
    );
  };
  const isSame = (pair: number): boolean => Math.floor(pair / count) === pair % count;
  return chars.some((_, position) => leadsBackBesides(position * count + position, after, isSame));
};

/** Does a way from a pair back to it pass one that is not the same twice? */
const leadsBackBesides = (
  start: number,
  after: (pair: number) => readonly number[],
  isSame: (pair: number) => boolean,
): boolean => {
  const before = new Map<number, number[]>();
  reach(start, (pair) => {
    const found = after(pair);
    for (const each of found) {
      const known = before.get(each);
      if (known === undefined) before.set(each, [pair]);
      else known.push(pair);
    }
    return found;
  });
  return [...reach(start, (pair) => before.get(pair) ?? [])].some((pair) => !isSame(pair));
};

/** What is reached from a start, step by step. */
const reach = (start: number, stepsFrom: (from: number) => readonly number[]): ReadonlySet<number> => {
  const reached = new Set<number>();
  const waiting = [start];
  for (let from = waiting.pop(); from !== undefined; from = waiting.pop())
    for (const each of stepsFrom(from))
      if (!reached.has(each)) {
        reached.add(each);
        waiting.push(each);
      }
  return reached;
};
