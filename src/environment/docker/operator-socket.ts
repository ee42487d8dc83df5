import { join } from 'node:path';
import type { NamedNetwork, Service, System } from '../../compose/model.ts';
import { serviceImage } from '../../compose/names.ts';
import type { Refusal } from '../model.ts';
import type { Engine } from './engine.ts';
import { type Front, heldAt } from './front.ts';
import { linkAliases } from './links.ts';
import type { Run } from './run.ts';
import { type SharedFolder, enginePath, heldPath } from './shared-files.ts';
import type { Bind, ScopedSocket } from './socket/model.ts';
import { startSocket } from './socket/start.ts';
import { sizedVolumes } from './volumes.ts';
import { KNOWS_START_INTERVAL } from './socket/versions.ts';

export interface OperatorSocketOptions {
  readonly engine: Engine;
  readonly run: Run;
  readonly system: System;
  /** Of the run's own, on this machine. */
  readonly folder: string;
  /** Service → its image's name in the engine. */
  readonly imageOf: (service: Service) => string;
  readonly shared: readonly SharedFolder[];
  readonly front: Front;
  readonly onRefused: (refusal: Refusal) => void;
}

/** What `docker` at the operator's place talks to: it knows this drill and nothing else. */
export const openOperatorSocket = ({
  engine,
  run,
  system,
  folder,
  imageOf,
  shared,
  front,
  onRefused,
}: OperatorSocketOptions): Promise<ScopedSocket> =>
  startSocket({
    engine: engine.address,
    listen: join(folder, 'docker.sock'),
    scope: {
      run: run.id,
      network: usualNetwork(system),
      labels: run.labels,
      images: new Map(system.services.map((service) => [serviceImage(system, service), imageOf(service)])),
      binds: bindsOf(system, shared, front),
      // After the shared folders, as it was told to hold them.
      held: new Map(
        sizedVolumes(run, system).map((volume, index) => [
          volume,
          { container: front.id, path: heldAt(shared.length + index) },
        ]),
      ),
      ...(system.services.some(({ healthcheck }) => healthcheck?.startInterval !== undefined) && {
        atLeastVersion: KNOWS_START_INTERVAL,
      }),
      links: (network, service) => {
        const declared = system.networks.find(({ name }) => run.name(name) === network);
        return declared === undefined ? [] : linkAliases(run, system, declared.key, service);
      },
    },
    onRefused,
  });

/** Where `docker run` of the runbook's puts a container that is to be in none in particular. */
const usualNetwork = ({ networks }: System): string =>
  (networks.find(({ key }) => key === 'default') ?? (networks[0] as NamedNetwork)).name;

const bindsOf = (
  system: System,
  shared: readonly SharedFolder[],
  front: Front,
): ReadonlyMap<string, Bind> => {
  const binds = system.services.flatMap(({ mounts }) => mounts.filter((mount) => mount.type === 'bind'));
  return new Map(
    binds.map(({ source }) => [
      source,
      {
        path: enginePath(shared, source),
        readOnly: binds.every((other) => other.source !== source || other.readOnly),
        seen: { container: front.id, path: heldPath(shared, source, heldAt) },
      },
    ]),
  );
};
