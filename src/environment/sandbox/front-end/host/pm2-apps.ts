import type { Container, Supervisor } from '../../supervisor-model.ts';
import { Refusal } from '../verb.ts';
import { containersOfUnit, isKnownServer } from './units.ts';

/** pm2 runs the team's own programs; the database's server is not among them. In start order, which gives the ids. */
export const pm2Apps = (supervisor: Supervisor): readonly App[] =>
  supervisor
    .containers()
    .toReversed()
    .filter((container) => !isKnownServer(container))
    .map((container, id) => ({ id, name: container.service.name, container }));

export interface App {
  readonly id: number;
  readonly name: string;
  readonly container: Container;
}

/**
 * By name, id, or `all`. The name is the one that was typed, as a container's name may stand for the app.
 * @throws Refusal when there is none
 */
export const selectApps = (supervisor: Supervisor, typed: string): readonly App[] => {
  const all = pm2Apps(supervisor);
  const named = new Set(containersOfUnit(supervisor, typed).map(({ id }) => id));
  const found = all
    .filter(({ id, container }) => typed === 'all' || String(id) === typed || named.has(container.id))
    .map((app) => (typed === 'all' || String(app.id) === typed ? app : { ...app, name: typed }));
  if (found.length === 0) throw new Refusal(`[PM2][ERROR] Process or Namespace ${typed} not found`);
  return found;
};
