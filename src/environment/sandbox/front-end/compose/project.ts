import { dirname, relative, resolve } from 'node:path';
import type { Service, System } from '../../../../compose/model.ts';
import { own } from '../../../../core/own.ts';
import type { Container, FrontEndCall, Supervisor } from '../../supervisor-model.ts';
import { list, text } from '../flags.ts';
import { merge } from '../merge.ts';
import { complain, notAvailable, Refusal, type Invocation, type Output } from '../verb.ts';

/** Compose's flags before the verb that choose a project. */
export const PROJECT_FLAGS = {
  file: list('f'),
  'project-name': text('p'),
  'project-directory': text(),
};

interface ProjectChoice {
  readonly file?: readonly string[];
  readonly 'project-name'?: string;
  readonly 'project-directory'?: string;
}

/** Exit status of a Compose file that is not found (docker/compose internal/metrics, FileNotFound). */
const FILE_NOT_FOUND = 14;

/**
 * Compose looks for its file in the working directory and above it. There is one project only, the drill's.
 * @throws Refusal when the caller means another one, or stands elsewhere
 */
export const checkProject = (
  program: string,
  { file = [], 'project-name': name, 'project-directory': directory }: ProjectChoice,
  call: FrontEndCall,
  { system }: Supervisor,
): void => {
  const typed = file.length > 0 ? file : (call.env['COMPOSE_FILE']?.split(':').filter(Boolean) ?? []);
  const other = typed.find((path) => resolve(call.cwd, path) !== system.file);
  const here = `the drill runs ${system.file}, the project ${system.project}`;
  if (other !== undefined) throw notAvailable(program, `-f ${other}`, here);
  const project = name ?? call.env['COMPOSE_PROJECT_NAME'];
  if (project !== undefined && project !== '' && project !== system.project)
    throw notAvailable(program, `-p ${project}`, here);
  if (typed.length > 0 || project === system.project) return;
  const below = relative(dirname(system.file), resolve(call.cwd, directory ?? '.'));
  if (below === '..' || below.startsWith('../'))
    throw new Refusal('no configuration file provided: not found', FILE_NOT_FOUND);
};

/**
 * The services that were named, or all of them.
 * @throws Refusal
 */
export const selectServices = ({ system }: Supervisor, names: readonly string[]): readonly Service[] => {
  const missing = names.find((name) => !system.services.some((service) => service.name === name));
  if (missing !== undefined)
    throw behindProfile(system, missing) ?? new Refusal(`no such service: ${missing}`);
  return names.length === 0 ? system.services : system.services.filter(({ name }) => names.includes(name));
};

/** Compose would start it; here are only the services that the drill has read. */
const behindProfile = ({ inactive = {} }: System, name: string): Refusal | undefined => {
  const profiles = own(inactive, name)?.profiles;
  return profiles === undefined
    ? undefined
    : notAvailable(
        'docker compose',
        name,
        `it is behind the profile ${profiles.join(' or ')}; run the drill with COMPOSE_PROFILES=${profiles[0] ?? '*'}`,
      );
};

/**
 * All services are those of the profiles that the caller asks for, too.
 * @throws Refusal when they have one that the drill has not read
 */
export const checkProfiles = ({ globals, call, supervisor: { system } }: Omit<Invocation, 'flags'>): void => {
  const typed = (globals['profile'] ?? []) as readonly string[];
  const asked = new Set([...typed, ...(call.env['COMPOSE_PROFILES']?.split(',') ?? [])]);
  const [behind] =
    Object.entries(system.inactive ?? {}).find(
      ([, { profiles }]) => asked.has('*') || profiles.some((profile) => asked.has(profile)),
    ) ?? [];
  if (behind !== undefined) throw behindProfile(system, behind) as Refusal;
};

/** Their containers, by name. */
export const containersOf = (supervisor: Supervisor, services: readonly Service[]): readonly Container[] =>
  supervisor
    .containers()
    .filter((container) => services.some(({ name }) => name === container.service.name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));

/** A line of Compose's plain progress (docker/compose pkg/progress/plain.go). */
export const progress = (what: string, state: string): Output => complain(` ${what}  ${state}`);

export const containerProgress = ({ name }: Container, state: string): Output =>
  progress(`Container ${name}`, state);

/** Does it to the containers of each service: services that do not depend on each other at the same time. */
export async function* inDependencyOrder(
  supervisor: Supervisor,
  services: readonly Service[],
  direction: 'dependencies first' | 'dependents first',
  act: (container: Container) => AsyncGenerator<Output>,
): AsyncGenerator<Output> {
  const order = waves(services);
  for (const wave of direction === 'dependencies first' ? order : order.toReversed())
    yield* merge(containersOf(supervisor, wave).map(act));
}

/** Each service stands in a later wave than those that it depends on. */
const waves = (services: readonly Service[]): readonly (readonly Service[])[] => {
  const result: Service[][] = [];
  const depth = new Map<string, number>();
  // They come in start order: what a service depends on was seen before.
  for (const service of services) {
    const below = service.dependsOn.map((dependency) => (depth.get(dependency.service) ?? -1) + 1);
    const level = Math.max(0, ...below);
    depth.set(service.name, level);
    (result[level] ??= []).push(service);
  }
  return result.map((wave) => wave ?? []);
};
