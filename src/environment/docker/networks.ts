import { hostNames, networkName } from '../../compose/names.ts';
import type { NamedNetwork, Service, System } from '../../compose/model.ts';
import { type Engine, asked } from './engine.ts';
import { linkAliases } from './links.ts';
import type { Run } from './run.ts';
import { scopeLabels } from './socket/names.ts';

/** Of Drillbook's own: no service is in it, and no runbook sees it. */
const WAY_OUT = 'way-out';

const leadsOut = ({ internal = false }: NamedNetwork): boolean => !internal;

/** Makes the networks that the Compose file's services are in, as Compose would: so it takes them for its own. */
export const makeNetworks = async ({ docker }: Engine, run: Run, { networks }: System): Promise<void> => {
  const made = networks.map(({ key, name, external = false, internal = false }) => ({
    Name: run.name(name),
    // What is external has no labels of Compose's.
    Labels: external ? { ...run.labels, ...scopeLabels(run.id) } : { ...run.composeLabels({ network: key }) },
    Internal: internal,
  }));
  const wayOut = { Name: run.name(WAY_OUT), Labels: { ...run.labels } };
  const all = networks.some(leadsOut) ? made : [wayOut, ...made];
  await asked('cannot make the drill’s networks', Promise.all(all.map((one) => docker.createNetwork(one))));
};

/** By their names in the engine: Drillbook reaches all services. The first one leads out, since ports are published there. */
export const frontNetworks = (run: Run, { networks }: System): readonly [string, ...string[]] => {
  const [first = WAY_OUT, ...more] = networks.filter(leadsOut).map(({ name }) => name);
  const inner = networks.filter((network) => !leadsOut(network)).map(({ name }) => name);
  return [run.name(first), ...[...more, ...inner].map((name) => run.name(name))];
};

/** How a container is in a network. */
export interface Endpoint {
  /** Its name in the engine. */
  readonly network: string;
  readonly aliases: readonly string[];
  /** `CONTAINER:NAME`: names that lead this container, and no other, elsewhere. */
  readonly links: readonly string[];
}

export const endpointsOf = (
  run: Run,
  system: System,
  service: Service,
  replica: number,
): readonly [Endpoint, ...Endpoint[]] =>
  service.networks.map(({ network }) => ({
    network: run.name(networkName(system, network)),
    aliases: hostNames(service, replica, network),
    links: linkAliases(run, system, network, service.name),
  })) as [Endpoint, ...Endpoint[]];

/** Puts a container that was created in one network into further ones. */
export const connect = async (
  { docker }: Engine,
  container: string,
  endpoints: readonly Endpoint[],
): Promise<void> => {
  for (const { network, aliases, links } of endpoints) {
    const how = { Container: container, EndpointConfig: { Aliases: [...aliases], Links: [...links] } };
    await asked('cannot connect a container to its network', docker.getNetwork(network).connect(how));
  }
};
