import { glob, stat } from 'node:fs/promises';
import { matchesGlob, relative, resolve } from 'node:path';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { isFileError, remedyFor, whyUnreadable } from '../../core/file-error.ts';
import { filesBelow } from '../../core/files-below.ts';
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
    return nothing(`cannot read ${pattern}: ${whyUnreadable(error)}`, 'unreadable-runbook');
  }
};

const findGlob = async (pattern: string, cwd: string): Promise<FoundRunbooks> => {
  const paths: string[] = [];
  for await (const match of glob(pattern, { cwd, exclude: ['**/node_modules/**', '**/.git/**'] })) {
    if (MARKDOWN.test(match) || /\.txt$/i.test(match)) paths.push(resolve(cwd, match));
  }
  return paths.length > 0 ? { paths, diagnostics: [] } : nothing(`no Markdown file matches ${pattern}`);
};

const walk = async (folder: string): Promise<FoundRunbooks> => {
  const { files, unreadable } = await filesBelow(folder, {
    isWanted: (name) => MARKDOWN.test(name),
    isPassedOver: (name) => PASSED_OVER.has(name),
  });
  return { paths: files, diagnostics: unreadable.map(({ path, error }) => cannotRead(path, error)) };
};

const cannotRead = (path: string, error: NodeJS.ErrnoException): Diagnostic => ({
  code: 'unreadable-runbook',
  severity: 'error',
  message: `cannot read ${path}: ${whyUnreadable(error)}`,
  hint: remedyFor(error, 'mend the link, or remove it'),
});

const nothing = (message: string, code = 'no-runbooks'): FoundRunbooks => ({
  paths: [],
  diagnostics: [
    { code, severity: 'error', message, hint: 'name Markdown files, folders that hold some, or a glob' },
  ],
});
