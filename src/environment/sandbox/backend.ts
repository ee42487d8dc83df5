import type { System } from '../../compose/model.ts';
import { HarnessError } from '../../core/errors.ts';
import type { Backend, StartOptions, StartedEnvironment } from '../model.ts';
import { AgentClient } from './agent-client.ts';
import { removeLeftovers } from './clean.ts';
import { ensureCompiledCode } from './compiled-code.ts';
import { startHost } from './host.ts';
import { asBuilt } from '../../compose/as-built.ts';
import { storeOf } from '../../compose/store.ts';
import { readMachine } from './machine.ts';
import { missing } from './missing.ts';
import { operatorEnv } from './operator-env.ts';
import { StartedSandbox } from './started.ts';
import type { Setup } from './rpc.ts';
import { clusterOf, ensureTemplate } from './template.ts';
import { operatorTools } from './tools.ts';
import { validate } from './validate.ts';

/** Linux namespaces: the drill's host, and in it the services as real processes. See docs/decisions/sandbox.md. */
export const sandboxBackend: Backend = {
  name: 'sandbox',
  capabilities: new Set([
    'process-control',
    'toxics',
    'sized-volumes',
    'memory-limit',
    'clock',
    'recreate',
    'names',
    'host-ports',
  ]),
  brings: new Set([]),
  validate,
  tools: operatorTools,
  missing,
  start: async (system, options) => {
    options.signal.throwIfAborted();
    await removeLeftovers();
    const setup = await prepare(system, options);
    const agent = startHost(setup);
    const client = new AgentClient(agent, setup, options);
    const environment = new StartedSandbox(system, agent, client, operatorEnv(setup.machine));
    try {
      return await ready(environment, options.signal);
    } catch (error) {
      await environment[Symbol.asyncDispose]();
      throw error;
    }
  },
};

const ready = async (environment: StartedSandbox, signal: AbortSignal): Promise<StartedEnvironment> => {
  await environment.ready(signal);
  return environment;
};

/** Makes what is kept between drills, where it is not there yet. */
const prepare = async (system: System, { signal, movableClocks = [] }: StartOptions): Promise<Setup> => {
  const machine = readMachine();
  if (movableClocks.length > 0 && machine.faketime === undefined) throw noFaketime(movableClocks);
  const stores = system.services.map(asBuilt).filter((service) => storeOf(service) === 'postgres');
  const templates = stores.map(
    async (service) => [service.name, await ensureTemplate(clusterOf(service, machine), signal)] as const,
  );
  const [made] = await Promise.all([Promise.all(templates), ensureCompiledCode(signal)]);
  return { system, machine, movableClocks, templates: Object.fromEntries(made) };
};

const noFaketime = (services: readonly string[]): HarnessError =>
  new HarnessError(
    'missing-program',
    `this machine lacks libfaketime, to move the clock of ${services.join(', ')}`,
    {
      hint: 'sudo apt-get install libfaketime',
    },
  );
