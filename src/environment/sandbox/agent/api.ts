import { rename, writeFile } from 'node:fs/promises';
import { HarnessError } from '../../../core/errors.ts';
import { checkMovable, clockOffset } from '../../faketime.ts';
import type { AgentApi, Setup } from '../rpc.ts';
import { paths } from '../paths.ts';
import { runBeside } from './beside.ts';
import type { HostProgress } from './host-progress.ts';
import { clockFile } from './blueprint.ts';
import { dial } from './dial.ts';
import { resolve } from './resolve.ts';
import { Sandbox } from './sandbox.ts';
import { send } from './rpc-server.ts';

/** What Drillbook may ask of the sandbox. */
export const agentApi = (setup: Setup, host: HostProgress): AgentApi => {
  const sandbox = new Sandbox(setup, host, (change) => send({ type: 'service', change }));
  return {
    start: async (signal) => {
      await sandbox.open();
      await Promise.all([sandbox.start(signal), openFrontEnds(sandbox)]);
      // Not before: it would take the CPU from the services that start.
      setImmediate(() => void import('../front-end/programs.ts'));
      return { links: sandbox.links.names };
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
    runBeside: (service, argv, signal) => runBeside(sandbox.container(service), argv, signal),
    recreate: (service, changes, cause) => sandbox.recreate(service, changes, cause),
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
    setNamed: async (service, named) => sandbox.setNamed(service, named),
    moveClock: async (service, offsetMs) => {
      checkMovable(service, setup.movableClocks);
      const file = clockFile(service);
      await writeFile(`${file}.new`, `${clockOffset(offsetMs)}\n`);
      await rename(`${file}.new`, file);
    },
  };
};

/** Loaded while the services start. */
const openFrontEnds = async (sandbox: Sandbox): Promise<void> => {
  const { installFrontEnds } = await import('../front-end/install.ts');
  const { serveFrontEnds } = await import('../front-end/server.ts');
  await installFrontEnds(paths.bin, paths.frontEndSocket);
  await serveFrontEnds(paths.frontEndSocket, sandbox, {
    onRefused: (refusal) => send({ type: 'refused', refusal }),
  });
};
