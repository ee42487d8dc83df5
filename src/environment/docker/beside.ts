import type { ContainerInspectInfo } from 'dockerode';
import type Dockerode from 'dockerode';
import type { ExecResult } from '../model.ts';
import { CLOCK_ENV } from './clock.ts';
import { asked } from './engine.ts';
import { logOf } from './logs.ts';
import { OWNER_LABEL } from './run.ts';
import { RUN_LABEL } from './socket/names.ts';

/** Of a container whose clock can be moved: the other one has no such library. */
const CLOCK = new Set(Object.entries(CLOCK_ENV).map(([name, value]) => `${name}=${value}`));

/** Runs a program in a container with the same image, volumes, user and variables as another one, which need not run. */
export const runBeside = async (
  docker: Dockerode,
  { Id: id, Image: image, Config: config }: ContainerInspectInfo,
  argv: readonly string[],
  signal?: AbortSignal,
): Promise<ExecResult> => {
  const { [RUN_LABEL]: run = '', [OWNER_LABEL]: owner = '' } = config.Labels;
  const container = await asked(
    `cannot run ${argv[0]}`,
    docker.createContainer({
      Image: image,
      Labels: { [RUN_LABEL]: run, [OWNER_LABEL]: owner },
      Entrypoint: [...argv],
      Cmd: [],
      Env: config.Env.filter((variable) => !CLOCK.has(variable)),
      User: config.User,
      WorkingDir: config.WorkingDir,
      Healthcheck: { Test: ['NONE'] },
      HostConfig: { VolumesFrom: [id], NetworkMode: 'none', LogConfig: { Type: 'json-file', Config: {} } },
    }),
  );
  const remove = (): Promise<void> => container.remove({ force: true, v: true }).catch(() => {});
  const end = (): void => void remove();
  signal?.addEventListener('abort', end, { once: true });
  try {
    signal?.throwIfAborted();
    await asked(`cannot run ${argv[0]}`, container.start());
    const { StatusCode: exitCode } = (await container.wait()) as { readonly StatusCode: number };
    return { exitCode, ...(await logOf(container)) };
  } finally {
    signal?.removeEventListener('abort', end);
    await remove();
  }
};
