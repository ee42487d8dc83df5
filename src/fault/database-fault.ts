import type { Client } from 'pg';
import { z } from 'zod';
import { serviceNamed } from '../compose/service-named.ts';
import { HarnessError } from '../core/errors.ts';
import { name } from './fields.ts';
import { isUp } from './is-up.ts';
import type { Fault, FaultContext } from './model.ts';
import { databaseOf } from './store.ts';
import { asSuperuser } from './superuser.ts';

/** Of every fault inside a database. */
export const databaseField = {
  database: name.optional().describe('The database. Default: the one that the app’s own URL names.'),
};

/** `records`, `public.records`. */
export const tableName = z.string().regex(/^[A-Za-z_][\w$]*(?:\.[A-Za-z_][\w$]*)?$/, {
  error: 'a table such as records or public.records',
});

export const columnName = z.string().regex(/^[A-Za-z_][\w$]*$/, { error: 'a column such as processed_at' });

/** What a fault does to a database, each time as the superuser in a connection of its own. */
export interface DatabaseFault {
  inject(client: Client): Promise<void>;
  evidence: (client: Client) => ReturnType<Fault['evidence']>;
  /** Not asked where the server is down. */
  heal(client: Client): Promise<void>;
}

export const openDatabaseFault = (
  store: string,
  database: string | undefined,
  { environment }: FaultContext,
  { inject, evidence, heal }: DatabaseFault,
): Fault => {
  const within = <Value>(work: (client: Client) => Promise<Value>): Promise<Value> =>
    asSuperuser(
      environment,
      serviceNamed(environment.system, store),
      work,
      database ?? databaseOf(store, environment.system),
    );
  return {
    inject: () => within(inject),
    evidence: () => within(evidence),
    heal: async () => {
      if (await isUp(environment, store)) await within(heal);
    },
  };
};

/** There is no such table or index to do something to. */
export const notThere = (what: string): HarnessError =>
  new HarnessError('fault-without-object', `there is no ${what} in the database`, {
    hint: 'check "database:" of the fault; are its tables made when the system has started?',
  });
