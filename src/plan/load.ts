import type { System } from '../compose/model.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { Drill } from '../drill/model.ts';
import { toLoadSpec } from '../load/schema.ts';
import type { PlannedLoad } from './model.ts';

interface Planned {
  readonly planned?: PlannedLoad;
  readonly diagnostics: readonly Diagnostic[];
}

/** The drill's load, with the URL that the Compose file implies where the drill gives none. */
export const planLoad = ({ path, load }: Pick<Drill, 'path' | 'load'>, system: System): Planned => {
  if (load === undefined) return { diagnostics: [] };
  const { value, location } = load;
  const spec = toLoadSpec(value, system);
  if (spec === undefined) {
    return {
      diagnostics: [
        {
          code: 'no-load-url',
          severity: 'error',
          message:
            'nothing says where the load goes: no service publishes a port that its health check asks by HTTP',
          location,
          hint: 'write load: { script: steady, url: http://localhost:8000/ }',
        },
      ],
    };
  }
  const origin = { from: 'drill', what: 'load', file: path, lines: [location.line, location.line] } as const;
  return { planned: { spec, origin }, diagnostics: [] };
};
