import type { Diagnostic } from '../core/diagnostic.ts';
import { dependencyLocation, type CheckedService } from './check.ts';
import type { Service } from './model.ts';

export interface StartOrder {
  /** Services after those that they depend on. */
  readonly services: readonly Service[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Sorts by dependency; each circle is told once, with the way around it. */
export const inStartOrder = (all: readonly CheckedService[]): StartOrder => {
  const byName = new Map(all.map((each) => [each.service.name, each]));
  const ordered = new Set<Service>();
  const diagnostics: Diagnostic[] = [];
  const begun = new Set<string>();
  const visit = (each: CheckedService, trail: readonly CheckedService[]): void => {
    const { name } = each.service;
    const start = trail.findIndex(({ service }) => service.name === name);
    const last = trail.at(-1);
    if (start >= 0 && last !== undefined) {
      const circle = [...trail.slice(start), each].map(({ service }) => service.name);
      diagnostics.push({
        code: 'dependency-cycle',
        severity: 'error',
        message: `services depend on each other in a circle: ${circle.join(' → ')}`,
        location: dependencyLocation(last, name),
        hint: 'take one of these out of "depends_on"',
      });
      return;
    }
    if (begun.has(name)) return;
    begun.add(name);
    for (const { service } of each.service.dependsOn) {
      const dependency = byName.get(service);
      if (dependency !== undefined) visit(dependency, [...trail, each]);
    }
    ordered.add(each.service);
  };
  for (const each of all) visit(each, []);
  return { services: [...ordered], diagnostics };
};
