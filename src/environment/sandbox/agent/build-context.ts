import { statSync } from 'node:fs';
import { basename, join, posix, relative } from 'node:path';
import type { Build, BuiltImage, Service } from '../../../compose/model.ts';
import { asBuilt } from '../../../compose/as-built.ts';
import { paths } from '../paths.ts';
import type { BoundFolder } from './bubblewrap.ts';
import { type FileSystem, overlay } from './mounts.ts';

export interface BuiltFiles {
  readonly binds: readonly BoundFolder[];
  /** What is bound. */
  readonly systems: readonly FileSystem[];
  readonly removal: string;
}

/**
 * The files of a service that is built, without building: the context stands at the working directory, with what a build would
 * have put beside it (`node_modules`), and over it stands what the Dockerfile copies to other places. What the service writes
 * stays in its container.
 */
export const builtFiles = ({ build, mounts }: Service, id: string, workingDir: string): BuiltFiles => {
  if (build === undefined) return { binds: [], systems: [], removal: '' };
  const folders = [...layers(build, workingDir)].filter(
    ([target]) => !mounts.some((mount) => mount.target === target),
  );
  const made = folders.map(([target, lower], index) => {
    const source = join(paths.containers, id, `build-${index}`);
    return { target, source, lower, name: `${id}-${index}` };
  });
  return {
    binds: [
      ...made.map(({ source, target }) => ({ source, target, readOnly: false })),
      ...files(build, workingDir),
    ],
    systems: made.map(({ source, lower, name }) => overlay(lower, source, name)),
    removal: made.map(({ source }) => `umount ${source}`).join('\n'),
  };
};

/** Where a built service's files are, and its program starts. */
export const builtAt = (service: Service): string => asBuilt(service).workingDir ?? '/app';

/** What a build would have put at this path: an empty volume there begins with it, as `node_modules` does. */
export const builtContent = (service: Service, target: string): string | undefined => {
  if (service.build === undefined) return undefined;
  const inside = posix.relative(builtAt(service), target);
  const source = join(service.build.context, inside);
  return inside.startsWith('..') || !isFolder(source) ? undefined : source;
};

/** Target → the folders that lie there, what was copied last on top. */
const layers = (build: Build, workingDir: string): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, readonly string[]>(workingDir === '/' ? [] : [[workingDir, [build.context]]]);
  for (const { source, target } of copied(build, workingDir)) {
    if (isFolder(source)) found.set(target, [source, ...(found.get(target) ?? [])]);
  }
  return found;
};

const files = (build: Build, workingDir: string): readonly BoundFolder[] =>
  copied(build, workingDir)
    .filter(({ source }) => !isFolder(source))
    .map(({ source, target }) => ({ source, target, readOnly: true }));

/** What the context at the working directory does not show already. */
const copied = (build: Build, workingDir: string): BuiltImage['copies'] =>
  (build.image?.copies ?? [])
    .filter(({ source }) => statSync(source, { throwIfNoEntry: false }) !== undefined)
    .map(({ source, target }) => ({ source, target: finalTarget(source, target) }))
    .filter(
      ({ source, target }) =>
        target !== posix.join(workingDir, relative(build.context, source)) && target !== '/',
    );

/** A folder's content goes into the target, a file under its name when that is a folder. */
const finalTarget = (source: string, target: string): string => {
  const folder = target.replace(/\/$/, '') || '/';
  return target.endsWith('/') && !isFolder(source) ? posix.join(folder, basename(source)) : folder;
};

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
