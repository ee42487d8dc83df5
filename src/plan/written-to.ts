import type { Plan } from './model.ts';

/** Where the ledgers write, in words: `postgres`, `http://localhost:8000/items`. What is kept elsewhere, nobody looked for. */
export const writtenTo = ({ ledgers }: Pick<Plan, 'ledgers'>): string =>
  ledgers.map(({ spec }) => ('http' in spec ? spec.http.post : spec.postgres)).join(' and ');
