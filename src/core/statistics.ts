/** @param share 0.95: the value that 95 % do not exceed; NaN of no values */
export const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? Number.NaN;

/** The value in the middle; NaN of no values. */
export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Zero of no values. */
export const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
