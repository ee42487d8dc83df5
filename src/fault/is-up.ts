import type { ServiceState } from '../core/event.ts';
import type { StartedEnvironment } from '../environment/model.ts';

const UP: ReadonlySet<ServiceState> = new Set(['starting', 'running', 'healthy', 'unhealthy']);

/** Whether the service's program runs, and can be talked to. */
export const isUp = async (environment: StartedEnvironment, service: string): Promise<boolean> =>
  UP.has((await environment.status(service)).state);
