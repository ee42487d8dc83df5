import { glob, readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Diagnostic } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';

/**
 * Drill files by file, folder (all that it holds, at any depth) or glob; sorted, each once. In folders and globs, YAML files
 * that are no drills (Compose files, alert rules) are passed over.
 */
export const findDrills = async (
  patterns: readonly string[],
  cwd: string,
): Promise<Result<readonly string[]>> => {
  const found = await Promise.all(patterns.map((pattern) => findOne(pattern, cwd)));
  const diagnostics = found.flatMap((result): readonly Diagnostic[] => result.diagnostics);
  const paths = new Set(found.flatMap((result) => (result.ok ? result.value : [])));
  return found.every(({ ok }) => ok) ? success([...paths], diagnostics) : failure(...diagnostics);
};

const findOne = async (pattern: string, cwd: string): Promise<Result<readonly string[]>> => {
  const path = resolve(cwd, pattern);
  const kind = await stat(path).catch(() => undefined);
  if (kind?.isFile()) return success([path]);
  const isFolder = kind?.isDirectory() ?? false;
  const paths: string[] = [];
  for await (const match of isFolder
    ? glob('**/*.{yaml,yml}', { cwd: path, exclude: ['**/node_modules/**', '**/.git/**'] })
    : glob(pattern, { cwd })) {
    const candidate = resolve(isFolder ? path : cwd, match);
    if (await isDrill(candidate)) paths.push(candidate);
  }
  if (paths.length > 0) return success(paths.sort());
  return failure({
    code: 'no-drills',
    severity: 'error',
    message:
      kind === undefined && !/[*?[{]/.test(pattern)
        ? `there is no file or folder ${pattern}`
        : `${pattern} holds no drill`,
    hint: 'a drill is a YAML file with runbook, environment and fault',
  });
};

/** Has it what makes a drill, right or wrong? Two of its keys, so that one with a mistake is not passed over. */
const isDrill = async (path: string): Promise<boolean> => {
  const text = await readFile(path, 'utf8').catch(() => '');
  const keys = ['runbook', 'environment', 'faults?'].filter((key) =>
    new RegExp(`^"?${key}"?[ \\t]*:`, 'm').test(text),
  );
  return keys.length >= 2;
};
