import { createHash } from 'node:crypto';
import { type Client, escapeIdentifier } from 'pg';
import { z } from 'zod';
import { HarnessError } from '../core/errors.ts';
import { columnName, databaseField, notThere, openDatabaseFault, tableName } from './database-fault.ts';
import { name } from './fields.ts';
import { exists, keptTable, openKept, qualified } from './kept.ts';
import { defineFault, type Evidence } from './model.ts';
import { notA } from './store.ts';

const schema = z
  .strictObject({
    data: name.describe('The PostgreSQL service.'),
    table: tableName.describe('The table whose rows are damaged.'),
    where: z.string().min(1).describe('Which rows, as SQL has it: tenant_id = 7. true stands for all.'),
    damage: z
      .enum(['delete', 'blank'])
      .describe('delete: the rows are gone. blank: columns of them are empty.'),
    columns: z
      .array(columnName)
      .min(1)
      .optional()
      .describe('blank: the columns; each must take NULL. Default: none; blank needs them.'),
    ...databaseField,
  })
  .superRefine(({ damage, columns }, context) => {
    if ((damage === 'blank') === (columns !== undefined)) return;
    const message = columns === undefined ? 'blank with "columns: [NAME]"' : 'delete without "columns"';
    context.addIssue({ code: 'custom', path: ['damage'], message });
  })
  .describe('Rows of a table, such as one tenant’s, are deleted or emptied.');

type Data = z.infer<typeof schema>;

/** Rows of a table are deleted or emptied. Cured by restoring them from a backup or a snapshot. */
export const dataFault = defineFault<Data>({
  kind: 'data',
  schema,
  describe: ({ data, table, where, damage }) => `${damage} the rows of ${table} with ${where} in ${data}`,
  targets: ({ data }) => [data],
  needs: () => [],
  validate: ({ data }, system) => notA('postgres', data, system),
  open: (spec, context) =>
    openDatabaseFault(spec.data, spec.database, context, {
      inject: (client) => damage(client, spec),
      evidence: (client) => compare(client, spec),
      heal: (client) => restore(client, spec),
    }),
});

const damage = async (client: Client, spec: Data): Promise<void> => {
  const { table, columns } = spec;
  const found = await qualified(client, table);
  if (found === undefined) throw notThere(`table ${table}`);
  // On a line of its own: it may end with a comment, and is one condition, whatever it holds.
  const where = `WHERE (${spec.where}\n)`;
  await client.query('BEGIN');
  await openKept(client);
  await client.query(`CREATE TABLE ${keptOf(spec)} AS SELECT * FROM ${found.full} ${where}`);
  // Foreign keys do not hold damage up.
  await client.query(`SET LOCAL session_replication_role = replica`);
  const change =
    columns === undefined
      ? `DELETE FROM ${found.full}`
      : `UPDATE ${found.full} SET ${columns.map((column) => `${escapeIdentifier(column)} = NULL`).join(', ')}`;
  const { rowCount } = await client.query(`${change} ${where}`);
  if (rowCount === 0) throw new HarnessError('fault-without-object', `no row of ${table} has ${spec.where}`);
  await client.query('COMMIT');
};

/** Of the same table, each fault keeps its own rows. */
const keptOf = ({ table, where, columns = [] }: Data): string => {
  const id = createHash('sha256').update([where, ...columns].join('\0'));
  return keptTable(`${id.digest('hex').slice(0, 8)} ${table}`);
};

const compare = async (client: Client, spec: Data): Promise<Evidence> => {
  const { table } = spec;
  const kept = keptOf(spec);
  if (!(await exists(client, kept))) return { seen: false, what: `no row of ${table} is damaged` };
  if (!(await exists(client, table))) return { seen: true, what: `the table ${table} is gone` };
  const columns = (await columnsOfBoth(client, table, kept)).join(', ');
  const { rows } = await client.query<{ all: number; damaged: number }>(
    `SELECT (SELECT count(*)::int FROM ${kept}) AS all,
            (SELECT count(*)::int FROM
              (SELECT ROW(${columns})::text FROM ${kept} EXCEPT ALL SELECT ROW(${columns})::text FROM ${table}) d) AS damaged`,
  );
  const { all = 0, damaged = 0 } = rows[0] ?? {};
  return { seen: damaged > 0, what: `${damaged} of ${all} rows of ${table} are not as they were` };
};

/** What is still damaged comes back; rows that the app has changed since the restore keep what it wrote. */
const restore = async (client: Client, spec: Data): Promise<void> => {
  const { table, columns = [] } = spec;
  const kept = keptOf(spec);
  if (!(await exists(client, kept)) || !(await exists(client, table))) return;
  const own = await columnsOfBoth(client, table, kept);
  const damaged = columns.map(escapeIdentifier);
  const primary = await primaryKey(client, table);
  // Without a key, a row is known by what was not damaged of it.
  const key = primary.length > 0 ? primary : own.filter((column) => !damaged.includes(column));
  const same = key.map((column) => `t.${column} IS NOT DISTINCT FROM k.${column}`).join(' AND ') || 'true';
  await client.query('BEGIN');
  await client.query(`SET LOCAL session_replication_role = replica`);
  for (const column of damaged) {
    await client.query(
      `UPDATE ${table} t SET ${column} = k.${column} FROM ${kept} k WHERE ${same} AND t.${column} IS NULL`,
    );
  }
  const all = own.join(', ');
  // A row that was restored under another key is there already, by what else is unique of it.
  await client.query(
    `INSERT INTO ${table} (${all}) OVERRIDING SYSTEM VALUE SELECT ${all} FROM ${kept} k
     WHERE NOT EXISTS (SELECT FROM ${table} t WHERE ${same}) ON CONFLICT DO NOTHING`,
  );
  await client.query(`DROP TABLE ${kept}`);
  await client.query('COMMIT');
};

/** The columns of the kept rows that the table still has: a runbook may have added others. */
const columnsOfBoth = async (client: Client, table: string, kept: string): Promise<readonly string[]> => {
  const { rows } = await client.query<{ column: string }>(
    `SELECT attname AS column FROM pg_attribute k WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped
       AND EXISTS (SELECT FROM pg_attribute t WHERE t.attrelid = to_regclass($2) AND t.attname = k.attname
                   AND NOT t.attisdropped AND t.attgenerated = '')`,
    [kept, table],
  );
  return rows.map(({ column }) => escapeIdentifier(column));
};

/** Its columns; none where the table has none. */
const primaryKey = async (client: Client, table: string): Promise<readonly string[]> => {
  const { rows } = await client.query<{ column: string }>(
    `SELECT attname AS column FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey)
     WHERE indrelid = to_regclass($1) AND indisprimary`,
    [table],
  );
  return rows.map(({ column }) => escapeIdentifier(column));
};
