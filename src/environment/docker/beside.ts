import type { ContainerInspectInfo } from 'dockerode';
import type Dockerode from 'dockerode';
import type { ExecResult } from '../model.ts';
import { CLOCK_ENV } from './clock.ts';
import { ownLabels } from './run.ts';
import { runContainer } from './run-container.ts';

/** Of a container whose clock can be moved: the other one has no such library. */
const CLOCK = new Set(Object.entries(CLOCK_ENV).map(([name, value]) => `${name}=${value}`));

/** Runs a program in a container with the same image, volumes, user and variables as another one, which need not run. */
export const runBeside = (
  docker: Dockerode,
  { Id: id, Image: image, Config: config }: ContainerInspectInfo,
  argv: readonly string[],
  signal?: AbortSignal,
): Promise<ExecResult> =>
  runContainer(
    docker,
    `cannot run ${argv[0]}`,
    {
      Image: image,
      Labels: ownLabels(config.Labels),
      Entrypoint: [...argv],
      Env: config.Env.filter((variable) => !CLOCK.has(variable)),
      User: config.User,
      WorkingDir: config.WorkingDir,
      Healthcheck: { Test: ['NONE'] },
      HostConfig: { VolumesFrom: [id] },
    },
    signal,
  );
