import { constants } from 'node:fs';
import { access, glob, stat } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import type { Diagnostic } from '../core/diagnostic.ts';
import { isFileError, whyUnreadable } from '../core/file-error.ts';
import { filesBelow, type Unreadable } from '../core/files-below.ts';
import { readText } from '../core/read-file.ts';

export interface FoundDrills {
  /** Absolute, each once. */
  readonly paths: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

const YAML = /\.ya?ml$/;

/**
 * Drill files by file, folder (all that it holds, at any depth) or glob; sorted, each once. In folders and globs, YAML files
 * that are no drills (Compose files, alert rules) are passed over. What cannot be read may be a drill, so it is told: a drill that
 * is left out would be taken for one that passed.
 */
export const findDrills = async (patterns: readonly string[], cwd: string): Promise<FoundDrills> => {
  const found = await Promise.all(patterns.map((pattern) => findOne(pattern, cwd)));
  const all = found.flatMap(({ paths }) => paths);
  const paths = [...new Set(all)];
  const again = paths.filter((path) => all.indexOf(path) !== all.lastIndexOf(path));
  return {
    paths,
    diagnostics: [...found.flatMap(({ diagnostics }) => diagnostics), ...takenOnce(again, cwd)],
  };
};

const takenOnce = (again: readonly string[], cwd: string): readonly Diagnostic[] => {
  if (again.length === 0) return [];
  const which = again.length === 1 ? relative(cwd, again[0] as string) : `${again.length} drills`;
  return [
    {
      code: 'named-twice',
      severity: 'warning',
      message: `${which} ${again.length === 1 ? 'is' : 'are'} named more than once, and taken once`,
      hint: 'to run a drill again, run the command again',
    },
  ];
};

const findOne = async (pattern: string, cwd: string): Promise<FoundDrills> => {
  const path = resolve(cwd, pattern);
  let isFolder = false;
  try {
    const kind = await stat(path);
    if (kind.isFile()) return { paths: [path], diagnostics: [] };
    isFolder = kind.isDirectory();
  } catch (error) {
    if (!isFileError(error)) throw error;
    if (error.code !== 'ENOENT') return { paths: [], diagnostics: [cannotRead(path, error)] };
    if (!isGlob(pattern)) return nothing(`there is no file or folder ${pattern}`);
  }
  const { files, unreadable } = await (isFolder ? yamlBelow(path) : yamlMatching(pattern, cwd));
  const looked = await Promise.all(files.map(lookAt));
  const paths = files.filter((_, index) => looked[index] === 'drill').sort();
  const diagnostics = [
    ...unreadable.map(({ path: place, error }) => cannotRead(place, error)),
    ...looked.filter((each) => typeof each === 'object'),
  ];
  return paths.length + diagnostics.length > 0
    ? { paths, diagnostics }
    : nothing(`${pattern} holds no drill`);
};

const isGlob = (pattern: string): boolean => /[*?[{]/.test(pattern);

interface YamlFiles {
  readonly files: readonly string[];
  readonly unreadable: readonly Pick<Unreadable, 'path' | 'error'>[];
}

/** A link that leads nowhere matters where its name is that of a drill. */
const yamlBelow = async (folder: string): Promise<YamlFiles> => {
  const { files, unreadable } = await filesBelow(folder, {
    isWanted: (name) => YAML.test(name) && !name.startsWith('.'),
    isPassedOver: (name) => name === 'node_modules' || name.startsWith('.'),
  });
  return { files, unreadable: unreadable.filter(({ kind, path }) => kind === 'folder' || YAML.test(path)) };
};

const yamlMatching = async (pattern: string, cwd: string): Promise<YamlFiles> => {
  const files: string[] = [];
  for await (const match of glob(pattern, { cwd })) files.push(resolve(cwd, match));
  return { files, unreadable: await unlistable(pattern, cwd) };
};

/** A glob passes over folders that it cannot list: those in which it would have looked are asked. */
const unlistable = async (pattern: string, cwd: string): Promise<YamlFiles['unreadable']> => {
  const folders = new Set<string>();
  for (let outer = dirname(pattern); outer !== dirname(outer); outer = dirname(outer))
    for await (const match of glob(outer, { cwd, withFileTypes: true }))
      if (match.isDirectory()) folders.add(resolve(cwd, match.parentPath, match.name));
  const all = await Promise.all(
    [...folders].map(async (path) => {
      try {
        await access(path, constants.R_OK | constants.X_OK);
        return [];
      } catch (error) {
        return [{ path, error: error as NodeJS.ErrnoException }];
      }
    }),
  );
  return all.flat();
};

/** Has it what makes a drill, right or wrong? Two of its keys, so that one with a mistake is not passed over. */
const lookAt = async (path: string): Promise<'drill' | 'other' | Diagnostic> => {
  try {
    // A named pipe would be waited for.
    if (!(await stat(path)).isFile()) return 'other';
    const text = await readText(path);
    const keys = ['runbook', 'environment', 'faults?'].filter((key) =>
      new RegExp(`^"?${key}"?[ \\t]*:`, 'm').test(text),
    );
    return keys.length >= 2 ? 'drill' : 'other';
  } catch (error) {
    if (!isFileError(error)) throw error;
    // So large is none that a person wrote.
    return YAML.test(path) && error.code !== 'EFBIG' ? cannotRead(path, error) : 'other';
  }
};

const cannotRead = (path: string, error: NodeJS.ErrnoException): Diagnostic => ({
  code: 'unreadable-drill',
  severity: 'error',
  message: `cannot read ${path}: ${whyUnreadable(error)}`,
  hint: 'it may be a drill, or hold some: let it be read, or name the drills one by one',
});

const nothing = (message: string): FoundDrills => ({
  paths: [],
  diagnostics: [
    {
      code: 'no-drills',
      severity: 'error',
      message,
      hint: 'a drill is a YAML file with runbook, environment and fault',
    },
  ],
});
