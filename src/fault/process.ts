import { z } from 'zod';
import type { Service } from '../compose/model.ts';
import { STORE_PORTS, storeKind } from '../compose/store.ts';
import type { ServiceStatus, StartedEnvironment } from '../environment/model.ts';
import { defineFault, type Evidence, serviceNamed } from './model.ts';
import { type Knock, knock } from './knock.ts';

const schema = z
  .strictObject({
    process: z.string().describe('The service whose process is hit.'),
    action: z
      .enum(['kill', 'stop', 'pause'])
      .describe(
        'kill: SIGKILL, as in a crash: a restart policy sets in. stop: an orderly end, as by docker stop. pause: frozen, but its port still open.',
      ),
  })
  .describe('A service’s process is killed, stopped or frozen.');

type ProcessFault = z.infer<typeof schema>;

/** A service's process is killed, stopped or frozen. Cured by a start, a restart or an unpause. */
export const processFault = defineFault<ProcessFault>({
  kind: 'process',
  schema,
  describe: ({ process, action }) => `${action} ${process}`,
  targets: ({ process }) => [process],
  needs: () => ['process-control'],
  inject: async ({ process: name, action }, { environment }) => {
    const service = serviceNamed(environment.system, name);
    await environment.control(name, action === 'kill' ? 'crash' : action, 'fault');
    return {
      evidence: async () =>
        judgeState(service, await environment.status(name), await knockAt(environment, service)),
      heal: () => bringBack(environment, name),
    };
  },
});

/** The first port that the service is known to have. */
const knockAt = async (
  environment: StartedEnvironment,
  service: Service,
): Promise<{ readonly port: number; readonly knock: Knock } | undefined> => {
  const kind = storeKind(service);
  const port = service.expose[0] ?? service.ports[0]?.target ?? (kind && STORE_PORTS[kind]);
  return port === undefined ? undefined : { port, knock: await knock(environment, service.name, port, kind) };
};

/** Both the state and the port must say so: a state alone is what Drillbook's own backend believes. */
const judgeState = (
  { name }: Service,
  { state, exitCode }: ServiceStatus,
  at: { readonly port: number; readonly knock: Knock } | undefined,
): Evidence => {
  const code = state === 'exited' && exitCode !== undefined ? ` (${exitCode})` : '';
  const port = at === undefined ? '' : `; port ${at.port} ${at.knock}`;
  const down = state === 'exited' || state === 'paused' || state === 'restarting';
  return { seen: down && at?.knock !== 'answers', what: `${name} is ${state}${code}${port}` };
};

const bringBack = async (environment: StartedEnvironment, name: string): Promise<void> => {
  const { state } = await environment.status(name);
  if (state === 'paused') await environment.control(name, 'unpause', 'heal');
  if (state === 'exited') await environment.control(name, 'start', 'heal');
};
