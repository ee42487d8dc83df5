import { fileURLToPath } from 'node:url';
import { loadSystem } from '../../src/compose/load.ts';
import type { System } from '../../src/compose/model.ts';

/** The system of `test/fixtures/compose/NAME`. */
export const fixtureSystem = async (name: string): Promise<System> => {
  const file = fileURLToPath(new URL(`../fixtures/compose/${name}/compose.yaml`, import.meta.url));
  const result = await loadSystem(file, { env: {} });
  if (!result.ok) throw new TypeError(JSON.stringify(result.diagnostics, undefined, 2));
  return result.value;
};
