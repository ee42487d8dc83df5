const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  EACCES: 'no permission to read it',
};

/** Did the file system refuse? Every other error is a bug. */
export const isFileError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error;

/** Why a file cannot be read, in words. */
export const whyUnreadable = ({ code = '', message }: NodeJS.ErrnoException): string =>
  REASONS[code] ?? message;
