/** The end of a command's `--help`: what people type, and what it does. */
export const examples = (...lines: readonly (readonly [typed: string, does: string])[]): string => {
  const longest = Math.max(...lines.map(([typed]) => typed.length));
  return `\nExamples:\n${lines.map(([typed, does]) => `  ${typed.padEnd(longest)}  ${does}`).join('\n')}`;
};
