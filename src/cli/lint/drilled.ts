import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { nearestAbove } from './config.ts';

/** Runbook → Compose files; absolute paths. */
type Environments = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The Compose file that the drills of a runbook start: those in the nearest folder `drills` above it. None where they start
 * several.
 */
export const drilledEnvironments = (): ((runbook: string) => Promise<string | undefined>) => {
  const known = new Map<string, Promise<Environments>>();
  return async (runbook) => {
    const folder = nearestAbove(dirname(runbook), ['drills']);
    if (folder === undefined) return undefined;
    const reading = known.get(folder) ?? environmentsIn(folder);
    known.set(folder, reading);
    const own = [...((await reading).get(runbook) ?? [])];
    return own.length === 1 ? own[0] : undefined;
  };
};

/** Only two keys of each drill are looked at: whether it is in order is not lint's to say. */
const environmentsIn = async (folder: string): Promise<Environments> => {
  const [{ findDrills }, { readYaml }] = await Promise.all([
    import('../../drill/find.ts'),
    import('../../core/yaml.ts'),
  ]);
  const environments = new Map<string, Set<string>>();
  const found = await findDrills([folder], folder);
  for (const drill of found.ok ? found.value : []) {
    const yaml = readYaml(await readFile(drill, 'utf8').catch(() => ''), drill);
    const { runbook, environment } = ((yaml.ok ? yaml.value.value : undefined) ?? {}) as Readonly<
      Record<string, unknown>
    >;
    if (typeof runbook !== 'string' || typeof environment !== 'string') continue;
    const path = resolve(dirname(drill), runbook.replace(/#.*$/, ''));
    environments.set(path, (environments.get(path) ?? new Set()).add(resolve(dirname(drill), environment)));
  }
  return environments;
};
