import type { StartedEnvironment } from '../../environment/model.ts';
import { HttpStore } from './http-store.ts';
import type { LedgerStore, LedgerTarget } from './model.ts';
import { PostgresStore } from './postgres-store.ts';

/** @param timeout of each write, in ms */
export const openLedgerStore = (
  target: LedgerTarget,
  environment: StartedEnvironment,
  timeout: number,
): LedgerStore =>
  'http' in target
    ? new HttpStore(target.http, environment)
    : new PostgresStore(target.postgres, environment, timeout);
