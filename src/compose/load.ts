import { dirname, resolve } from 'node:path';
import type { Diagnostic } from '../core/diagnostic.ts';
import { byPlace, hasErrors } from '../core/diagnostic.ts';
import { isFileError, remedyFor, whyUnreadable } from '../core/file-error.ts';
import type { Location } from '../core/location.ts';
import { placeOf } from '../core/places.ts';
import { failure, success, type Result } from '../core/result.ts';
import { isRecord } from '../core/yaml.ts';
import { checkServices, type CheckedService } from './check.ts';
import { loadDockerfile } from './dockerfile.ts';
import { loadEnvFile } from './env-file.ts';
import { resolveExtends } from './extends.ts';
import { readComposeFile, type ComposeFile } from './file.ts';
import { fieldsOf } from './fields.ts';
import type { PartialHealthcheck } from './healthcheck.ts';
import type { Variables } from './interpolate.ts';
import { asNamed, type Mapping } from './merge.ts';
import type { Service, System } from './model.ts';
import { usualContainerName } from './names.ts';
import { declaredNetworks } from './networks.ts';
import { inStartOrder } from './order.ts';
import { otherFiles } from './other-files.ts';
import { readService } from './service.ts';
import { firstOf, watched } from './surroundings.ts';
import { readVolumes } from './volumes.ts';

export interface LoadSystemOptions {
  /** For interpolation; wins over `.env`. `COMPOSE_PROFILES` and `COMPOSE_PROJECT_NAME` mean what they mean to Compose. */
  readonly env: Variables;
  /** Where the file is named, for the diagnostic when it cannot be read. */
  readonly location?: Location;
}

/**
 * The system that a Compose file describes: interpolated, with `extends`, profiles, `.env` and Dockerfiles.
 * @returns all that is wrong with the file, each with its place; what would be ignored is told, never passed over
 */
export const loadSystem = async (
  path: string,
  { env, location }: LoadSystemOptions,
): Promise<Result<System>> => {
  const absolute = resolve(path);
  const diagnostics: Diagnostic[] = [];
  const asked: Record<string, string> = {};
  const surroundings = watched(env, asked);
  const beside = await dotEnv(dirname(absolute), surroundings, diagnostics);
  const outer = firstOf(surroundings, beside);
  const read = await readComposeFile(absolute, outer, location);
  diagnostics.push(...read.diagnostics);
  if (!read.ok) return failure(...byPlace(diagnostics));
  const file = read.value;
  // Not what was looked up for the file: it is to say nothing to the operator's Compose.
  diagnostics.push(...otherFiles(absolute, firstOf(env, beside), location));
  const variables = firstOf({ COMPOSE_PROJECT_NAME: file.project }, outer);
  const loaded: CheckedService[] = [];
  for (const name of Object.keys(file.services)) {
    const service = await loadService(name, file, variables, diagnostics);
    if (service !== undefined) loaded.push(service);
  }
  const services = loaded.map((each) => withoutOptional(each, loaded));
  const volumes = readVolumes(file, diagnostics);
  const networks = declaredNetworks(file);
  const declared = {
    services: Object.keys(file.services),
    volumes: volumes.map(({ name }) => name),
    networks: networks.map(({ key }) => key),
  };
  const order = inStartOrder(services);
  diagnostics.push(...checkServices(services, declared), ...order.diagnostics);
  if (hasErrors(diagnostics)) return failure(...byPlace(diagnostics));
  const inactive = othersOf(file, services);
  return success(
    {
      file: absolute,
      project: file.project,
      services: order.services,
      volumes,
      networks: networks.filter(({ key }) => isUsed(key, services)),
      inactive,
      surroundings: asked,
    },
    byPlace(diagnostics),
  );
};

const isUsed = (network: string, services: readonly CheckedService[]): boolean =>
  services.some(({ service }) => service.networks.some((one) => one.network === network));

/** As every service could be read, one that was not loaded is behind a profile. */
const othersOf = (
  { services, project }: ComposeFile,
  loaded: readonly CheckedService[],
): NonNullable<System['inactive']> =>
  Object.fromEntries(
    Object.entries(services)
      .filter(([name]) => !loaded.some(({ service }) => service.name === name))
      .map(([name, { profiles, container_name: container }]) => [
        name,
        {
          profiles: Array.isArray(profiles) ? profiles.map(String) : [],
          containerName: typeof container === 'string' ? container : usualContainerName(project, name),
        },
      ]),
  );

/** `.env` beside the file. */
const dotEnv = async (folder: string, env: Variables, diagnostics: Diagnostic[]): Promise<Variables> => {
  const path = resolve(folder, '.env');
  try {
    const read = await loadEnvFile(path, env);
    diagnostics.push(...read.diagnostics);
    return read.variables;
  } catch (error) {
    if (!isFileError(error)) throw error;
    if (error.code === 'ENOENT') return {};
    diagnostics.push({
      code: 'unreadable-env-file',
      severity: 'error',
      message: `cannot read ${path}: ${whyUnreadable(error)}`,
      hint: remedyFor(error, 'Compose takes its variables from this file, beside the Compose file'),
    });
    return {};
  }
};

/** `undefined` where the service's profile is not asked for, or it cannot be read. */
const loadService = async (
  name: string,
  file: ComposeFile,
  variables: Variables,
  diagnostics: Diagnostic[],
): Promise<CheckedService | undefined> => {
  const extended = await resolveExtends(name, file, variables);
  diagnostics.push(...extended.diagnostics);
  if (!extended.ok || !isActive(extended.value, variables)) return undefined;
  const raw = extended.value;
  const location = file.yaml.locateKey(['services', name]);
  const fileVariables = await envFiles(raw, location, variables, diagnostics);
  const read = readService(raw, { name, project: file.project, location, fileVariables, variables });
  diagnostics.push(...read.diagnostics);
  const { build } = read.service;
  if (build === undefined) return { raw, service: withHealthcheck(read.service, read.healthcheck) };
  const built = await loadDockerfile(build, placeOf(raw, 'build')?.value ?? location);
  diagnostics.push(...built.diagnostics);
  const service = built.ok ? { ...read.service, build: { ...build, image: built.value } } : read.service;
  return { raw, service: withHealthcheck(service, read.healthcheck) };
};

const isActive = ({ profiles }: Mapping, variables: Variables): boolean => {
  if (!Array.isArray(profiles) || profiles.length === 0) return true;
  const asked = new Set((variables.COMPOSE_PROFILES ?? '').split(',').map((profile) => profile.trim()));
  return asked.has('*') || profiles.some((profile) => asked.has(String(profile)));
};

/** Without dependencies that need not be there (`required: false`), and are not. */
const withoutOptional = (
  { service, raw }: CheckedService,
  loaded: readonly CheckedService[],
): CheckedService => {
  const written = asNamed(raw.depends_on ?? []);
  const dependsOn = service.dependsOn.filter(({ service: name }) => {
    const dependency = written[name];
    const isOptional = isRecord(dependency) && String(dependency.required) === 'false';
    return !isOptional || loaded.some((each) => each.service.name === name);
  });
  return { raw, service: { ...service, dependsOn } };
};

/** The service's own health check; the image's where it has none, or has no test of its own. */
const withHealthcheck = (service: Service, own: PartialHealthcheck | 'disabled' | undefined): Service => {
  if (own === 'disabled') return service;
  const image = service.build?.image?.healthcheck;
  const test = own?.test ?? image?.test;
  const healthcheck = own === undefined || test === undefined ? image : { ...own, test };
  return healthcheck === undefined ? service : { ...service, healthcheck };
};

const envFiles = async (
  raw: Mapping,
  location: Location,
  variables: Variables,
  diagnostics: Diagnostic[],
): Promise<Readonly<Record<string, string>>> => {
  const all: Record<string, string> = {};
  for (const { entry, location: at } of fieldsOf(raw, '', location, diagnostics).list('env_file')) {
    const path = String(isRecord(entry) ? entry.path : entry);
    try {
      const read = await loadEnvFile(path, firstOf(variables, all));
      diagnostics.push(...read.diagnostics);
      Object.assign(all, read.variables);
    } catch (error) {
      if (!isFileError(error)) throw error;
      if (isRecord(entry) && String(entry.required) === 'false') continue;
      diagnostics.push({
        code: 'unreadable-env-file',
        severity: 'error',
        message: `cannot read ${path}: ${whyUnreadable(error)}`,
        location: at,
        hint: remedyFor(
          error,
          'paths are relative to the Compose file; "required: false" makes one optional',
        ),
      });
    }
  }
  return all;
};
