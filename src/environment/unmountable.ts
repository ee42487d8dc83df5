import type { System } from '../compose/model.ts';
import type { Diagnostic } from '../core/diagnostic.ts';

/** Paths that a backend would have to mount, and cannot: the one character ends a path where mounts are described. */
export const unmountable = (
  { file }: System,
  paths: readonly string[],
  character: string,
  other: string,
): readonly Diagnostic[] =>
  [...new Set(paths)]
    .filter((path) => path.includes(character))
    .map((path) => ({
      code: 'unsupported-path',
      severity: 'error',
      message: `${path} cannot be shown to a drill: no path with a ${character} in it can be mounted`,
      location: { file, line: 1, column: 1 },
      hint: `give the folder another name, or run it with --backend ${other}`,
    }));
