/** What others wrote must not steer the terminal: control characters are shown as such. Lines and tabs stay. */
const readableText = (text: string): string =>
  text.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\n\t]/gu, '\ufffd');

/** The same in one line, in which each control character takes one column. */
export const readableLine = (text: string): string =>
  text.replaceAll('\t', ' ').replaceAll(/\p{Cc}/gu, '\ufffd');

/** The same for all texts of something that was read from JSON: a reviver for `JSON.parse`. */
export const reviveReadable = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? readableText(value) : value;

/** The same for all texts of something that JSON can hold. */
export const readable = <Value>(value: Value): Value =>
  JSON.parse(JSON.stringify(value), reviveReadable) as Value;
