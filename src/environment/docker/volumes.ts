import type { Mount, System } from '../../compose/model.ts';
import { volumeName } from '../../compose/names.ts';
import { type Engine, asked } from './engine.ts';
import type { Run } from './run.ts';

export const realVolume = (run: Run, system: System, name: string): string =>
  run.name(volumeName(system, { name }));

/** Makes the named volumes; one with a size is a tmpfs. */
export const makeVolumes = async ({ docker }: Engine, run: Run, system: System): Promise<void> => {
  await Promise.all(
    system.volumes.map(({ name, sizeBytes }) =>
      asked(
        `cannot make the volume ${name}`,
        docker.createVolume({
          Name: realVolume(run, system, name),
          Labels: run.composeLabels({ volume: name }),
          ...(sizeBytes !== undefined && {
            DriverOpts: { type: 'tmpfs', device: 'tmpfs', o: `size=${sizeBytes}` },
          }),
        }),
      ),
    ),
  );
};

/**
 * The volumes that are a tmpfs. The engine mounts one while a container uses it, and its data are gone when that stops: so the front
 * holds them for as long as the drill lasts.
 */
export const sizedVolumes = (run: Run, system: System): readonly string[] =>
  system.volumes
    .filter(({ sizeBytes }) => sizeBytes !== undefined)
    .map(({ name }) => realVolume(run, system, name));

/** `tmpfs:` mounts, by their targets. */
export const tmpfsOf = (mounts: readonly Mount[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    mounts.flatMap((mount) =>
      mount.type === 'tmpfs'
        ? [[mount.target, mount.sizeBytes === undefined ? '' : `size=${mount.sizeBytes}`] as const]
        : [],
    ),
  );
