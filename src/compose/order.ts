import type { Diagnostic } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import type { Service } from './model.ts';

/** Services after those that they depend on; a cycle is told with the way around it. */
export const inStartOrder = (services: readonly Service[]): Result<readonly Service[]> => {
  const byName = new Map(services.map((service) => [service.name, service]));
  const ordered: Service[] = [];
  const cycles: Diagnostic[] = [];
  const visit = (service: Service, trail: readonly string[]): void => {
    if (ordered.includes(service)) return;
    const at = trail.indexOf(service.name);
    if (at >= 0) {
      cycles.push({
        code: 'dependency-cycle',
        severity: 'error',
        message: `services depend on each other in a circle: ${[...trail.slice(at), service.name].join(' → ')}`,
        location: service.location,
        hint: 'take one of these out of "depends_on"',
      });
      return;
    }
    for (const { service: name } of service.dependsOn) {
      const dependency = byName.get(name);
      if (dependency !== undefined) visit(dependency, [...trail, service.name]);
    }
    if (!ordered.includes(service)) ordered.push(service);
  };
  for (const service of services) {
    if (cycles.length === 0) visit(service, []);
  }
  return cycles.length > 0 ? failure(...cycles) : success(ordered);
};
