import type { DrillEvent } from '../core/event.ts';
import type { Plan } from '../plan/model.ts';
import { Outage } from '../probe/outage.ts';

/**
 * Follows the outage of an arm by its events, from the samples alone: between the phase `inject` and the end of the watch.
 * @returns takes the next event, and gives the outage as it is seen by then; nothing before `inject`
 */
export const followOutage = ({
  probes,
  timing,
  faults,
}: Plan): ((event: DrillEvent) => Outage | undefined) => {
  let seen: Outage | undefined;
  return (event) => {
    if (event.type === 'phase' && event.phase === 'inject') {
      const names = probes.map(({ name }) => name);
      seen = new Outage(names, timing.stableFor, event.at);
    } else if (event.type === 'sample') seen?.addSample(event);
    else if (event.type === 'fault-injected')
      seen?.addFault(event.at, faults[event.place]?.after !== undefined);
    else if (event.type === 'runbook-finished') seen?.endRunbook(event.at);
    else if (event.type === 'watch-ended' || (event.type === 'phase' && event.phase === 'teardown'))
      seen?.end();
    return seen;
  };
};
