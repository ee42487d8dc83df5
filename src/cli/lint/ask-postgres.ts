import { Client, DatabaseError, type QueryConfig } from 'pg';
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { PostgresAnswers, SqlAnswer } from '../../runbook/lint/model.ts';

/** A server that is asked what it makes of statements; none of them is run. */
export interface AskedPostgres extends AsyncDisposable {
  /** What it makes of each statement; all that was ever asked stays known. */
  ask(statements: readonly string[]): Promise<PostgresAnswers>;
}

/** In ms: a server that is not there must not hold up a look at files. */
const CONNECT_TIMEOUT = 5000;

/**
 * @param url `postgres://USER:PASSWORD@HOST:PORT/DATABASE`
 * @returns the diagnostic, without the password, where the server cannot be reached
 */
export const askPostgres = async (url: string): Promise<AskedPostgres | Diagnostic> => {
  if (!URL.canParse(url)) return notAsked('cannot ask PostgreSQL: what is named is no URL');
  try {
    const client = new Client({
      connectionString: url,
      connectionTimeoutMillis: CONNECT_TIMEOUT,
      application_name: 'drillbook lint',
    });
    client.on('error', () => {});
    await client.connect();
    return await asking(client);
  } catch (error) {
    return notAsked(
      `cannot ask PostgreSQL at ${placeOf(url)}: ${(error as Error).message || String((error as NodeJS.ErrnoException).code)}`,
    );
  }
};

const notAsked = (message: string): Diagnostic => ({
  code: 'postgres-not-asked',
  severity: 'error',
  message,
  hint: 'the table of what versions lack was used instead; write postgres://USER@HOST:PORT/DATABASE, or leave it out',
});

const asking = async (client: Client): Promise<AskedPostgres> => {
  const { rows } = await client.query<{ version: string }>(
    "SELECT current_setting('server_version_num') AS version",
  );
  const major = Math.floor(Number(rows[0]?.version) / 10_000);
  const known = new Map<string, SqlAnswer>();
  return {
    ask: async (statements) => {
      for (const statement of new Set(statements)) {
        if (PREPARABLE.test(statement) && !known.has(statement))
          known.set(statement, await answer(client, statement));
      }
      return { major, answerTo: (statement) => known.get(statement) ?? 'unknown' };
    },
    [Symbol.asyncDispose]: () => client.end(),
  };
};

/** Statements that can be prepared, which is to have them understood and not run. */
const PREPARABLE = /^\s*(?:select|with|insert|update|delete|values|table|merge)\b/i;

/** https://www.postgresql.org/docs/current/errcodes-appendix.html: syntax, column, function, ambiguous function. */
const REFUSALS: ReadonlySet<string> = new Set(['42601', '42703', '42883', '42725']);

const PREPARE = 'PREPARE drillbook_lint AS ';

/** The extended protocol refuses a second statement behind a semicolon, which the simple one would run. */
const extended = (text: string): QueryConfig & { readonly queryMode: 'extended' } => ({
  text,
  queryMode: 'extended',
});

/** Of tables that this server does not have it cannot speak. */
const answer = async (client: Client, statement: string): Promise<SqlAnswer> => {
  try {
    await client.query(extended(`${PREPARE}${statement}`));
    await client.query('DEALLOCATE drillbook_lint');
    return 'accepted';
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    const { code = '', message, hint, position } = error;
    if (!REFUSALS.has(code)) return 'unknown';
    return {
      message,
      ...(hint === undefined ? {} : { hint }),
      ...(position === undefined ? {} : { at: Number(position) - PREPARE.length - 1 }),
    };
  }
};

const placeOf = (url: string): string => {
  const { hostname, port, searchParams } = new URL(url);
  return `${searchParams.get('host') ?? hostname}:${port === '' ? 5432 : port}`;
};
