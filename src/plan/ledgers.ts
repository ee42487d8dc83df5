import type { System } from '../compose/model.ts';
import { storesOf } from '../compose/store.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { originAt } from '../core/origin.ts';
import type { Drill } from '../drill/model.ts';
import type { PlannedLedger } from './model.ts';

interface Ledgers {
  readonly planned: readonly PlannedLedger[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The drill's own ledger, or one straight to each PostgreSQL: any system that keeps data can be asked whether it kept it. */
export const planLedgers = (drill: Pick<Drill, 'ledger' | 'objectives'>, system: System): Ledgers => {
  const planned = drill.ledger === undefined ? derived(system) : own(drill.ledger);
  const lostWrites = drill.objectives.find(({ value: { name } }) => name === 'lost-writes');
  if (planned.length > 0 || lostWrites === undefined) return { planned, diagnostics: [] };
  return {
    planned,
    diagnostics: [
      {
        code: 'no-ledger',
        severity: 'error',
        message: 'the objective "lost-writes" needs a write ledger, and there is none',
        location: lostWrites.location,
        hint: 'add "ledger: { http: { post: …, get: … } }" to the drill, or leave the objective out',
      },
    ],
  };
};

const own = ({ value, location }: NonNullable<Drill['ledger']>): readonly PlannedLedger[] => {
  if ('off' in value) return [];
  const name = 'http' in value ? `POST ${value.http.post}` : `rows in ${value.postgres}`;
  return [{ name, spec: value, origin: originAt('drill', 'ledger', location) }];
};

const derived = (system: System): readonly PlannedLedger[] =>
  storesOf(system, 'postgres').map(({ name, image, location }) => ({
    name: `rows in ${name}`,
    spec: { postgres: name },
    origin: originAt('compose', `image ${image} of ${name}`, location),
  }));
