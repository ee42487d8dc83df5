/** In ms. Timers may fire a little early by another clock, and late by any amount on a busy machine. */
export const EARLY = 5;
export const LATE = 1000;
/** A delay that is known from none: without it nothing takes so long. */
export const LONG = 1000;
/** Longer than any test: what waits for this does not come by itself. */
export const NEVER = 600_000;
