/** What a table of ours, or of a file, has under a name that somebody else chose: `constructor` has nothing in any. */
export const own = <Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
