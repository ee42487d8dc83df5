import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { atMost } from './at-most.ts';

/** More than any file has that a person writes: drills, Compose files, variables, alert rules. */
const WRITTEN = 16 * 1024 ** 2;

/** Is it open already: `/dev/stdin`, or what a shell's `<(…)` stands for? */
export const isOpen = (path: string): boolean =>
  /^\/(?:dev\/(?:stdin|fd\/\d+)|proc\/(?:self|\d+)\/fd\/\d+)$/.test(resolve(path));

/**
 * A file that somebody has named, whatever it turns out to be.
 * @param most bytes that are read
 * @throws the file system's error, also for a named pipe (`EFTYPE`), which would be waited for, and for what is larger (`EFBIG`)
 */
export const readWithin = (path: string, most: number): Promise<Uint8Array> =>
  openAtOnce(() => read(path, most));

/** A process may have only so many files open, and a folder may hold more. */
const openAtOnce = atMost(64);

const read = async (path: string, most: number): Promise<Uint8Array> => {
  if (path.includes('\0')) throw refusal('EINVAL', 'no file can have such a name', path);
  const waits = isOpen(path);
  await using file = await open(path, constants.O_RDONLY | (waits ? 0 : constants.O_NONBLOCK));
  const stats = await file.stat();
  if (stats.isFIFO() && !waits) throw refusal('EFTYPE', 'it is a named pipe', path);
  if (stats.isFile() && stats.size <= most) return await file.readFile();
  // Of a device or a pipe the size is not known before.
  const chunks: Uint8Array[] = [];
  if (!stats.isFile())
    for await (const chunk of file.createReadStream({ end: most, autoClose: false }))
      chunks.push(chunk as Uint8Array);
  const bytes = Buffer.concat(chunks);
  if (stats.isFile() || bytes.length > most)
    throw refusal('EFBIG', `it has more than ${Math.floor(most / 1024 ** 2)} MB`, path);
  return bytes;
};

/**
 * The same as text, without its byte order mark: UTF-8, unless that mark is UTF-16's, as some editors and shells on Windows write.
 * @throws as `readWithin`
 */
export const readText = async (path: string, most = WRITTEN): Promise<string> => {
  const bytes = await readWithin(path, most);
  const mark = bytes.length < 2 ? 0 : (bytes[0] as number) * 256 + (bytes[1] as number);
  return new TextDecoder(({ 0xfffe: 'utf-16le', 0xfeff: 'utf-16be' } as const)[mark] ?? 'utf-8').decode(
    bytes,
  );
};

const refusal = (code: string, message: string, path: string): NodeJS.ErrnoException =>
  Object.assign(new Error(message), { code, path, syscall: 'open' });
