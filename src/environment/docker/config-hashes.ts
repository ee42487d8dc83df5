import { dirname } from 'node:path';
import type { System } from '../../compose/model.ts';
import type { Engine } from './engine.ts';
import { OPERATOR_IMAGE } from './images.ts';
import { operatorEnv } from './operator.ts';
import { runOnce } from './run-once.ts';

/** Both arms of a drill start one system: what its file says of it does not change between them. */
const reckoned = new WeakMap<System, Promise<ReadonlyMap<string, string>>>();

/**
 * Service → the hash by which `docker compose up`, typed by the runbook, sees whether the container is as the file says. Compose itself
 * reckons it: the operator's, in the operator's surroundings.
 */
export const configHashes = (engine: Engine, system: System): Promise<ReadonlyMap<string, string>> => {
  const hashes = reckoned.get(system) ?? reckon(engine, system);
  reckoned.set(system, hashes);
  // The next one may have more luck.
  hashes.catch(() => reckoned.delete(system));
  return hashes;
};

const reckon = async (engine: Engine, system: System): Promise<ReadonlyMap<string, string>> => {
  const said = await runOnce(
    engine,
    OPERATOR_IMAGE,
    ['docker-compose', '--file', system.file, 'config', '--hash', '*'],
    { folder: dirname(system.file), env: operatorEnv(system) },
  );
  return new Map(
    said
      .split('\n')
      .map((line) => line.split(' '))
      .flatMap(([service, hash]) => (service && hash ? [[service, hash] as const] : [])),
  );
};
