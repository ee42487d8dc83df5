import { type Stats, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { System } from '../../compose/model.ts';
import { isInside } from '../../core/is-inside.ts';
import { type Engine, asked } from './engine.ts';
import { makeHolder } from './holder.ts';
import { NODE_IMAGE } from './images.ts';
import type { Run } from './run.ts';
import { tarOfFolders } from './tar.ts';

/**
 * A folder of the machine's that a drill sees: the Compose file's, or one that the Compose file binds. It is the lower layer of an
 * overlay, so that services and operator can write to it and share what they write, and the machine's files stay as they are.
 */
export interface SharedFolder {
  readonly folder: string;
  /** The engine mounts the overlay as a volume. */
  readonly volume: string;
  /** Where the engine itself finds the overlay, while a container holds the volume: files of it can be bound from there. */
  readonly mountpoint: string;
}

/** Makes the volumes; they hold nothing before a container mounts them. */
export const makeSharedFolders = async (
  engine: Engine,
  run: Run,
  system: System,
): Promise<readonly SharedFolder[]> => {
  const folders = foldersOf(system);
  const layers = await makeLayers(engine, run, folders);
  return Promise.all(
    folders.map(async (folder, index) => {
      const [upperdir, workdir] = [join(layers, `${index}-upper`), join(layers, `${index}-work`)];
      const options = Object.entries({ lowerdir: folder, upperdir, workdir })
        .map(([name, path]) => `${name}=${path.replaceAll(/[\\:,]/g, String.raw`\$&`)}`)
        .join(',');
      const volume = run.name(`files-${index}`);
      const made = await asked(
        `cannot show ${folder} to the drill`,
        engine.docker.createVolume({
          Name: volume,
          Labels: run.labels,
          DriverOpts: { type: 'overlay', device: 'overlay', o: options },
        }),
      );
      return { folder, volume, mountpoint: (await made.inspect()).Mountpoint };
    }),
  );
};

/**
 * The path at which the engine finds a path of the machine's.
 * @throws TypeError when no shared folder holds it
 */
export const enginePath = (shared: readonly SharedFolder[], path: string): string => {
  const holder = shared.find(({ folder }) => isInside(path, folder));
  if (holder === undefined) throw new TypeError(`${path} is not shared with the drill`);
  return join(holder.mountpoint, relative(holder.folder, path));
};

/** Where a container that holds the shared folders' volumes, each at its place, has a path of the machine's. */
export const heldPath = (
  shared: readonly SharedFolder[],
  path: string,
  place: (index: number) => string,
): string => {
  const index = shared.findIndex(({ folder }) => isInside(path, folder));
  return join(place(index), relative(shared[index]?.folder ?? '/', path));
};

/** The whole machine, as monitoring binds it. */
const MACHINE = '/';

/** At the operator's place: where its own image's files are, the machine's cannot be. */
export const atOperator = (shared: readonly SharedFolder[]): readonly SharedFolder[] =>
  shared.filter(({ folder }) => folder !== MACHINE);

/** The Compose file's folder first; none lies in another, but in the whole machine, which comes last. */
export const foldersOf = (system: System): readonly string[] => {
  const bound = system.services.flatMap(({ mounts }) =>
    mounts.flatMap((mount) => (mount.type === 'bind' ? [nearestFolder(mount.source)] : [])),
  );
  const all = [...new Set([dirname(system.file), ...bound])];
  const outermost = all.filter(
    (folder) =>
      folder !== MACHINE &&
      !all.some((outer) => outer !== folder && outer !== MACHINE && isInside(folder, outer)),
  );
  return all.includes(MACHINE) ? [...outermost, MACHINE] : outermost;
};

/** As with Docker, what is bound and not there is made, as a folder: in the overlay. */
const nearestFolder = (path: string): string =>
  statOf(path)?.isDirectory() ? path : nearestFolder(dirname(path));

const statOf = (path: string): Stats | undefined => statSync(path, { throwIfNoEntry: false });

/**
 * The folders for what is written over the shared ones: in a volume, since they must lie in the engine's own file system. They are
 * put there through a container that is never started: an overlay cannot be mounted before they exist.
 * @returns the volume's place in the engine's file system
 */
const makeLayers = async (engine: Engine, run: Run, folders: readonly string[]): Promise<string> => {
  const volume = await asked(
    'cannot make a volume',
    engine.docker.createVolume({ Name: run.name('layers'), Labels: run.labels }),
  );
  const container = await makeHolder(engine, run, 'layers', NODE_IMAGE, [`${volume.name}:/layers`]);
  const archive = tarOfFolders(
    folders.flatMap((folder, index) => {
      // The upper layer's owner and mode are those of the overlay.
      const like = statSync(folder);
      return [
        { path: `${index}-upper`, like },
        { path: `${index}-work`, like },
      ];
    }),
  );
  await asked('cannot fill a volume', container.putArchive(archive, { path: '/layers' }));
  return (await volume.inspect()).Mountpoint;
};
