import { dirname, resolve } from 'node:path';
import { readText } from '../../core/read-file.ts';
import { nearestAbove } from './config.ts';

/** Runbook → Compose files → how many drills start them; absolute paths. */
type Environments = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** The Compose files that the drills of a runbook start, those in the nearest folder `drills` above it: that of most drills first. */
export const drilledEnvironments = (): ((runbook: string) => Promise<readonly string[]>) => {
  const known = new Map<string, Promise<Environments>>();
  return async (runbook) => {
    const folder = nearestAbove(dirname(runbook), ['drills']);
    if (folder === undefined) return [];
    const reading = known.get(folder) ?? environmentsIn(folder);
    known.set(folder, reading);
    const own = [...((await reading).get(runbook) ?? [])];
    return own.sort(([, a], [, b]) => b - a).map(([environment]) => environment);
  };
};

/** Only two keys of each drill are looked at: whether it is in order is not lint's to say. */
const environmentsIn = async (folder: string): Promise<Environments> => {
  const [{ findDrills }, { splitReference }, { readYaml }] = await Promise.all([
    import('../../drill/find.ts'),
    import('../../drill/reference.ts'),
    import('../../core/yaml.ts'),
  ]);
  const environments = new Map<string, Map<string, number>>();
  const { paths } = await findDrills([folder], folder);
  for (const drill of paths) {
    const yaml = readYaml(await readText(drill).catch(() => ''), drill);
    const { runbook, environment } = ((yaml.ok ? yaml.value.value : undefined) ?? {}) as Readonly<
      Record<string, unknown>
    >;
    if (typeof runbook !== 'string' || typeof environment !== 'string') continue;
    const { file: path } = splitReference(runbook, dirname(drill));
    const started = resolve(dirname(drill), environment);
    const counts = environments.get(path) ?? new Map<string, number>();
    environments.set(path, counts.set(started, (counts.get(started) ?? 0) + 1));
  }
  return environments;
};
