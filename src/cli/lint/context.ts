import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { ComposeNames, LintContext } from '../../runbook/lint/model.ts';
import { nearestAbove } from './config.ts';
import { drilledEnvironments } from './drilled.ts';

const COMPOSE_FILES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];

/** Compose files by path, each read once. */
export interface ComposeFiles {
  /** The one that was asked for; or the one that the runbook's drills start; or the nearest above the runbook, a guess. */
  of(runbook: string): Promise<ComposeNames | undefined>;
  /** What was wrong with a file that was asked for; any other is passed over when it cannot be read. */
  readonly diagnostics: Diagnostic[];
}

export const composeFiles = (asked: string | undefined): ComposeFiles => {
  const known = new Map<string, Promise<ComposeNames | undefined>>();
  const diagnostics: Diagnostic[] = [];
  const drilled = drilledEnvironments();
  const read = async (path: string): Promise<ComposeNames | undefined> => {
    // The schema of Compose files is large, and most runbooks have none beside them.
    const { loadSystem } = await import('../../compose/load.ts');
    const loaded = await loadSystem(path, { env: process.env });
    if (loaded.ok) return loaded.value;
    if (path === asked) diagnostics.push(...loaded.diagnostics);
    return undefined;
  };
  return {
    diagnostics,
    of: async (runbook) => {
      const named = asked ?? (await drilled(runbook));
      const path = named ?? nearestAbove(dirname(runbook), COMPOSE_FILES);
      if (path === undefined) return undefined;
      const reading = known.get(path) ?? read(path);
      known.set(path, reading);
      const names = await reading;
      return names === undefined ? undefined : { ...names, guessed: named === undefined };
    },
  };
};

/** Which files there are, seen from the runbook's folder, the repository's root, or any folder between. */
export const filesAround = (runbook: string): Pick<LintContext, 'exists' | 'wholeRepository'> => {
  const folders: string[] = [];
  for (let here = dirname(runbook); ; here = dirname(here)) {
    folders.push(here);
    const isRoot = existsSync(resolve(here, '.git'));
    if (!isRoot && dirname(here) !== here) continue;
    // Outside of a repository the runbook's own folder is all that can be spoken of.
    const seen = isRoot ? folders : folders.slice(0, 1);
    return {
      exists: (path) => seen.some((folder) => existsSync(resolve(folder, path))),
      wholeRepository: isRoot,
    };
  }
};
