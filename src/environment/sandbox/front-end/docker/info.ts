import { text } from '../flags.ts';
import { none, out, verb } from '../verb.ts';
import { dockerState } from './container.ts';
import { imageRows } from './images.ts';
import { formatObject } from './format-object.ts';
import { DOCKER_VERSION } from './version.ts';

export const info = verb({
  names: ['info', 'system info'],
  usage: '[OPTIONS]',
  flags: { format: text('f') },
  arity: none,
  async *run({ flags, supervisor }) {
    const states = supervisor.containers().map(dockerState);
    const count = (...wanted: readonly string[]) => states.filter((state) => wanted.includes(state)).length;
    const data = {
      Containers: states.length,
      ContainersRunning: count('running', 'restarting'),
      ContainersPaused: count('paused'),
      ContainersStopped: count('created', 'exited'),
      Images: imageRows(supervisor, true).length,
      ServerVersion: DOCKER_VERSION,
      OperatingSystem: 'Drillbook sandbox',
    };
    if (flags.format !== undefined) yield out(formatObject(flags.format, data));
    else
      yield out(
        `Server:\n Containers: ${data.Containers}\n  Running: ${data.ContainersRunning}\n  Paused: ${data.ContainersPaused}\n` +
          `  Stopped: ${data.ContainersStopped}\n Images: ${data.Images}\n Server Version: ${data.ServerVersion}\n` +
          ` Operating System: ${data.OperatingSystem}\n`,
      );
  },
});
