import type { Service, System } from './model.ts';

/** @throws Error when there is none of this name: the plan has checked that there is */
export const serviceNamed = (system: System, name: string): Service => {
  const service = system.services.find((candidate) => candidate.name === name);
  if (service === undefined) throw new Error(`no service ${name} in ${system.file}`);
  return service;
};
