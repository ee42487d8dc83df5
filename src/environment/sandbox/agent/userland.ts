import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type ToolGroup, hiddenTools } from '../images/tools.ts';
import { paths } from '../paths.ts';
import { readOnlyOverlay } from './mounts.ts';
import { quote } from './run.ts';

/** The machine's program folders without what an image does not offer. */
export interface Userland {
  /** Makes it; empty when it was made for another container already. */
  readonly script: string;
  /** The machine's folder, and what to bind over it. */
  readonly binds: readonly (readonly [folder: string, source: string])[];
}

const FOLDERS = ['/usr/bin', '/usr/sbin', '/bin', '/sbin'];

const made = new Map<string, Userland['binds']>();

export const userlandOf = (tools: readonly ToolGroup[]): Userland => {
  const name = [...tools].sort().join('-') || 'bare';
  const known = made.get(name);
  if (known !== undefined) return { script: '', binds: known };
  const binds = FOLDERS.filter(isFolder).map(
    (folder) => [folder, join(paths.userland, name, folder.replaceAll('/', '-'))] as const,
  );
  made.set(name, binds);
  return { script: binds.map(([folder, target]) => without(folder, target, tools)).join('\n'), binds };
};

/** A layer of whiteouts (devices 0:0) over the folder. */
const without = (folder: string, target: string, tools: readonly ToolGroup[]): string => {
  const hidden = hiddenTools(readdirSync(folder), tools).map((name) => quote(join(`${target}.hidden`, name)));
  return [
    `mkdir -p ${quote(`${target}.hidden`)}`,
    ...hidden.map((file) => `mknod ${file} c 0 0`),
    readOnlyOverlay([`${target}.hidden`, folder], target),
  ].join('\n');
};

const isFolder = (folder: string): boolean =>
  lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
