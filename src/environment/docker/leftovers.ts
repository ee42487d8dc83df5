import { hostname } from 'node:os';
import type Dockerode from 'dockerode';
import { systemClock } from '../../core/clock.ts';
import { HarnessError } from '../../core/errors.ts';
import { isOfThisBoot, isOwnerAlive } from '../owner.ts';
import { staleImages } from './built-images.ts';
import { isHarmless, isUnknown, wordsOf } from './engine.ts';
import { OWNER_LABEL } from './run.ts';
import { RUN_LABEL } from './socket/names.ts';

/** Something may be created while the rest is removed, and what others are removing is in use until they have: it is looked for again so often. */
const ROUNDS = 50;

/** Before what was in use is tried again, in ms. */
const PAUSE = 100;

interface Found {
  readonly what: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly remove: () => Promise<unknown>;
}

/** What was found. */
export interface Removal {
  readonly what: string;
  /** Why it is still there, in the engine's words. */
  readonly kept?: string;
}

/**
 * Removes all that a run has made in the engine.
 * @throws HarnessError with what others still use
 */
export const removeRun = async (docker: Dockerode, run: string): Promise<void> => {
  let inUse: readonly Removal[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const found = await removeFound(docker, `${RUN_LABEL}=${run}`, () => true);
    if (found.length === 0) return;
    inUse = found.filter(({ kept }) => kept !== undefined);
    if (inUse.length > 0) await systemClock.sleep(PAUSE);
  }
  if (inUse.length === 0) return;
  const words = inUse.map(({ what, kept }) => `${what}: ${kept}`).join('; ');
  throw new HarnessError('not-removed', `what the drill made cannot be removed: ${words}`, {
    hint: 'it is tried again for ten minutes; after that: drillbook clean, when nobody uses it any more',
  });
};

/**
 * Removes what runs of this machine left behind whose process is dead. What a living run uses is not touched, nor what cannot be told: the
 * engine may be shared with other machines, and with containers on this one.
 */
export const removeDead = async (docker: Dockerode): Promise<readonly Removal[]> => {
  const { socketPath } = docker.modem as { readonly socketPath?: string };
  const isLocal = socketPath !== undefined;
  const dead = await removeFound(docker, OWNER_LABEL, ({ [OWNER_LABEL]: owner = '' }) =>
    isDead(owner, isLocal),
  );
  return isLocal ? [...dead, ...(await removeStaleImages(docker))] : dead;
};

/** One that is in use goes another time: it is in nobody's way. */
const removeStaleImages = async (docker: Dockerode): Promise<readonly Removal[]> => {
  const found = (await staleImages(docker)).map((name) => ({
    what: `image ${name}`,
    remove: () => docker.getImage(name).remove(),
  }));
  const removals = await Promise.all(found.map(removal));
  return removals.filter(({ kept }) => kept === undefined);
};

/** @param isLocal the engine is this machine's: else machines that are called alike may share it, and what is of another boot is not this one's of before. */
export const isDead = (owner: string, isLocal: boolean): boolean => {
  const [machine, mark = ''] = owner.split('/');
  return machine === hostname() && (isLocal || isOfThisBoot(mark)) && !isOwnerAlive(mark);
};

/** Containers first, since networks and volumes can go only when nobody uses them. */
const removeFound = async (
  docker: Dockerode,
  label: string,
  isWanted: (labels: Found['labels']) => boolean,
): Promise<readonly Removal[]> => {
  const removals: Removal[] = [];
  for (const find of [containers, networksAndVolumes]) {
    const found = (await find(docker, label)).filter(({ labels }) => isWanted(labels));
    removals.push(...(await Promise.all(found.map(removal))));
  }
  return removals;
};

const containers = async (docker: Dockerode, label: string): Promise<readonly Found[]> => {
  const list = await docker.listContainers({ all: true, filters: { label: [label] } });
  return list.map(({ Id, Names, Labels }) => ({
    what: `container ${Names[0]?.slice(1)}`,
    labels: Labels,
    remove: () => docker.getContainer(Id).remove({ force: true, v: true }),
  }));
};

const networksAndVolumes = async (docker: Dockerode, label: string): Promise<readonly Found[]> => {
  const filters = { label: [label] };
  const [networks, { Volumes: volumes }] = await Promise.all([
    docker.listNetworks({ filters }),
    docker.listVolumes({ filters: JSON.stringify(filters) }),
  ]);
  return [
    ...networks.map(({ Id, Name, Labels }) => ({
      what: `network ${Name}`,
      labels: Labels ?? {},
      remove: () => removeNetwork(docker, Id),
    })),
    ...volumes.map(({ Name, Labels }) => ({
      what: `volume ${Name}`,
      labels: Labels ?? {},
      remove: () => docker.getVolume(Name).remove({ force: true }),
    })),
  ];
};

/** Now and then the engine keeps a container's place in a network when the container has gone (moby/moby#33156): it must be taken out of it. */
const removeNetwork = async (docker: Dockerode, id: string): Promise<void> => {
  const network = docker.getNetwork(id);
  try {
    await network.remove();
  } catch (error) {
    const orphans = await orphansIn(docker, network);
    if (orphans.length === 0) throw error;
    await Promise.all(orphans.map((name) => network.disconnect({ Container: name, Force: true })));
    await network.remove();
  }
};

/** Names in the network of containers that there are not. One that is being started has no id there yet, one that was renamed has its old name. */
const orphansIn = async (docker: Dockerode, network: Dockerode.Network): Promise<readonly string[]> => {
  const { Containers: places = {} } = (await network.inspect()) as Dockerode.NetworkInspectInfo;
  const found = Object.entries(places).map(async ([id, { Name }]) => {
    const known = await Promise.all([id, Name].map((one) => isKnown(docker, one)));
    return known.includes(true) ? [] : [Name];
  });
  return (await Promise.all(found)).flat();
};

const isKnown = (docker: Dockerode, container: string): Promise<boolean> =>
  docker
    .getContainer(container)
    .inspect()
    .then(
      () => true,
      (error: unknown) => {
        if (isUnknown(error)) return false;
        throw error;
      },
    );

const removal = async ({ what, remove }: Pick<Found, 'what' | 'remove'>): Promise<Removal> => {
  try {
    await remove();
    return { what };
  } catch (error) {
    const { statusCode } = error as { readonly statusCode?: number };
    if (isHarmless(error)) return { what };
    // Another one is removing it (409), or it is still in use (409, 403).
    if (statusCode === 409 || statusCode === 403) return { what, kept: wordsOf(error) };
    throw error;
  }
};
