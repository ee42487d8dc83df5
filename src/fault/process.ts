import { z } from 'zod';
import { serviceNamed } from '../compose/service-named.ts';
import type { ServiceStatus, StartedEnvironment } from '../environment/model.ts';
import { size, toBytes } from './fields.ts';
import { type Knocked, knockAt } from './knock-at.ts';
import { defineFault, type Evidence } from './model.ts';

const schema = z
  .strictObject({
    process: z.string().describe('The service whose process is hit.'),
    action: z
      .enum(['kill', 'stop', 'pause', 'crash-loop', 'out-of-memory'])
      .describe(
        'kill: SIGKILL, as in a crash: a restart policy sets in. stop: an orderly end, as by docker stop. pause: frozen, but its port still open. crash-loop: its program ends with 1 as soon as it is started. out-of-memory: its memory limit is less than it needs.',
      ),
    memory: size
      .optional()
      .describe('The limit that out-of-memory sets: 16mb. Default: none; out-of-memory needs it.'),
  })
  .superRefine(({ action, memory }, context) => {
    if ((action === 'out-of-memory') === (memory !== undefined)) return;
    const message = memory === undefined ? 'out-of-memory with "memory: 16mb"' : `${action} without "memory"`;
    context.addIssue({ code: 'custom', path: ['action'], message });
  })
  .describe('A service’s process is killed, stopped, frozen, or kept from running.');

type ProcessFault = z.infer<typeof schema>;

/** Put in by a container that is not as the Compose file says. */
const RECREATED: ReadonlySet<ProcessFault['action']> = new Set(['crash-loop', 'out-of-memory']);

/** What a program that cannot start leaves in its log. */
const CRASH = 'echo "fatal: cannot start: no such file: config/production.json" >&2; exit 1';

/**
 * A service's process is killed, stopped, frozen or kept from running. Cured by a start, a restart or an unpause; the last two by
 * `docker compose up`, which makes the container as the Compose file says, out-of-memory also by a higher limit.
 */
export const processFault = defineFault<ProcessFault>({
  kind: 'process',
  schema,
  describe: ({ process, action, memory }) => {
    if (action === 'crash-loop') return `keep ${process} in a crash loop`;
    return action === 'out-of-memory' ? `give ${process} only ${memory} of memory` : `${action} ${process}`;
  },
  targets: ({ process }) => [process],
  needs: ({ action }) => [
    'process-control',
    ...(RECREATED.has(action) ? (['recreate'] as const) : []),
    ...(action === 'out-of-memory' ? (['memory-limit'] as const) : []),
  ],
  open: ({ process: name, action, memory = '' }, { environment }) => ({
    inject: () => {
      if (action === 'crash-loop') {
        return environment.recreate(name, { entrypoint: ['sh', '-c'], command: [CRASH] }, 'fault');
      }
      if (action === 'out-of-memory') {
        return environment.recreate(name, { memoryLimit: toBytes(memory) }, 'fault');
      }
      return environment.control(name, action === 'kill' ? 'crash' : action, 'fault');
    },
    evidence: async () => {
      const service = serviceNamed(environment.system, name);
      return judge(name, action, await environment.status(name), await knockAt(environment, service));
    },
    heal: () =>
      RECREATED.has(action) ? environment.recreate(name, {}, 'heal') : bringBack(environment, name),
  }),
});

/** Both the state and the port must say so: a state alone is what Drillbook's own backend believes. */
const judge = (
  name: string,
  action: ProcessFault['action'],
  { state, exitCode, oomKilled, restarts }: ServiceStatus,
  at: Knocked | undefined,
): Evidence => {
  const down = state === 'exited' || state === 'paused' || state === 'restarting';
  const code = down && exitCode !== undefined ? ` (${oomKilled ? 'out of memory' : exitCode})` : '';
  const times = restarts > 0 ? `, ${restarts} restarts` : '';
  const port = at === undefined ? '' : `; port ${at.port} ${at.knock}`;
  const how = {
    'crash-loop': exitCode === 1 && (state === 'exited' || restarts > 0),
    'out-of-memory': oomKilled,
  };
  const asMeant = action === 'crash-loop' || action === 'out-of-memory' ? how[action] : true;
  return {
    seen: down && asMeant && at?.knock !== 'answers',
    what: `${name} is ${state}${code}${times}${port}`,
  };
};

const bringBack = async (environment: StartedEnvironment, name: string): Promise<void> => {
  const { state } = await environment.status(name);
  if (state === 'paused') await environment.control(name, 'unpause', 'heal');
  if (state === 'exited') await environment.control(name, 'start', 'heal');
};
