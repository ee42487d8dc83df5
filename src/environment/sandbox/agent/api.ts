import { writeFile } from 'node:fs/promises';
import { HarnessError } from '../../../core/errors.ts';
import type { AgentApi, Setup } from '../rpc.ts';
import { paths } from '../paths.ts';
import { clockFile } from './blueprint.ts';
import { dial } from './dial.ts';
import { resolve } from './resolve.ts';
import { Sandbox } from './sandbox.ts';
import { send } from './rpc-server.ts';

/** What Drillbook may ask of the sandbox. */
export const agentApi = (setup: Setup): AgentApi => {
  const sandbox = new Sandbox(setup, (change) => send({ type: 'service', change }));
  return {
    start: async (signal) => {
      await sandbox.open();
      await Promise.all([sandbox.start(signal), openFrontEnds(sandbox)]);
      return { networkServer: sandbox.links.server, links: sandbox.links.names };
    },
    status: async (service) => sandbox.container(service).status,
    logs: async (service, tail) =>
      sandbox
        .container(service)
        .log.tail(tail)
        .map(({ text }) => `${text}\n`)
        .join(''),
    exec: async (service, argv, options, signal) => {
      const container = sandbox.container(service);
      if (container.pid === undefined)
        throw new HarnessError('not-running', `container ${container.name} is not running`);
      return container.exec(argv, { ...options, signal });
    },
    control: (service, action, cause) => sandbox.container(service).control(action, cause),
    dial: (host, port, signal) => {
      const target = resolve(sandbox, host, port);
      return dial(target.host, target.port, signal);
    },
    dialLink: (link, signal) => {
      const target = sandbox.links.place(link);
      return dial(target.address, target.port, signal);
    },
    addToxic: (link, toxic) => sandbox.links.addToxic(link, toxic),
    removeToxic: (link, name) => sandbox.links.removeToxic(link, name),
    setEnabled: (link, enabled) => sandbox.links.setEnabled(link, enabled),
    moveClock: async (service, offsetMs) => {
      if (!setup.movableClocks.includes(service)) {
        throw new HarnessError(
          'clock-not-movable',
          `the clock of ${service} was not made movable at its start`,
        );
      }
      await writeFile(clockFile(service), `${offsetMs < 0 ? '' : '+'}${offsetMs / 1000}\n`);
    },
  };
};

/** Loaded while the services start, which takes longer. */
const openFrontEnds = async (sandbox: Sandbox): Promise<void> => {
  const [{ installFrontEnds }, { serveFrontEnds }] = await Promise.all([
    import('../front-end/install.ts'),
    import('../front-end/server.ts'),
  ]);
  await installFrontEnds(paths.bin, paths.frontEndSocket);
  await serveFrontEnds(paths.frontEndSocket, sandbox);
};
