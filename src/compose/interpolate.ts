export interface Interpolated {
  readonly text: string;
  /** Variables that are not set and have no default: Compose puts nothing in their place, and says so. */
  readonly unset: readonly string[];
  /** `${VAR:?message}` of a variable that is not there, or a `$` that begins nothing. */
  readonly errors: readonly InterpolationError[];
}

export interface InterpolationError {
  readonly message: string;
  /** The part of the text that is wrong. */
  readonly at: string;
  readonly hint: string;
}

export type Variables = Readonly<Record<string, string | undefined>>;

const SYNTAX = 'a variable is ${NAME}; a dollar sign of its own is $$';

const NAME = /^[A-Za-z_][A-Za-z0-9_]*/;

/** Compose's interpolation: `$VAR`, `${VAR}`, `${VAR:-default}`, `${VAR-default}`, `:?`, `?`, `:+`, `+`, nested, and `$$` for `$`. */
export const interpolate = (text: string, variables: Variables): Interpolated => {
  const unset: string[] = [];
  const errors: InterpolationError[] = [];
  const value = (name: string): string => {
    const found = variables[name];
    if (found === undefined) unset.push(name);
    return found ?? '';
  };

  const expand = (source: string): string => {
    let out = '';
    let at = 0;
    while (at < source.length) {
      const dollar = source.indexOf('$', at);
      if (dollar < 0) return out + source.slice(at);
      out += source.slice(at, dollar);
      const rest = source.slice(dollar + 1);
      const name = NAME.exec(rest)?.[0];
      if (rest.startsWith('$')) {
        out += '$';
        at = dollar + 2;
      } else if (name !== undefined) {
        out += value(name);
        at = dollar + 1 + name.length;
      } else {
        const braces = rest.startsWith('{') ? closing(source, dollar + 1) : undefined;
        if (braces === undefined) {
          const at = source.slice(dollar, dollar + 12);
          errors.push({ message: `"${at}" is no variable`, at, hint: SYNTAX });
          return out + source.slice(dollar);
        }
        out += braced(source.slice(dollar + 2, braces));
        at = braces + 1;
      }
    }
    return out;
  };

  const braced = (inside: string): string => {
    const name = NAME.exec(inside)?.[0];
    const [, operator = '', operand = ''] =
      /^(:?[-?+]|)([\s\S]*)$/.exec(inside.slice(name?.length ?? 0)) ?? [];
    if (name === undefined || (operator === '' && operand !== '')) {
      errors.push({ message: `"\${${inside}}" is no variable`, at: `\${${inside}}`, hint: SYNTAX });
      return '';
    }
    const set = variables[name];
    const present = operator.startsWith(':') ? set !== undefined && set !== '' : set !== undefined;
    switch (operator.at(-1)) {
      case '-':
        return present ? (set ?? '') : expand(operand);
      case '+':
        return present ? expand(operand) : '';
      case '?':
        if (!present) {
          const why = operand === '' ? '' : `: ${expand(operand)}`;
          errors.push({
            message: `the variable ${name} is required${why}`,
            at: `\${${inside}}`,
            hint: `set ${name} in .env beside the file`,
          });
        }
        return set ?? '';
      default:
        return value(name);
    }
  };

  return { text: expand(text), unset, errors };
};

/** Where the brace that opens at `open` closes; as Compose takes it the last one, where the text's braces are no pairs. */
const closing = (text: string, open: number): number | undefined => {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}' && --depth === 0) return at;
  }
  const last = text.lastIndexOf('}');
  return last > open ? last : undefined;
};
