import { compileTemplate, TemplateError } from '../go-template/execute.ts';
import { text } from '../flags.ts';
import { none, out, Refusal, verb } from '../verb.ts';
import { dockerState } from './container.ts';
import { imageRows } from './listings.ts';

/** The Docker whose messages these front ends give. */
export const DOCKER_VERSION = '28.2.2';

const write = (format: string, data: unknown): string => {
  if (format === 'json') return `${JSON.stringify(data)}\n`;
  try {
    return `${compileTemplate(format)(data)}\n`;
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw new Refusal(`template parsing error: template: ${error.message}`, 64);
  }
};

export const version = verb({
  names: ['version'],
  usage: '[OPTIONS]',
  flags: { format: text('f') },
  arity: none,
  async *run({ flags }) {
    const part = { Version: DOCKER_VERSION, ApiVersion: '1.50', Os: 'linux', Arch: 'amd64' };
    if (flags.format !== undefined) yield out(write(flags.format, { Client: part, Server: part }));
    else
      yield out(
        ['Client:', 'Server: Drillbook sandbox']
          .map(
            (title) =>
              `${title}\n Version:           ${part.Version}\n API version:       ${part.ApiVersion}\n`,
          )
          .join('\n'),
      );
  },
});

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
    if (flags.format !== undefined) yield out(write(flags.format, data));
    else
      yield out(
        `Server:\n Containers: ${data.Containers}\n  Running: ${data.ContainersRunning}\n  Paused: ${data.ContainersPaused}\n` +
          `  Stopped: ${data.ContainersStopped}\n Images: ${data.Images}\n Server Version: ${data.ServerVersion}\n` +
          ` Operating System: ${data.OperatingSystem}\n`,
      );
  },
});
