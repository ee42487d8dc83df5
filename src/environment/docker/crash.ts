import type Dockerode from 'dockerode';
import { HarnessError } from '../../core/errors.ts';
import { NODE_IMAGE } from './images.ts';
import { ownLabels } from './run.ts';
import { runContainer } from './run-container.ts';

/** Kills a process of the machine, if it is one of the container's. */
const KILL = 'grep -q "$2" "/proc/$1/cgroup" && kill -KILL "$1"';

/**
 * Lets a container's program die as if by itself. The engine cannot do that: what it kills itself, no restart policy restarts. And the
 * container's own processes cannot kill their first one. So another container does, that sees the machine's processes.
 */
export const crash = async (docker: Dockerode, container: Dockerode.Container): Promise<void> => {
  const { State: state, Id: id, Name: name, Config: config } = await container.inspect();
  if (!state.Running) throw new HarnessError('not-running', `container ${name.slice(1)} is not running`);
  const { exitCode } = await runContainer(docker, `cannot kill container ${name.slice(1)}`, {
    Image: NODE_IMAGE,
    Labels: ownLabels(config.Labels),
    Entrypoint: ['sh', '-c', KILL, 'sh', `${state.Pid}`, id],
    HostConfig: {
      PidMode: 'host',
      UsernsMode: 'host',
      ReadonlyRootfs: true,
      CapDrop: ['ALL'],
      CapAdd: ['KILL'],
    },
  });
  if (exitCode !== 0) throw new HarnessError('not-killed', `container ${name.slice(1)} could not be killed`);
};
