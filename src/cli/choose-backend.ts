import type { System } from '../compose/model.ts';
import { loadSystem } from '../compose/load.ts';
import { UsageError } from '../core/errors.ts';
import { findDrills } from '../drill/find.ts';
import { loadDrill } from '../drill/load.ts';
import type { Backend } from '../environment/model.ts';
import { backends, catalogue } from './catalogue.ts';

/**
 * The backend of this name. `auto`: docker where the engine answers and has all images of these drills, else the sandbox; which, and
 * why, is told on stderr.
 * @throws UsageError for a name that there is not
 */
export const chooseBackend = async (name: string, patterns: readonly string[]): Promise<Backend> => {
  // A variable that is empty is one that is not set.
  if (name === 'auto' || name === '') return chooseByMachine(patterns);
  const backend = Object.values(backends).find((one) => one.name === name);
  if (backend !== undefined) return backend;
  throw new UsageError(`unknown backend "${name}"; there is: auto, ${Object.keys(backends).join(', ')}`);
};

const chooseByMachine = async (patterns: readonly string[]): Promise<Backend> => {
  const { docker, sandbox } = backends;
  const systems = await systemsOf(patterns);
  const missing = (await Promise.all(systems.map((system) => docker.missing(system)))).flat();
  const [reason] = missing;
  // Nothing will be started: what is wrong with the drills is all that there is to say.
  if (systems.length === 0) return sandbox;
  const chosen = reason === undefined ? docker : sandbox;
  const why = reason?.message ?? 'the engine has all images';
  console.error(`backend: ${chosen.name} (${why}); --backend chooses another`);
  return chosen;
};

/** What is wrong with a drill is told later, by whoever plans it. */
const systemsOf = async (patterns: readonly string[]): Promise<readonly System[]> => {
  const found = await findDrills(patterns, process.cwd());
  const drills = await Promise.all(found.paths.map((path) => loadDrill(path, catalogue)));
  const files = new Set(drills.flatMap((drill) => (drill.ok ? [drill.value.environment.value] : [])));
  const systems = await Promise.all([...files].map((file) => loadSystem(file, { env: process.env })));
  return systems.flatMap((system) => (system.ok ? [system.value] : []));
};
