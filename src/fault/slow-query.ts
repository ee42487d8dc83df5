import type { Client } from 'pg';
import { z } from 'zod';
import { columnName, databaseField, openDatabaseFault, notThere } from './database-fault.ts';
import { durationField, toMs } from '../core/duration-field.ts';
import { name } from './fields.ts';
import { exists, keepDefinition, openKept, takeDefinition } from './kept.ts';
import { defineFault, type Evidence } from './model.ts';
import { notA } from './store.ts';

const schema = z
  .strictObject({
    'slow-query': name.describe('The PostgreSQL service.'),
    index: columnName.describe(
      'The index that is dropped; one behind a constraint goes with the constraint.',
    ),
    query: z
      .string()
      .min(1)
      .optional()
      .describe(
        'A SELECT that is slow without it; it is timed as evidence. Default: that the index is gone.',
      ),
    'slower-than': durationField({ least: 0 })
      .default('200ms')
      .describe('In force when the query takes longer than this; without the index, on a table that is big.'),
    ...databaseField,
  })
  .describe('An index is gone, so that queries read whole tables.');

type SlowQuery = z.infer<typeof schema>;

/** An index is gone. Cured by making it again. */
export const slowQuery = defineFault<SlowQuery>({
  kind: 'slow-query',
  schema,
  describe: (spec) => `drop the index ${spec.index} in ${spec['slow-query']}`,
  targets: (spec) => [spec['slow-query']],
  needs: () => [],
  validate: (spec, system) => notA('postgres', spec['slow-query'], system),
  open: (spec, context) =>
    openDatabaseFault(spec['slow-query'], spec.database, context, {
      inject: (client) => drop(client, spec.index),
      evidence: async (client) => {
        const gone = !(await exists(client, spec.index));
        return spec.query === undefined
          ? { seen: gone, what: `the index ${spec.index} is ${gone ? 'gone' : 'there'}` }
          : await time(client, spec, gone);
      },
      heal: async (client) => {
        const again = await takeDefinition(client, spec.index);
        if (again !== undefined && !(await exists(client, spec.index))) await client.query(again);
      },
    }),
});

const time = async (client: Client, spec: SlowQuery, gone: boolean): Promise<Evidence> => {
  const limit = toMs(spec['slower-than']);
  const begun = performance.now();
  await client.query('BEGIN READ ONLY');
  await client.query(spec.query as string);
  await client.query('ROLLBACK');
  const ms = Math.round(performance.now() - begun);
  const index = `without the index ${spec.index}`;
  return { seen: gone && ms > limit, what: `the query takes ${ms} ms${gone ? `, ${index}` : ''}` };
};

const drop = async (client: Client, index: string): Promise<void> => {
  const { rows } = await client.query<{ again: string; drop: string }>(
    `SELECT CASE WHEN c.oid IS NULL THEN pg_get_indexdef(i.indexrelid)
              ELSE format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(c.oid)) END AS again,
            CASE WHEN c.oid IS NULL THEN format('DROP INDEX %s', i.indexrelid::regclass)
              ELSE format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) END AS drop
     FROM pg_index i LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid AND c.conrelid = i.indrelid
     WHERE i.indexrelid = to_regclass($1)`,
    [index],
  );
  const [found] = rows;
  if (found === undefined) throw notThere(`index ${index}`);
  await client.query('BEGIN');
  await openKept(client);
  await keepDefinition(client, index, found.again);
  await client.query(found.drop);
  await client.query('COMMIT');
};
