import { type Client, escapeIdentifier } from 'pg';
import { z } from 'zod';
import { columnName, databaseField, notThere, openDatabaseFault, tableName } from './database-fault.ts';
import { name } from './fields.ts';
import { exists, KEPT, keepDefinition, openKept, qualified, takeDefinition } from './kept.ts';
import { defineFault, type Evidence } from './model.ts';
import { notA } from './store.ts';

const schema = z
  .strictObject({
    migration: name.describe('The PostgreSQL service.'),
    state: z
      .enum(['failed', 'unapplied', 'dropped-table'])
      .describe(
        'failed: it stopped half-way, and left a column that must be filled and that the app does not know. unapplied: a column that the app needs is missing. dropped-table: it took a table away.',
      ),
    table: tableName.describe('The table that it is about.'),
    column: columnName
      .optional()
      .describe('unapplied: the column that is missing. Default: none; unapplied needs it.'),
    ...databaseField,
  })
  .superRefine(({ state, column }, context) => {
    if ((state === 'unapplied') === (column !== undefined)) return;
    const message = column === undefined ? 'unapplied with "column: NAME"' : `${state} without "column"`;
    context.addIssue({ code: 'custom', path: ['state'], message });
  })
  .describe('The database’s schema is not the one that the app needs.');

type Migration = z.infer<typeof schema>;

/** What a migration that stopped half-way leaves behind. */
const LEFT = 'drillbook_migration_left';
/** What a column that is missing is called meanwhile. */
const hidden = (column: string): string => `drillbook_kept_${column}`;

/** The schema is not the one that the app needs. Cured by rolling the migration back, by applying it, by making the table again. */
export const migrationFault = defineFault<Migration>({
  kind: 'migration',
  schema,
  describe: ({ migration, state, table, column }) =>
    `${{ failed: 'leave a failed migration of', unapplied: `take the column ${column} from`, 'dropped-table': 'drop' }[state]} the table ${table} in ${migration}`,
  targets: ({ migration }) => [migration],
  needs: () => [],
  validate: ({ migration }, system) => notA('postgres', migration, system),
  open: (spec, context) =>
    openDatabaseFault(
      spec.migration,
      spec.database,
      context,
      {
        failed: new FailedMigration(spec.table),
        unapplied: new MissingColumn(spec.table, spec.column ?? ''),
        'dropped-table': new MissingTable(spec.table),
      }[spec.state],
    ),
});

class FailedMigration {
  readonly #table: string;
  constructor(table: string) {
    this.#table = table;
  }

  inject = async (client: Client): Promise<void> => {
    const table = await tableIn(client, this.#table);
    await client.query(`ALTER TABLE ${table} ADD COLUMN ${LEFT} integer NOT NULL DEFAULT 0`);
    await client.query(`ALTER TABLE ${table} ALTER COLUMN ${LEFT} DROP DEFAULT`);
  };

  evidence = async (client: Client): Promise<Evidence> => {
    const column = await columnOf(client, this.#table, LEFT);
    const seen = column?.required === true;
    return { seen, what: `${this.#table} ${seen ? 'wants' : 'does not want'} the column ${LEFT} filled` };
  };

  heal = async (client: Client): Promise<void> => {
    await client.query(`ALTER TABLE IF EXISTS ${this.#table} DROP COLUMN IF EXISTS ${LEFT}`);
  };
}

class MissingColumn {
  readonly #table: string;
  readonly #column: string;
  constructor(table: string, column: string) {
    this.#table = table;
    this.#column = column;
  }

  inject = async (client: Client): Promise<void> => {
    const table = await tableIn(client, this.#table);
    if ((await columnOf(client, this.#table, this.#column)) === undefined)
      throw notThere(`column ${this.#column} of ${this.#table}`);
    await client.query(`ALTER TABLE ${table} RENAME COLUMN ${this.#own} TO ${this.#hidden}`);
  };

  evidence = async (client: Client): Promise<Evidence> => {
    const seen = (await columnOf(client, this.#table, this.#column)) === undefined;
    return { seen, what: `${this.#table} has ${seen ? 'no' : 'the'} column ${this.#column}` };
  };

  /** One that somebody has made meanwhile stays, and gets back what the old one held. */
  heal = async (client: Client): Promise<void> => {
    if ((await columnOf(client, this.#table, hidden(this.#column))) === undefined) return;
    if ((await columnOf(client, this.#table, this.#column)) === undefined) {
      await client.query(`ALTER TABLE ${this.#table} RENAME COLUMN ${this.#hidden} TO ${this.#own}`);
      return;
    }
    await client.query(
      `UPDATE ${this.#table} SET ${this.#own} = ${this.#hidden} WHERE ${this.#own} IS NULL AND ${this.#hidden} IS NOT NULL`,
    );
    await client.query(`ALTER TABLE ${this.#table} DROP COLUMN ${this.#hidden}`);
  };

  get #own(): string {
    return escapeIdentifier(this.#column);
  }

  get #hidden(): string {
    return escapeIdentifier(hidden(this.#column));
  }
}

/** It is kept in another schema, where nobody looks for it. */
class MissingTable {
  readonly #table: string;
  constructor(table: string) {
    this.#table = table;
  }

  inject = async (client: Client): Promise<void> => {
    const found = await qualified(client, this.#table);
    if (found === undefined) throw notThere(`table ${this.#table}`);
    await client.query('BEGIN');
    await openKept(client);
    const back = `ALTER TABLE ${KEPT}.${found.name} SET SCHEMA ${found.schema}`;
    await keepDefinition(client, this.#table, back);
    await client.query(`ALTER TABLE ${found.full} SET SCHEMA ${KEPT}`);
    await client.query('COMMIT');
  };

  evidence = async (client: Client): Promise<Evidence> => {
    const seen = !(await exists(client, this.#table));
    return { seen, what: `the table ${this.#table} is ${seen ? 'gone' : 'there'}` };
  };

  heal = async (client: Client): Promise<void> => {
    const back = await takeDefinition(client, this.#table);
    if (back === undefined) return;
    const kept = `${KEPT}.${escapeIdentifier(this.#table.split('.').at(-1) ?? '')}`;
    // One that somebody has made meanwhile stays.
    await client.query((await exists(client, this.#table)) ? `DROP TABLE ${kept} CASCADE` : back);
  };
}

const tableIn = async (client: Client, table: string): Promise<string> => {
  const found = await qualified(client, table);
  if (found === undefined) throw notThere(`table ${table}`);
  return found.full;
};

const columnOf = async (
  client: Client,
  table: string,
  column: string,
): Promise<{ readonly required: boolean } | undefined> => {
  const { rows } = await client.query<{ required: boolean }>(
    `SELECT attnotnull AND NOT atthasdef AS required FROM pg_attribute
     WHERE attrelid = to_regclass($1) AND attname = $2 AND NOT attisdropped`,
    [table, column],
  );
  return rows[0];
};
