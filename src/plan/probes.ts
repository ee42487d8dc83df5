import { isDeepStrictEqual } from 'node:util';
import type { System } from '../compose/model.ts';
import { originAt } from '../core/origin.ts';
import type { Drill } from '../drill/model.ts';
import { deriveProbes } from '../probe/derive.ts';
import type { PlannedProbe } from './model.ts';

/**
 * The drill's probes, and those that the Compose file implies: one that sees this fault is no reason to look away from the rest
 * of the system, which the runbook may break. Each has a name of its own, as long as the drill's own have.
 */
export const planProbes = (
  drill: Pick<Drill, 'probes' | 'withoutDerivedProbes'>,
  system: System,
): readonly PlannedProbe[] => {
  const own = ownProbes(drill);
  if (drill.withoutDerivedProbes) return own;
  const all = [...own];
  for (const probe of deriveProbes(system)) {
    if (own.some(({ spec }) => isDeepStrictEqual(spec, probe.spec))) continue;
    all.push({ ...probe, name: freeName(probe.name, all) });
  }
  return all;
};

/** `web /health`, or `web /health (2)` where that is taken. */
const freeName = (name: string, all: readonly PlannedProbe[]): string => {
  const named = (at: number): string => (at === 1 ? name : `${name} (${at})`);
  let at = 1;
  while (all.some((probe) => probe.name === named(at))) at++;
  return named(at);
};

const ownProbes = ({ probes = [] }: Pick<Drill, 'probes'>): readonly PlannedProbe[] =>
  probes.map(({ value: { kind, name, spec }, location }, index) => ({
    name: name ?? `${kind} ${index + 1}`,
    kind,
    spec,
    origin: originAt('drill', 'probes', location),
  }));
