import type { Stats } from 'node:fs';

const BLOCK = 512;

/** A tar archive of empty folders, each with the owner and the mode that it is to have. */
export const tarOfFolders = (folders: readonly { readonly path: string; readonly like: Stats }[]): Buffer =>
  Buffer.concat([
    ...folders.map(({ path, like }) => header(path, like)),
    // The end of an archive.
    Buffer.alloc(2 * BLOCK),
  ]);

/** As POSIX has it (ustar). */
const header = (path: string, { mode, uid, gid }: Stats): Buffer => {
  const block = Buffer.alloc(BLOCK);
  const octal = (value: number, at: number, length: number): void =>
    void block.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at);
  block.write(`${path}/`, 0);
  octal(mode & 0o7777, 100, 8);
  octal(uid, 108, 8);
  octal(gid, 116, 8);
  octal(0, 124, 12);
  octal(0, 136, 12);
  block.write('        5', 148);
  block.write('ustar\x0000', 257);
  octal(
    block.reduce((sum, byte) => sum + byte, 0),
    148,
    7,
  );
  return block;
};
