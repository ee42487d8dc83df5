import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { ComposeNames, LintContext } from '../../runbook/lint/model.ts';
import { anchorsIn } from './anchors-in.ts';
import { nearestAbove } from './config.ts';
import { drilledEnvironments } from './drilled.ts';

const COMPOSE_FILES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];

/** Compose files by path, each read once. */
export interface ComposeFiles {
  /** The one that was asked for; or those that the runbook's drills start, as one; or the nearest above the runbook, a guess. */
  of(runbook: string): Promise<ComposeNames | undefined>;
  /** What was wrong with a file that was asked for; any other is passed over when it cannot be read. */
  readonly diagnostics: Diagnostic[];
  /** Why the file that was asked for is none that can be read: nothing is checked without it. */
  unreadable(): Promise<readonly Diagnostic[]>;
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
  const readOnce = (path: string): Promise<ComposeNames | undefined> => {
    const reading = known.get(path) ?? read(path);
    known.set(path, reading);
    return reading;
  };
  return {
    diagnostics,
    unreadable: async () => {
      if (asked !== undefined) await readOnce(asked);
      return diagnostics.filter(({ code }) => code === 'unreadable-compose');
    },
    of: async (runbook) => {
      const named = asked === undefined ? await drilled(runbook) : [asked];
      const near = nearestAbove(dirname(runbook), COMPOSE_FILES);
      const paths = named.length > 0 || near === undefined ? named : [near];
      const systems = await Promise.all(paths.map(readOnce));
      const names = asOne(systems.filter((system) => system !== undefined));
      return names === undefined ? undefined : { ...names, guessed: named.length === 0 };
    },
  };
};

/** The first system, with what only others have. */
const asOne = ([first, ...others]: readonly ComposeNames[]): ComposeNames | undefined => {
  if (first === undefined) return undefined;
  const services = new Map(
    [...others, first].flatMap((system) => system.services.map((each) => [each.name, each])),
  );
  return {
    ...first,
    services: [...services.values()],
    inactive: Object.fromEntries(
      [...others, first].flatMap((system) => Object.entries(system.inactive ?? {})),
    ),
  };
};

/** Which files there are, seen from the runbook's folder, the repository's root, or any folder between. */
export const filesAround = (
  runbook: string,
): Pick<LintContext, 'exists' | 'anchorsIn' | 'wholeRepository'> => {
  const folders: string[] = [];
  for (let here = dirname(runbook); ; here = dirname(here)) {
    folders.push(here);
    const isRoot = existsSync(resolve(here, '.git'));
    if (!isRoot && dirname(here) !== here) continue;
    // Outside of a repository the runbook's own folder is all that can be spoken of.
    const seen = isRoot ? folders : folders.slice(0, 1);
    const find = (path: string): string | undefined =>
      seen.map((folder) => resolve(folder, path)).find((file) => existsSync(file));
    return {
      exists: (path) => find(path) !== undefined,
      anchorsIn: (path) => {
        const file = find(path);
        return file === undefined ? undefined : anchorsIn(file);
      },
      wholeRepository: isRoot,
    };
  }
};
