import type { Arm, DrillEvent, Phase } from '../core/event.ts';

/** What kept Drillbook from its job. */
export interface Trouble {
  readonly code: string;
  readonly message: string;
}

/**
 * @param complete whether the journal goes on to where this part should end
 * @param start where it begins, in words
 */
export const troublesIn = (
  events: readonly DrillEvent[],
  complete: boolean,
  start: string,
): readonly Trouble[] => {
  const troubles: Trouble[] = [];
  let place = start;
  for (const event of events) {
    if (event.type === 'phase') place = inPhase(event.arm, event.phase);
    if (event.type === 'harness-error') troubles.push({ code: event.code, message: event.message });
    if (event.type === 'interrupted') {
      troubles.push({ code: 'interrupted', message: `interrupted by ${event.signal} ${place}` });
    }
  }
  if (complete || troubles.length > 0) return troubles;
  return [{ code: 'truncated', message: `the journal ends ${place}: the run was killed` }];
};

const inPhase = (arm: Arm, phase: Phase): string =>
  `in the phase ${phase}${arm === 'control' ? ' of the control' : ''}`;
