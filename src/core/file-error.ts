const REASONS: Readonly<Record<string, string>> = {
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  EEXIST: 'there is such a file already',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENAMETOOLONG: 'its name is too long',
};

const READING: Readonly<Record<string, string>> = {
  ...REASONS,
  ENOENT: 'there is no such file',
  EACCES: 'no permission to read it',
  ELOOP: 'its links lead in a circle',
};

const WRITING: Readonly<Record<string, string>> = {
  ...REASONS,
  ENOENT: 'there is no such folder',
  EACCES: 'no permission to write there',
};

/** Did the file system refuse, or `readWithin`? Every other error is a bug. */
export const isFileError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error;

/** Why a file cannot be read, in words. */
export const whyUnreadable = ({ code = '', message }: NodeJS.ErrnoException): string =>
  READING[code] ?? message;

/**
 * What to do about a file that cannot be read.
 * @param otherwise where it is not for want of permission: mostly, what its path is relative to
 */
export const remedyFor = ({ code }: NodeJS.ErrnoException, otherwise: string): string =>
  code === 'EACCES' ? 'let the user who runs Drillbook read it' : otherwise;

/** Why a file or folder cannot be written, in words. */
export const whyUnwritable = ({ code = '', message }: NodeJS.ErrnoException): string =>
  WRITING[code] ?? message;
