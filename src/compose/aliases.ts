import type { Service } from './model.ts';

/** The names by which the others find a service, besides its own and its container's, in whichever network. */
export const aliasesOf = ({ networks }: Service): readonly string[] =>
  networks.flatMap(({ aliases }) => aliases);
