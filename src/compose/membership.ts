import type { NamedNetwork, Service, System } from './model.ts';

/** The names by which the others find a service, besides its own and its container's, in whichever network. */
export const aliasesOf = ({ networks }: Service): readonly string[] =>
  networks.flatMap(({ aliases }) => aliases);

/** A network as a runbook names it, of one that the file's services call so. */
export const networkName = ({ networks }: System, key: string): string =>
  (networks.find((network) => network.key === key) as NamedNetwork).name;
