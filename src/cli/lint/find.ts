import { glob, readdir, realpath, stat } from 'node:fs/promises';
import { join, matchesGlob, relative, resolve } from 'node:path';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { isFileError, whyUnreadable } from '../../core/file-error.ts';
import { STDIN } from '../stdin.ts';

export interface FoundRunbooks {
  /** Absolute, each once, sorted. */
  readonly paths: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

const MARKDOWN = /\.(?:md|markdown|mdown|mdx)$/i;
const PASSED_OVER: ReadonlySet<string> = new Set(['node_modules', '.git']);

/** Runbooks by file (whatever its name ends with), folder (all Markdown in it, at any depth) or glob; `-` is stdin. */
export const findRunbooks = async (
  patterns: readonly string[],
  cwd: string,
  ignore: { readonly globs: readonly string[]; readonly folder: string },
): Promise<FoundRunbooks> => {
  const found = await Promise.all(patterns.map((pattern) => findOne(pattern, cwd)));
  const paths = [...new Set(found.flatMap((each) => each.paths))].filter(
    (path) => !ignore.globs.some((pattern) => matchesGlob(relative(ignore.folder, path), pattern)),
  );
  return { paths: paths.sort(), diagnostics: found.flatMap((each) => each.diagnostics) };
};

const findOne = async (pattern: string, cwd: string): Promise<FoundRunbooks> => {
  if (pattern === STDIN) return { paths: [STDIN], diagnostics: [] };
  const path = resolve(cwd, pattern);
  try {
    const kind = await stat(path);
    if (!kind.isDirectory()) return { paths: [path], diagnostics: [] };
    const inside = await walk(path);
    return inside.paths.length + inside.diagnostics.length > 0
      ? inside
      : nothing(`the folder ${pattern} holds no Markdown file`);
  } catch (error) {
    if (!isFileError(error)) throw error;
    if (error.code === 'ENOENT' && /[*?[{]/.test(pattern)) return await findGlob(pattern, cwd);
    return nothing(`cannot read ${pattern}: ${reason(error)}`, 'unreadable-runbook');
  }
};

const findGlob = async (pattern: string, cwd: string): Promise<FoundRunbooks> => {
  const paths: string[] = [];
  for await (const match of glob(pattern, { cwd, exclude: ['**/node_modules/**', '**/.git/**'] })) {
    if (MARKDOWN.test(match) || /\.txt$/i.test(match)) paths.push(resolve(cwd, match));
  }
  return paths.length > 0 ? { paths, diagnostics: [] } : nothing(`no Markdown file matches ${pattern}`);
};

/** Follows links to folders, each folder once: a loop of links comes to an end. */
const walk = async (folder: string, seen = new Set<string>()): Promise<FoundRunbooks> => {
  const paths: string[] = [];
  const diagnostics: Diagnostic[] = [];
  try {
    const real = await realpath(folder);
    if (seen.has(real)) return { paths, diagnostics };
    seen.add(real);
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      const kind = entry.isSymbolicLink() ? await kindOfLink(path) : entry;
      if (typeof kind === 'string') diagnostics.push(unreadable(path, kind));
      else if (kind.isFile() && MARKDOWN.test(entry.name)) paths.push(path);
      else if (kind.isDirectory() && !PASSED_OVER.has(entry.name)) {
        const inside = await walk(path, seen);
        paths.push(...inside.paths);
        diagnostics.push(...inside.diagnostics);
      }
    }
  } catch (error) {
    if (!isFileError(error)) throw error;
    diagnostics.push(unreadable(folder, reason(error)));
  }
  return { paths, diagnostics };
};

/** Why a link leads nowhere, or what it leads to. */
const kindOfLink = async (path: string): Promise<string | { isFile(): boolean; isDirectory(): boolean }> => {
  try {
    return await stat(path);
  } catch (error) {
    if (!isFileError(error)) throw error;
    return reason(error);
  }
};

const reason = (error: NodeJS.ErrnoException): string =>
  error.code === 'ELOOP' ? 'its links lead in a circle' : whyUnreadable(error);

const unreadable = (path: string, why: string): Diagnostic => ({
  code: 'unreadable-runbook',
  severity: 'error',
  message: `cannot read ${path}: ${why}`,
  hint: 'the other files were read all the same',
});

const nothing = (message: string, code = 'no-runbooks'): FoundRunbooks => ({
  paths: [],
  diagnostics: [
    { code, severity: 'error', message, hint: 'name Markdown files, folders that hold some, or a glob' },
  ],
});
