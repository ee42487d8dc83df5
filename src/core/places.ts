import type { Location } from './location.ts';

/** Where a key and its value stand in a file. Of a list's item both are the same. */
export interface Place {
  readonly key: Location;
  readonly value: Location;
}

type Places = ReadonlyMap<string, Place>;

/**
 * Mappings and lists that were read from a file know where each of their members stands. It is kept beside them, so that
 * they are plain values, and may be taken apart and merged (`extends`, `<<`) with values of other files.
 */
const placesOf = new WeakMap<object, Places>();

export const setPlaces = <T extends object>(container: T, places: Places): T => {
  placesOf.set(container, places);
  return container;
};

export const placeOf = (container: unknown, key: string | number): Place | undefined =>
  typeof container === 'object' && container !== null ? placesOf.get(container)?.get(String(key)) : undefined;

/** Lets `container` know the places of the members that it took over; of two for one key, the later source's counts. */
export const takePlaces = <T extends object>(container: T, ...sources: readonly unknown[]): T =>
  setPlaces(
    container,
    new Map(
      sources.flatMap((source) =>
        typeof source === 'object' && source !== null ? [...(placesOf.get(source) ?? [])] : [],
      ),
    ),
  );

/** The place of the value at `path`; of what is not there, that of its nearest parent; `undefined` at the top. */
export const placeAt = (root: unknown, path: readonly (string | number)[]): Place | undefined => {
  let place: Place | undefined;
  let container = root;
  for (const key of path) {
    const next = placeOf(container, key);
    if (next === undefined) break;
    place = next;
    container = (container as Record<string | number, unknown>)[key];
  }
  return place;
};
