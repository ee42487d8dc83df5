import { once } from 'node:events';
import { connect } from 'node:net';
import type { System } from '../../src/compose/model.ts';
import type { ExecResult, StartedEnvironment } from '../../src/environment/model.ts';
import { service, system } from './system.ts';

const LOOPBACK = /^(?:localhost|127\.0\.0\.1)$/;

/**
 * Servers of a test as the services of an environment: a service's name, with its usual port, leads to the loopback port in
 * `ports`; `localhost` is this machine.
 */
export const environmentOf = (
  ports: Readonly<Record<string, number>>,
  of: System = system(...Object.keys(ports).map((name) => service(name))),
  exec: (argv: readonly string[]) => Promise<ExecResult> = () => Promise.reject(new Error('nothing to run')),
): StartedEnvironment => {
  const environment: Pick<StartedEnvironment, 'system' | 'backend' | 'dial' | 'exec'> = {
    system: of,
    backend: 'sandbox',
    exec: (_service, argv) => exec(argv),
    dial: async (host, port, signal) => {
      const socket = connect({ host: '127.0.0.1', port: LOOPBACK.test(host) ? port : (ports[host] ?? 0) });
      signal?.addEventListener('abort', () => socket.destroy(), { once: true });
      await once(socket, 'connect', { ...(signal && { signal }) });
      return socket;
    },
  };
  return environment as StartedEnvironment;
};
