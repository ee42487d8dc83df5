import { relative } from 'node:path';

/** A path as a person would type it from here: relative, where that is shorter. */
export const shortPath = (path: string): string => {
  const short = relative(process.cwd(), path);
  return short === '' || short.length > path.length || short.startsWith('../../..') ? path : short;
};
