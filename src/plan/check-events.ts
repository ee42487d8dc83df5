import type { System } from '../compose/model.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { placeOf } from '../core/places.ts';
import { didYouMean } from '../core/suggest.ts';
import type { Drill } from '../drill/model.ts';

/** What a person types that brings a service up, be it with docker, Compose, systemd or pm2: after anything else, no fault is lifted. */
const BRINGS_UP = ['restart', 'start', 'up', 'unpause', 'reload'];

/** The events that never come: each is something done to a service of the system. */
export const checkEvents = (
  { faults }: Pick<Drill, 'faults'>,
  { services }: System,
): readonly Diagnostic[] => {
  const names = services.map(({ name }) => name);
  return faults.flatMap(({ value: { liftedBy }, location }): readonly Diagnostic[] => {
    if (liftedBy === undefined || !('event' in liftedBy)) return [];
    const wrong = whatIsWrong(liftedBy.event, names);
    if (wrong === undefined) return [];
    const [message, hint] = wrong;
    const place = placeOf(liftedBy, 'event')?.value ?? location;
    return [{ code: 'unknown-event', severity: 'error', message, location: place, hint }];
  });
};

const whatIsWrong = (
  event: string,
  names: readonly string[],
): readonly [message: string, hint: string] | undefined => {
  const [action = '', name, ...rest] = event.trim().split(/\s+/);
  if (name === undefined || rest.length > 0) {
    const meant = names.find((each) => rest.includes(each) || each === action) ?? names[0];
    return [
      `"${event}" is no event: it is what is done, and to which service`,
      `write such as: restart ${meant}`,
    ];
  }
  if (!names.includes(name))
    return [`"${event}" never comes: the Compose file has no service "${name}"`, didYouMean(name, names)];
  return BRINGS_UP.includes(action)
    ? undefined
    : [`"${event}" never comes: "${action}" brings no service up`, didYouMean(action, BRINGS_UP)];
};
