import { relative } from 'node:path';

/** A path as it is told: relative within this folder; else whole, since only that leads there from anywhere. */
export const shortPath = (path: string, folder = process.cwd()): string => {
  const short = relative(folder, path);
  return short === '' || short.startsWith('../') ? path : short;
};
