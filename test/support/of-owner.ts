import { connectEngine } from '../../src/environment/docker/engine.ts';
import { OWNER_LABEL } from '../../src/environment/docker/run.ts';

/** What runs of this process, or another one, have in the engine: containers, networks, volumes. */
export const ofOwner = async (mark: string): Promise<readonly string[]> => {
  const { docker } = await connectEngine();
  const label = [`${OWNER_LABEL}=${mark}`];
  const [containers, networks, volumes] = await Promise.all([
    docker.listContainers({ all: true, filters: { label } }),
    docker.listNetworks({ filters: { label } }),
    docker.listVolumes({ filters: JSON.stringify({ label }) }),
  ]);
  return [
    ...containers.flatMap(({ Names }) => Names),
    ...networks.map(({ Name }) => Name),
    ...volumes.Volumes.map(({ Name }) => Name),
  ];
};
