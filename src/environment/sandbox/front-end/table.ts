/**
 * Columns as Go's tabwriter sets them for Docker (`tabwriter.NewWriter(out, 10, 1, 3, ' ', 0)`, docker/cli
 * cli/command/formatter/formatter.go): at least 10 wide, three spaces between, the last column not padded.
 */
export const alignColumns = (rows: readonly (readonly string[])[], minimum = 10, padding = 3): string => {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(
      minimum,
      ...rows.filter((row) => column < row.length - 1).map((row) => width(row[column]) + padding),
    ),
  );
  const set = (row: readonly string[]) =>
    row.map((cell, column) => (column < row.length - 1 ? pad(cell, widths[column] ?? 0) : cell)).join('');
  return rows.map((row) => `${set(row)}\n`).join('');
};

const width = (cell: string | undefined): number => [...(cell ?? '')].length;

const pad = (cell: string, to: number): string => cell + ' '.repeat(Math.max(0, to - width(cell)));
