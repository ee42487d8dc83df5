/** Never in a statement, so it ends the here-document and nothing else does. */
const END = 'DRILLBOOK_STATEMENTS_END';

/** A client and what is typed into it, as one shell command: the statements on its stdin. */
export const withStatements = (client: string, statements: readonly string[]): string =>
  `${client} <<'${END}'\n${statements.join('\n')}\n${END}`;
