import type { System } from '../compose/model.ts';
import type { Drill } from '../drill/model.ts';
import { deriveProbes } from '../probe/derive.ts';
import type { PlannedProbe } from './model.ts';

/** The drill's probes, or those that the Compose file implies; each with a name of its own. */
export const planProbes = (
  drill: Pick<Drill, 'path' | 'probes'>,
  system: System,
): readonly PlannedProbe[] => {
  if (drill.probes === undefined) return deriveProbes(system);
  return drill.probes.map(({ value: { kind, name, spec }, location }, index) => ({
    name: name ?? `${kind} ${index + 1}`,
    kind,
    spec,
    origin: { from: 'drill', what: 'probes', file: drill.path, lines: [location.line, location.line] },
  }));
};
