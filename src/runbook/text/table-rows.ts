/** What stands in the cells of a table's row. `\|` is none of their borders. */
export const cellsOf = (row: string): readonly string[] =>
  row
    .trim()
    .replaceAll(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) =>
      cell
        .replaceAll(String.raw`\|`, '|')
        .replaceAll(/[*`]/g, '')
        .trim(),
    );

/** Is it the line below a table's header? Blanks are none, and dashes alone are a rule across the page. */
export const isTableRule = (line = ''): boolean =>
  /^[\s:|-]+$/.test(line) && line.includes('-') && line.includes('|');
