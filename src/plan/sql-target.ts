import type { System } from '../compose/model.ts';
import { superuserOf } from '../compose/postgres-login.ts';
import { storesOf } from '../compose/store.ts';

/** Where a SQL statement that stands alone is typed: `psql` in the system's only PostgreSQL, as its superuser. */
export const sqlClient = (system: System): string | undefined => {
  const [store, ...others] = storesOf(system, 'postgres');
  if (store === undefined || others.length > 0) return undefined;
  const { user, database } = superuserOf(store);
  return `docker exec -i ${store.containerName} psql -v ON_ERROR_STOP=1 -U ${user} -d ${database}`;
};
