import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Folders where system programs are, also when an ordinary user's PATH does not name them. */
const SYSTEM_FOLDERS = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];

export const searchPath = (path = process.env['PATH'] ?? ''): readonly string[] => [
  ...new Set([...path.split(delimiter).filter((folder) => folder.startsWith('/')), ...SYSTEM_FOLDERS]),
];

/** Absolute path of a program, as a shell would find it; `undefined` when there is none. */
export const findProgram = (name: string, folders = searchPath()): string | undefined =>
  folders.map((folder) => join(folder, name)).find(isProgram);

const isProgram = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
};
