type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** Optional members are absent, never `undefined`. */
export const withoutUndefined = <T extends object>(members: T): Defined<T> =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Defined<T>;
