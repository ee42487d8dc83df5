import type { Engine } from './engine.ts';
import { findById, listOf } from './find.ts';
import { canonicalImage, imagesOf } from './images.ts';
import type { Scope } from './model.ts';
import { realName, runbookNames, SCOPE_LABEL } from './names.ts';
import { NOT_FOUND } from './refused.ts';
import { minorOf } from './target.ts';

/** The drill as the engine has it: turns what the runbook types into what the engine knows, or says that it is not there. */
export interface Drill {
  readonly scope: Scope;
  readonly engine: Engine;
  /** @returns the container's whole id */
  container(reference: string): Promise<string>;
  /** @returns the exec instance's id, if it is one in a container of the drill's */
  exec(id: string): Promise<string>;
  network(reference: string): Promise<Network>;
  /** @returns the volume's real name */
  volume(name: string): Promise<string>;
  /** @returns the image's name or id in the engine */
  image(reference: string): Promise<string>;
  /** The real name for a volume that is there and the drill's, or that is not there yet. */
  volumeToUse(name: string): Promise<string>;
  containers(): Promise<readonly ListedContainer[]>;
  /** The newest version of the API that the engine knows: 41 is 1.41. */
  engineVersion(): Promise<number>;
  /** Containers were made, named or removed: what was listed lately counts no more. */
  forget(): void;
  /** An exec instance was made through this socket. */
  madeExec(id: string): void;
}

/** As much of an entry in the engine's list of containers as is used here. */
export interface ListedContainer {
  readonly Id: string;
  readonly Names: readonly string[];
  readonly State: string;
}

/** A network, by its real name and its id. */
export interface Network {
  readonly Name: string;
  readonly Id: string;
}

interface Volume {
  readonly Name: string;
}

/** The drill with this scope, in this engine. */
export const drillIn = (engine: Engine, scope: Scope): Drill => {
  const { run } = scope;
  const ours = `filters=${encodeURIComponent(JSON.stringify({ label: [`${SCOPE_LABEL}=${run}`] }))}`;
  const typed = (name: string): string => runbookNames(run, name.replace(/^\//, ''));
  // Labels never change: what was the drill's once is the drill's for ever.
  const known = { containers: new Set<string>(), execs: new Set<string>() };
  const containers = async (): Promise<readonly ListedContainer[]> => {
    const listed = await listOf<ListedContainer>(engine, `/containers/json?all=1&${ours}`);
    for (const { Id } of listed) known.containers.add(Id);
    return listed;
  };
  const volumes = async (): Promise<readonly Volume[]> => {
    const { body } = await engine.ask<{ Volumes: readonly Volume[] | null }>('GET', `/volumes?${ours}`);
    return body.Volumes ?? [];
  };
  let version: Promise<number> | undefined;
  const engineVersion = async (): Promise<number> => {
    const { body } = await engine.ask<{ readonly ApiVersion: string }>('GET', '/version');
    return minorOf(body.ApiVersion);
  };
  /** What they are called changes through this socket, or is told. */
  let listing: ReturnType<typeof containers> | undefined;
  const among = async (reference: string): Promise<string | undefined> => {
    const listed = await (listing ??= containers());
    const named = listed.find(({ Names }) => Names.some((name) => typed(name) === reference));
    return (named ?? findById(listed, reference))?.Id;
  };
  const forget = (): void => {
    listing = undefined;
  };
  const container = async (reference: string): Promise<string> => {
    if (known.containers.has(reference)) return reference;
    const wasListed = listing !== undefined;
    const found = await among(reference);
    if (found !== undefined) return found;
    forget();
    const now = wasListed ? await among(reference) : undefined;
    if (now === undefined) throw NOT_FOUND.container(reference);
    return now;
  };
  return {
    scope,
    engine,
    forget,
    engineVersion: () => (version ??= engineVersion()),
    madeExec: (id) => void known.execs.add(id),
    containers,
    container,
    exec: async (id) => {
      if (known.execs.has(id)) return id;
      if (!/^[0-9a-f]{64}$/.test(id)) throw NOT_FOUND.exec(id);
      const { body } = await engine.ask<{ ContainerID?: string }>('GET', `/exec/${id}/json`);
      const { ContainerID = '' } = body;
      if (!known.containers.has(ContainerID)) await containers();
      if (!known.containers.has(ContainerID)) throw NOT_FOUND.exec(id);
      known.execs.add(id);
      return id;
    },
    network: async (reference) => {
      const listed = await listOf<Network>(engine, `/networks?${ours}`);
      const found = listed.find(({ Name }) => typed(Name) === reference) ?? findById(listed, reference);
      if (found === undefined) throw NOT_FOUND.network(reference);
      return found;
    },
    volume: async (name) => {
      const found = (await volumes()).find(({ Name }) => typed(Name) === name);
      if (found === undefined) throw NOT_FOUND.volume(name);
      return found.Name;
    },
    volumeToUse: async (name) => {
      const found = (await volumes()).find(({ Name }) => typed(Name) === name);
      if (found !== undefined) return found.Name;
      const real = realName(run, name);
      const { status } = await engine.ask('GET', `/volumes/${encodeURIComponent(real)}`);
      // There, but not for the runbook: a helper's.
      if (status !== 404) throw NOT_FOUND.volume(name);
      return real;
    },
    image: async (reference) => {
      const named = scope.images.get(reference) ?? scope.images.get(canonicalImage(reference));
      if (named !== undefined) return named;
      const found = findById(await imagesOf(engine, scope), reference);
      if (found === undefined) throw NOT_FOUND.image(canonicalImage(reference));
      return found.Id;
    },
  };
};
