import { BY_PLACE, SERVICES } from '../knowledge/ways.ts';

/** Which kind of service a label names; -1 for none. */
export const serviceOf = (label: string): number => SERVICES.findIndex((form) => form.test(label));

/** Do both say where or with what the same is done: "Docker", "systemd"? */
export const arePlaces = (label: string, other: string): boolean =>
  BY_PLACE.test(label) && BY_PLACE.test(other) && serviceOf(label) === serviceOf(other);

/** Which of several ways each column of a table holds, by its header: 1 for "Windows", 2 for "Linux"; 0 for none. */
export const waysByColumn = (headers: readonly string[]): readonly number[] => {
  const kinds = headers.map((header) => (BY_PLACE.test(header) ? serviceOf(header) : undefined));
  const met = new Map<number, number>();
  const options = kinds.map((kind) => {
    if (kind === undefined) return 0;
    met.set(kind, (met.get(kind) ?? 0) + 1);
    return met.get(kind) ?? 0;
  });
  return options.map((option, column) => ((met.get(kinds[column] ?? NaN) ?? 0) > 1 ? option : 0));
};
