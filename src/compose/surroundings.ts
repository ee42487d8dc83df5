import type { Variables } from './interpolate.ts';

/** What each name has in the first of these that has it. The others are not asked then: see `watched`. */
export const firstOf = (...layers: readonly Variables[]): Variables =>
  new Proxy<Variables>(
    {},
    {
      get: (_, name: string) => {
        for (const layer of layers) {
          const value = layer[name];
          // Not what every object has, as `constructor`.
          if (typeof value === 'string') return value;
        }
        return undefined;
      },
    },
  );

/** These variables; `asked` gets each that somebody has looked up. */
export const watched = (variables: Variables, asked: Record<string, string>): Variables =>
  new Proxy<Variables>(
    {},
    {
      get: (_, name: string) => {
        const value = variables[name];
        if (typeof value === 'string') asked[name] = value;
        return value;
      },
    },
  );
