import { linkSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type ToolGroup, hiddenTools } from '../images/tools.ts';
import { paths } from '../paths.ts';
import { type FileSystem, readOnlyOverlay } from './mounts.ts';

/** The machine's program folders without what an image does not offer. */
export interface Userland {
  /** What it is made of; nothing when it was made for another container already. */
  readonly systems: readonly FileSystem[];
  /** The machine's folder, and what to bind over it. */
  readonly binds: readonly (readonly [folder: string, source: string])[];
}

const FOLDERS = ['/usr/bin', '/usr/sbin', '/bin', '/sbin'];

/** A device 0:0: in a layer over a folder, it hides the file of its name. */
const WHITEOUT = join(paths.userland, 'whiteout');

export const makeWhiteout = `mkdir -p ${paths.userland}\nmknod ${WHITEOUT} c 0 0`;

const made = new Map<string, Userland['binds']>();

export const userlandOf = (tools: readonly ToolGroup[]): Userland => {
  const name = [...tools].sort().join('-') || 'bare';
  const known = made.get(name);
  if (known !== undefined) return { systems: [], binds: known };
  const layers = FOLDERS.filter(isFolder).map((folder) =>
    hide(folder, join(paths.userland, name, folder), tools),
  );
  const binds = layers.map(({ folder, target }) => [folder, target] as const);
  made.set(name, binds);
  return { systems: layers.map(({ system }) => system), binds };
};

const hide = (folder: string, target: string, tools: readonly ToolGroup[]) => {
  const hidden = `${target}.hidden`;
  mkdirSync(hidden, { recursive: true });
  for (const name of hiddenTools(readdirSync(folder), tools)) linkSync(WHITEOUT, join(hidden, name));
  return { folder, target, system: readOnlyOverlay([hidden, folder], target) };
};

const isFolder = (folder: string): boolean =>
  lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
