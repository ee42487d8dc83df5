import type { System } from '../../compose/model.ts';
import { storesOf } from '../../compose/store.ts';
import type { Origin } from '../../core/origin.ts';
import type { StartedEnvironment } from '../../environment/model.ts';
import { HttpStore } from './http-store.ts';
import type { LedgerStore, LedgerTarget } from './model.ts';
import { PostgresStore } from './postgres-store.ts';

export const openLedgerStore = (target: LedgerTarget, environment: StartedEnvironment): LedgerStore =>
  'http' in target
    ? new HttpStore(target.http, environment)
    : new PostgresStore(target.postgres, environment);

/** The ledgers of a system whose drill names none: one in each PostgreSQL. */
export const deriveLedgers = (
  system: System,
): readonly { readonly name: string; readonly spec: LedgerTarget; readonly origin: Origin }[] =>
  storesOf(system, 'postgres').map(({ name, location: { file, line } }) => ({
    name,
    spec: { postgres: name },
    origin: { from: 'compose', what: `${name} is a PostgreSQL`, file, lines: [line, line] },
  }));
