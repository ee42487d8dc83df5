import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import type { Diagnostic } from '../core/diagnostic.ts';
import { hasErrors } from '../core/diagnostic.ts';
import type { Location } from '../core/location.ts';
import { failure, success, type Result } from '../core/result.ts';
import { isRecord } from '../core/yaml.ts';
import { checkServices } from './check.ts';
import { readDockerfile } from './dockerfile.ts';
import { resolveExtends } from './extends.ts';
import { readComposeFile, type ComposeFile, type RawService } from './file.ts';
import type { Variables } from './interpolate.ts';
import type { Service, System } from './model.ts';
import { parseVolume } from './mounts.ts';
import { inStartOrder } from './order.ts';
import { toService } from './service.ts';
import { SERVICE, TOP_LEVEL, UNKNOWN, type Support } from './support.ts';

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
  const read = await readComposeFile(resolve(path), env, location);
  if (!read.ok) return read;
  const file = read.value;
  const diagnostics: Diagnostic[] = [
    ...read.diagnostics,
    ...unsupportedKeys(file.value, TOP_LEVEL, file, []),
  ];
  const project = projectName(file, env);
  const services: Service[] = [];
  for (const name of Object.keys(file.services)) {
    const service = await loadService(name, project, file, env, diagnostics);
    if (service !== undefined) services.push(service);
  }
  diagnostics.push(...checkServices(services));
  const ordered = inStartOrder(services);
  diagnostics.push(...ordered.diagnostics);
  if (!ordered.ok || hasErrors(diagnostics)) return failure(...diagnostics);
  const volumes = Object.entries(isRecord(file.value.volumes) ? file.value.volumes : {});
  return success(
    {
      file: file.yaml.file,
      project,
      services: ordered.value,
      volumes: volumes.map(([name, value]) => parseVolume(name, value)),
    },
    diagnostics,
  );
};

/** As Compose makes it: `name:`, or the folder's name, in lower case, with what is not allowed left out. */
const projectName = ({ value, folder }: ComposeFile, env: Variables): string =>
  String(env.COMPOSE_PROJECT_NAME || value.name || basename(folder))
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]/g, '')
    .replace(/^[_-]+/, '');

/** `undefined` where the service's profile is not asked for, or it cannot be read. */
const loadService = async (
  name: string,
  project: string,
  file: ComposeFile,
  env: Variables,
  diagnostics: Diagnostic[],
): Promise<Service | undefined> => {
  const extended = await resolveExtends(name, file, env);
  diagnostics.push(...extended.diagnostics);
  if (!extended.ok) return undefined;
  const raw = extended.value;
  if (!isActive(raw, env)) return undefined;
  diagnostics.push(...unsupportedKeys(raw, SERVICE, file, ['services', name]));
  const service = toService(raw, {
    name,
    project,
    folder: file.folder,
    yaml: file.yaml,
    fileVariables: await envFiles(raw, name, file, diagnostics),
    env,
    diagnostics,
  });
  if (service.build === undefined) return service;
  const built = await readDockerfile(service.build, file.yaml.locate(['services', name, 'build']));
  diagnostics.push(...built.diagnostics);
  return built.ok ? { ...service, build: { ...service.build, image: built.value } } : service;
};

const isActive = ({ profiles }: RawService, env: Variables): boolean => {
  if (!Array.isArray(profiles) || profiles.length === 0) return true;
  const asked = (env.COMPOSE_PROFILES ?? '').split(',');
  return profiles.some((profile) => asked.includes(String(profile)));
};

const envFiles = async (
  raw: RawService,
  name: string,
  { folder, yaml }: ComposeFile,
  diagnostics: Diagnostic[],
): Promise<Readonly<Record<string, string>>> => {
  const entries = Array.isArray(raw.env_file)
    ? raw.env_file
    : raw.env_file === undefined
      ? []
      : [raw.env_file];
  const variables: Record<string, string> = {};
  for (const entry of entries) {
    const path = resolve(folder, String(isRecord(entry) ? entry.path : entry));
    try {
      Object.assign(variables, parseEnv(await readFile(path, 'utf8')));
    } catch (error) {
      if (isRecord(entry) && entry.required === false) continue;
      diagnostics.push({
        code: 'unreadable-env-file',
        severity: 'error',
        message: `cannot read ${path}: ${(error as Error).message}`,
        location: yaml.locate(['services', name, 'env_file']),
      });
    }
  }
  return variables;
};

const unsupportedKeys = (
  value: Readonly<Record<string, unknown>>,
  table: Readonly<Record<string, Support>>,
  { yaml }: ComposeFile,
  path: readonly string[],
): readonly Diagnostic[] =>
  Object.keys(value)
    .filter((key) => !key.startsWith('x-'))
    .flatMap((key): readonly Diagnostic[] => {
      const support = table[key] ?? UNKNOWN;
      if (support === 'used') return [];
      const location = yaml.locateKey([...path, key]);
      return support === 'harmless'
        ? [
            {
              code: 'ignored-key',
              severity: 'info',
              message: `"${key}" changes nothing in a drill`,
              location,
            },
          ]
        : [
            {
              code: 'unsupported-key',
              severity: 'error',
              message: `"${key}" is not supported`,
              location,
              hint: support.refused,
            },
          ];
    });
