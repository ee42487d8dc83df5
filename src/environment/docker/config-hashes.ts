import { dirname } from 'node:path';
import type { System } from '../../compose/model.ts';
import type { Engine } from './engine.ts';
import { OPERATOR_IMAGE } from './images.ts';
import { operatorEnv } from './operator.ts';
import { lonelyLabels } from './run.ts';
import { runContainer } from './run-container.ts';
import { shared } from './shared-answers.ts';

/** Both arms of a drill start one system: what its file says of it does not change between them. */
const reckoned = new WeakMap<System, Promise<ReadonlyMap<string, string>>>();

/**
 * Service → the hash by which `docker compose up`, typed by the runbook, sees whether the container is as the file says. Compose itself
 * reckons it: the operator's, in the operator's surroundings.
 */
export const configHashes = (engine: Engine, system: System): Promise<ReadonlyMap<string, string>> =>
  shared(reckoned, system, () => reckon(engine, system));

const reckon = async (engine: Engine, system: System): Promise<ReadonlyMap<string, string>> => {
  const folder = dirname(system.file);
  const { stdout } = await runContainer(engine.docker, `cannot look into the image ${OPERATOR_IMAGE}`, {
    Image: OPERATOR_IMAGE,
    Labels: lonelyLabels(),
    Entrypoint: ['docker-compose', '--file', system.file, 'config', '--hash', '*'],
    WorkingDir: folder,
    Env: Object.entries(operatorEnv(system)).map(([name, value]) => `${name}=${value}`),
    HostConfig: { Binds: [`${folder}:${folder}:ro`] },
  });
  return new Map(
    stdout
      .split('\n')
      .map((line) => line.split(' '))
      .flatMap(([service, hash]) => (service && hash ? [[service, hash] as const] : [])),
  );
};
