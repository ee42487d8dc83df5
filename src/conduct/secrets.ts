import type { System } from '../compose/model.ts';
import { secretValues } from '../core/redact.ts';

/**
 * The values that must not reach a journal: of the services' variables with a secret's name, of the passwords in their URLs,
 * and of the variables that the drill names.
 */
export const secretsOf = (
  system: System,
  named: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] => {
  const variables = system.services.flatMap(({ environment }) => Object.entries(environment));
  const names = system.services.flatMap(({ name, containerName }) => [name, containerName]);
  const given = new Set(named);
  const own = [...variables, ...Object.entries(env)].flatMap(([name, value]) =>
    given.has(name) && value ? [value] : [],
  );
  return [...own, ...secretValues(variables, [system.project, ...names])];
};
