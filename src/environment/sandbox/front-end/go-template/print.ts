/** A value as Go's `fmt.Print` writes it. */
export const printValue = (value: unknown): string => {
  if (value === undefined || value === null) return '<no value>';
  if (Array.isArray(value)) return `[${value.map(printValue).join(' ')}]`;
  if (typeof value === 'object') {
    const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return `map[${entries.map(([key, item]) => `${key}:${printValue(item)}`).join(' ')}]`;
  }
  return String(value);
};

/** `%s %d %v %q %t %x %f %%`, with a width (`%-20s`) and a precision (`%.2f`). */
export const sprintf = (format: string, args: readonly unknown[]): string => {
  let next = 0;
  return format.replaceAll(/%(-?)(\d{0,3})(?:\.(\d{1,2}))?([a-z%])/g, (_, left, width, precision, kind) => {
    if (kind === '%') return '%';
    if (next >= args.length) return `%!${kind}(MISSING)`;
    const written = write(args[next++], kind, precision);
    return left === '-' ? written.padEnd(Number(width)) : written.padStart(Number(width));
  });
};

const write = (value: unknown, kind: string, precision: string | undefined): string => {
  const text = printValue(value);
  if (kind === 'q') return JSON.stringify(text);
  if (kind === 'x') return Number(value).toString(16);
  if (kind === 'f') return Number(value).toFixed(precision === undefined ? 6 : Number(precision));
  return precision === undefined ? text : text.slice(0, Number(precision));
};
