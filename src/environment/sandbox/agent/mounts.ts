import { dirname } from 'node:path';
import { paths } from '../paths.ts';
import { quote } from './run.ts';

/** Scripts that mount; several are run at one go. */

/** A volume: a file system of its own, so that `df` shows it and it can be full. */
export const volume = (folder: string, sizeBytes?: number): string =>
  [
    `mkdir -p ${quote(folder)}`,
    `mount -t tmpfs -o mode=0777${sizeBytes === undefined ? '' : `,size=${sizeBytes}`} tmpfs ${quote(folder)}`,
  ].join('\n');

export const unmountVolume = (folder: string): string => `umount ${quote(folder)}\nrmdir ${quote(folder)}`;

let overlays = 0;

/** What is written to `target` stays in the sandbox; what lies below it is `lower`, first things first. */
export const overlay = (lower: readonly string[], target: string, name = `${++overlays}`): string => {
  const upper = `${paths.overlays}/${name}/upper`;
  const work = `${paths.overlays}/${name}/work`;
  const options = `userxattr,lowerdir=${lower.map(escape).join(':')},upperdir=${upper},workdir=${work}`;
  return [
    `mkdir -p ${upper} ${work} ${quote(target)}`,
    `mount -t overlay -o ${quote(options)} overlay ${quote(target)}`,
  ].join('\n');
};

/** Several folders as one, the first on top; nothing can be written. */
export const readOnlyOverlay = (lower: readonly string[], target: string): string =>
  [
    `mkdir -p ${quote(dirname(target))} ${quote(target)}`,
    `mount -t overlay -o ${quote(`userxattr,lowerdir=${lower.map(escape).join(':')}`)} overlay ${quote(target)}`,
  ].join('\n');

/** `:` and `,` part the options of an overlay. */
const escape = (folder: string): string => folder.replaceAll(/[\\:,]/g, String.raw`\$&`);
