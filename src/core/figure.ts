import { formatDuration } from './duration.ts';

/** What a figure counts. `share`: of 1. */
export type FigureUnit = 'ms' | 'count' | 'share' | 'number';

/** A figure as a person reads it: `84 ms`, `3`, `0.5 %`. */
export const formatFigure = (value: number, unit: FigureUnit): string => {
  if (unit === 'ms') return formatDuration(value);
  return unit === 'share' ? `${Number((value * 100).toPrecision(4))} %` : String(value);
};
