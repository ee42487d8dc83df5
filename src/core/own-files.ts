import { extname, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The file of one of Drillbook's own modules, to be started as a program: the source as it is, or what was built from it.
 * @param name relative to `base`, without an extension: `agent/main`
 * @param base `import.meta.url` of the module that asks
 */
export const ownModule = (name: string, base: string): string =>
  fileURLToPath(new URL(`${name}${extname(base)}`, base));

/** `node_modules` on the way to an installed package, since its dependencies lie there too; else the folder itself. */
export const withDependencies = (folder: string): string => {
  const modules = `${sep}node_modules${sep}`;
  const at = folder.indexOf(modules);
  return at < 0 ? folder : folder.slice(0, at + modules.length - 1);
};
