import { dirname } from 'node:path';
import { quote } from '../../../core/quote.ts';
import { paths } from '../paths.ts';

/** A file system to be mounted on the drill's host. */
export interface FileSystem {
  readonly type: 'tmpfs' | 'overlay';
  readonly target: string;
  readonly options: string;
  /** Made before. */
  readonly folders: readonly string[];
}

/** A volume: a file system of its own, so that `df` shows it and it can be full. */
export const volume = (folder: string, sizeBytes?: number): FileSystem => ({
  type: 'tmpfs',
  target: folder,
  options: `mode=0777${sizeBytes === undefined ? '' : `,size=${sizeBytes}`}`,
  folders: [folder],
});

export const unmountVolume = (folder: string): string => `umount ${quote(folder)}\nrmdir ${quote(folder)}`;

let overlays = 0;

/** What is written to `target` stays in the sandbox; what lies below it is `lower`, first things first. */
export const overlay = (lower: readonly string[], target: string, name = `${++overlays}`): FileSystem => {
  const upper = `${paths.overlays}/${name}/upper`;
  const work = `${paths.overlays}/${name}/work`;
  return {
    type: 'overlay',
    target,
    options: `userxattr,lowerdir=${lower.map(escape).join(':')},upperdir=${upper},workdir=${work}`,
    folders: [upper, work, target],
  };
};

/** Several folders as one, the first on top; nothing can be written. */
export const readOnlyOverlay = (lower: readonly string[], target: string): FileSystem => ({
  type: 'overlay',
  target,
  options: `userxattr,lowerdir=${lower.map(escape).join(':')}`,
  folders: [dirname(target), target],
});

/** The script that mounts them in their order: two processes, however many there are. */
export const mountAll = (systems: readonly FileSystem[]): string => {
  if (systems.length === 0) return '';
  const lines = systems.map(({ type, target, options }) =>
    [type, target, type, options, '0', '0'].map(inTable).join(' '),
  );
  return [
    `mkdir -p ${[...new Set(systems.flatMap(({ folders }) => folders))].map(quote).join(' ')}`,
    // A file: mount reads its table from no pipe.
    `table=${paths.run}/fstab.$$`,
    `printf '%s\\n' ${lines.map(quote).join(' ')} > "$table"`,
    'mount --all --fstab "$table"',
  ].join('\n');
};

/** `:` and `,` part the options of an overlay. */
const escape = (folder: string): string => folder.replaceAll(/[\\:,]/g, String.raw`\$&`);

/** Blanks part the fields of a table of file systems; `#` may begin a comment. */
const inTable = (field: string): string =>
  field.replaceAll(/[\s\\#]/g, (char) => `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`);
