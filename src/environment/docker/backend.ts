import type { Backend } from '../model.ts';
import { missing } from './missing.ts';
import { operatorTools } from './tools.ts';
import { validate } from './validate.ts';

/** Containers of a Docker engine. See docs/decisions/docker.md. */
export const dockerBackend: Backend = {
  name: 'docker',
  capabilities: new Set([
    'process-control',
    'toxics',
    'sized-volumes',
    'memory-limit',
    'cpu-limit',
    'recreate',
    'clock',
    'operator-image',
  ]),
  brings: new Set(['k6', 'prometheus']),
  validate,
  tools: operatorTools,
  missing,
  // Loading what talks to the engine takes half a second, which who does not use it should not wait for.
  start: async (system, options) => (await import('./start.ts')).startDocker(system, options),
};
