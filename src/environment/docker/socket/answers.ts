import type { Drill } from './drill.ts';
import { canonicalImage, imageNames, visibleImages, type ListedImage } from './images.ts';
import { isOwnLabel, prefixOf, runbookNames, SCOPE_LABEL } from './names.ts';
import { claimedVersion } from './versions.ts';

/** Takes out of an answer of the engine's what is not the drill's; `undefined` leaves an event out. */
export type Reduce = (value: never, drill: Drill) => unknown;

/** An answer as the runbook may read it: its own names, and nothing of Drillbook's. */
export const told = (value: unknown, { scope }: Drill): string => {
  const names = imageNames(scope);
  const prefix = prefixOf(scope.run);
  const text = JSON.stringify(value, (key, field: unknown) => {
    // A container's networks are listed by their names.
    if (isOwnLabel(key) && !key.startsWith(prefix)) return undefined;
    return typeof field === 'string' && names.has(field) ? names.get(field) : field;
  });
  return runbookNames(scope.run, text);
};

export const images: Reduce = (listed: readonly ListedImage[], { scope }) => visibleImages(listed, scope);

export const image: Reduce = (value: ListedImage, { scope }) => {
  const [visible] = visibleImages([{ ...value, RepoTags: value.RepoTags }], scope);
  return visible ?? { ...value, RepoTags: [], RepoDigests: [] };
};

interface Labelled {
  readonly Labels?: Readonly<Record<string, string>> | null;
}
const ofDrill =
  ({ scope }: Drill) =>
  ({ Labels }: Labelled): boolean =>
    Labels?.[SCOPE_LABEL] === scope.run;

export const execMade: Reduce = (made: { readonly Id: string }, drill) => {
  drill.madeExec(made.Id);
  return made;
};

interface DiskUsage {
  readonly Images: readonly (ListedImage & { readonly Size: number })[] | null;
  readonly Containers: readonly Labelled[] | null;
  readonly Volumes: readonly Labelled[] | null;
}

export const diskUsage: Reduce = (usage: DiskUsage, drill) => {
  const listed = visibleImages(usage.Images ?? [], drill.scope);
  return {
    ...usage,
    LayersSize: listed.reduce((sum, { Size }) => sum + Size, 0),
    Images: listed,
    Containers: (usage.Containers ?? []).filter(ofDrill(drill)),
    Volumes: (usage.Volumes ?? []).filter(ofDrill(drill)),
    BuildCache: [],
    BuilderSize: 0,
  };
};

export const info: Reduce = async (value: object, drill) => {
  const listed = await drill.containers();
  const count = (state: string): number => listed.filter(({ State }) => State === state).length;
  const running = count('running');
  const paused = count('paused');
  return {
    ...value,
    Containers: listed.length,
    ContainersRunning: running,
    ContainersPaused: paused,
    ContainersStopped: listed.length - running - paused,
    Images: drill.scope.images.size,
  };
};

interface EngineEvent {
  readonly Type?: string;
  readonly Actor?: { readonly ID?: string; readonly Attributes?: Readonly<Record<string, string>> };
}

/** Events of containers carry their labels; those of networks and volumes only names. */
export const event: Reduce = (value: EngineEvent, { scope }) => {
  const { ID = '', Attributes = {} } = value.Actor ?? {};
  const prefix = prefixOf(scope.run);
  const shown = {
    container: Attributes[SCOPE_LABEL] === scope.run,
    network: Attributes['name']?.startsWith(prefix) === true,
    volume: ID.startsWith(prefix),
    image: scope.images.has(canonicalImage(Attributes['name'] ?? ID)),
  }[value.Type ?? ''];
  return shown === true ? value : undefined;
};

interface Version {
  readonly ApiVersion: string;
}

export const version: Reduce = (value: Version, { scope }) => ({
  ...value,
  ApiVersion: claimedVersion(value.ApiVersion, scope),
});
