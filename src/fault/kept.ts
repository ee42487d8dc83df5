import { type Client, escapeIdentifier } from 'pg';

/**
 * What a fault has taken out of a database is kept in it, in a schema that nobody looks for: whoever heals may be another process.
 */
export const KEPT = 'drillbook';

const DEFINITIONS = `${KEPT}.definitions`;

/** Makes the place to keep things in. */
export const openKept = async (client: Client): Promise<void> => {
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${KEPT}`);
  await client.query(`CREATE TABLE IF NOT EXISTS ${DEFINITIONS} (name text PRIMARY KEY, sql text NOT NULL)`);
};

/** Keeps the statement that makes something again. */
export const keepDefinition = async (client: Client, name: string, sql: string): Promise<void> => {
  await client.query(`INSERT INTO ${DEFINITIONS} VALUES ($1, $2) ON CONFLICT DO NOTHING`, [name, sql]);
};

/** The statement, which is not kept any longer then. */
export const takeDefinition = async (client: Client, name: string): Promise<string | undefined> => {
  if (!(await exists(client, DEFINITIONS))) return undefined;
  const { rows } = await client.query<{ sql: string }>(
    `DELETE FROM ${DEFINITIONS} WHERE name = $1 RETURNING sql`,
    [name],
  );
  return rows[0]?.sql;
};

/** Whether there is a table or an index of this name, as the search path finds it. */
export const exists = async (client: Client, relation: string): Promise<boolean> => {
  const { rows } = await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
    relation,
  ]);
  return rows[0]?.there === true;
};

/** `public.records`, or `records` as the search path finds it, with its schema; each part quoted. */
export const qualified = async (
  client: Client,
  relation: string,
): Promise<{ readonly schema: string; readonly name: string; readonly full: string } | undefined> => {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `SELECT nspname AS schema, relname AS name FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
     WHERE pg_class.oid = to_regclass($1)`,
    [relation],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  const [schema, name] = [escapeIdentifier(row.schema), escapeIdentifier(row.name)];
  return { schema, name, full: `${schema}.${name}` };
};

/** A table of the kept schema that belongs to a table of the app's. */
export const keptTable = (table: string): string => `${KEPT}.${escapeIdentifier(`kept ${table}`)}`;
