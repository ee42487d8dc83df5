import type { System } from '../compose/model.ts';
import { secretValues } from '../core/redact.ts';
import type { Drill } from '../drill/model.ts';

/**
 * The values that must not reach a journal: of the services' variables and the drill's placeholders with a secret's name, of the
 * passwords in their URLs, and of the variables that the drill names.
 */
export const secretsOf = (
  system: System,
  { secrets: named, bind }: Pick<Drill, 'secrets' | 'bind'>,
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] => {
  const variables = [
    ...system.services.flatMap(({ environment }) => Object.entries(environment)),
    ...Object.entries(bind),
  ];
  const names = system.services.flatMap(({ name, containerName }) => [name, containerName]);
  const given = new Set(named);
  const own = [...variables, ...Object.entries(env)].flatMap(([name, value]) =>
    given.has(name) && value ? [value] : [],
  );
  return [...own, ...secretValues(variables, [system.project, ...names])];
};
