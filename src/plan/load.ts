import type { System } from '../compose/model.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { Location } from '../core/location.ts';
import { originAt } from '../core/origin.ts';
import type { Drill } from '../drill/model.ts';
import type { FaultDefinition } from '../fault/model.ts';
import { inspectScript } from '../load/inspect.ts';
import type { LoadSpec } from '../load/model.ts';
import { toLoadSpec } from '../load/schema.ts';
import { inspected } from './inspected.ts';
import type { PlannedLoad } from './model.ts';

interface Planned {
  readonly planned?: PlannedLoad;
  readonly diagnostics: readonly Diagnostic[];
}

/** The drill's load, with the URL that the Compose file implies where the drill gives none. */
export const planLoad = ({ load }: Pick<Drill, 'load'>, system: System): Planned => {
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
  return { planned: { spec, origin: originAt('drill', 'load', location) }, diagnostics: [] };
};

/**
 * What is wrong with the k6 scripts of a drill: nothing is started with a script that k6 would not take, or where there is none.
 * @param tools the programs that the operator will have
 */
export const checkScripts = async (
  drill: Pick<Drill, 'load' | 'faults'>,
  system: System,
  definitions: readonly FaultDefinition[],
  tools: ReadonlySet<string>,
): Promise<readonly Diagnostic[]> => {
  const loads = [
    ...(drill.load === undefined
      ? []
      : [{ spec: toLoadSpec(drill.load.value, system), location: drill.load.location }]),
    ...drill.faults.map(({ value: { kind, spec }, location }) => ({
      spec: definitions.find((definition) => definition.kind === kind)?.load?.(spec, system),
      location,
    })),
  ];
  const diagnostics = await Promise.all(
    loads.map(async ({ spec, location }) =>
      spec === undefined ? [] : checkScript(spec, system, location, tools),
    ),
  );
  return diagnostics.flat();
};

const checkScript = async (
  spec: LoadSpec,
  system: System,
  location: Location,
  tools: ReadonlySet<string>,
): Promise<readonly Diagnostic[]> => {
  const wrong = unpublished(spec, system, location) ?? (await inspected(inspectScript(spec), location));
  if (wrong !== undefined) return [wrong];
  if (tools.has('k6')) return [];
  return [
    {
      code: 'missing-program',
      severity: 'error',
      message: 'there is no k6 where the runbook’s commands run, and the load comes from it',
      location,
      hint: 'scripts/k6 builds it; or run the drill with --backend docker',
    },
  ];
};

/** Nobody would answer: the runbook would be blamed for it. */
const unpublished = ({ url }: LoadSpec, { services }: System, location: Location): Diagnostic | undefined => {
  const port = Number(new URL(url).port || 80);
  const published = services.flatMap(({ ports }) => ports.map((each) => each.published));
  if (published.includes(port) || published.includes(undefined)) return undefined;
  return {
    code: 'unpublished-port',
    severity: 'error',
    message: `no service publishes port ${port}, which the load asks`,
    location,
    hint:
      published.length > 0
        ? `published are ${published.join(', ')}`
        : 'give a service "ports:" in the Compose file',
  };
};
