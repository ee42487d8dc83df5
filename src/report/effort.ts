import type { DrillEvent, EventOf, Phase } from '../core/event.ts';

/** In these a drill only waits for what the probes show; all others keep the machine busy. */
const WAITING: ReadonlySet<Phase> = new Set(['steady', 'detect', 'recover']);

/** What a drill's time went into, in ms, over both arms. */
export interface Effort {
  readonly waitMs: number;
  readonly workMs: number;
}

export const effortOf = (events: readonly DrillEvent[]): Effort => {
  const effort = { waitMs: 0, workMs: 0 };
  const bounds = events.filter(isBound);
  for (const [index, bound] of bounds.entries()) {
    if (bound.type !== 'phase') continue;
    const end = bounds[index + 1] ?? events.at(-1) ?? bound;
    effort[WAITING.has(bound.phase) ? 'waitMs' : 'workMs'] += end.at - bound.at;
  }
  return effort;
};

const isBound = (event: DrillEvent): event is EventOf<'phase'> | EventOf<'arm-finished'> =>
  event.type === 'phase' || event.type === 'arm-finished';
