import type { EventOf } from '../core/event.ts';

/** One character's worth of time: what a probe saw in it. */
export type Slot = 'none' | 'good' | 'bad';

/**
 * A probe's samples as slots of equal length, so that an outage is seen at a glance. A slot with one bad sample is bad: an
 * outage shorter than a slot must not disappear.
 * @param from on the drill's clock, in ms; `to` likewise
 */
export const strip = (
  samples: readonly Pick<EventOf<'sample'>, 'at' | 'ok'>[],
  from: number,
  to: number,
  width: number,
): readonly Slot[] => {
  const slots = Array.from<Slot>({ length: width }).fill('none');
  const length = Math.max(to - from, 1) / width;
  for (const { at, ok } of samples) {
    const index = Math.min(Math.floor((at - from) / length), width - 1);
    if (index < 0) continue;
    slots[index] = ok && slots[index] !== 'bad' ? 'good' : 'bad';
  }
  return withoutGaps(slots);
};

/** Slots shorter than the interval have no sample of their own: between two samples, what was seen last holds. */
const withoutGaps = (slots: readonly Slot[]): readonly Slot[] => {
  const last = slots.findLastIndex((slot) => slot !== 'none');
  let seen: Slot = 'none';
  return slots.map((slot, index) => {
    seen = slot === 'none' ? seen : slot;
    return index <= last ? seen : 'none';
  });
};
