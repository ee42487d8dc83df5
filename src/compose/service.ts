import { resolve } from 'node:path';
import type { Diagnostic } from '../core/diagnostic.ts';
import { isRecord, type YamlFile } from '../core/yaml.ts';
import { asMapping } from './extends.ts';
import type { RawService } from './file.ts';
import { parseHealthcheck } from './healthcheck.ts';
import type { Build, Dependency, Mount, PublishedPort, RestartPolicy, Service } from './model.ts';
import { parseMount, parseTmpfs } from './mounts.ts';
import { parsePort } from './ports.ts';
import { parseBytes, parseComposeDuration, shellWords } from './quantities.ts';

const STOP_GRACE = 10_000;

export interface ServiceContext {
  readonly name: string;
  readonly project: string;
  readonly folder: string;
  readonly yaml: YamlFile;
  /** Variables of the service's `env_file`s. */
  readonly fileVariables: Readonly<Record<string, string>>;
  /** For variables that `environment:` names without a value. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly diagnostics: Diagnostic[];
}

/** A service from its interpolated YAML. What is wrong goes to `context.diagnostics`. */
export const toService = (raw: RawService, context: ServiceContext): Service => {
  const { name, project, yaml } = context;
  const deploy = isRecord(raw.deploy) ? raw.deploy : {};
  const limits =
    isRecord(deploy.resources) && isRecord(deploy.resources.limits) ? deploy.resources.limits : {};
  const healthcheck = parseHealthcheck(raw.healthcheck, yaml.locate(['services', name, 'healthcheck']));
  const memory = raw.mem_limit ?? limits.memory;
  const cpus = raw.cpus ?? limits.cpus;
  const optional = {
    image: text(raw.image),
    build: parseBuild(raw.build, context.folder),
    command: words(raw.command),
    entrypoint: words(raw.entrypoint),
    workingDir: text(raw.working_dir),
    user: text(raw.user),
    healthcheck,
    memoryLimit: memory === undefined ? undefined : parseBytes(String(memory)),
    cpuLimit: cpus === undefined ? undefined : Number(cpus),
    stopSignal: text(raw.stop_signal),
  };
  return {
    name,
    location: yaml.locateKey(['services', name]),
    containerName: text(raw.container_name) ?? `${project}-${name}-1`,
    environment: { ...context.fileVariables, ...environment(raw.environment, context.env) },
    ports: ports(raw.ports, context),
    expose: list(raw.expose).map((port) => Number.parseInt(String(port), 10)),
    dependsOn: dependencies(raw.depends_on),
    mounts: mounts(raw, context),
    restart: restartPolicy(text(raw.restart)),
    stopGraceMs: parseComposeDuration(raw.stop_grace_period) ?? STOP_GRACE,
    replicas: Number(deploy.replicas ?? raw.scale ?? 1),
    ...withoutUndefined(optional),
  };
};

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** Optional members are absent, never `undefined`. */
const withoutUndefined = <T extends object>(members: T): Defined<T> =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Defined<T>;

const text = (value: unknown): string | undefined =>
  value === undefined || value === null ? undefined : String(value);

const list = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
};

const words = (value: unknown): readonly string[] | undefined => {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' ? shellWords(value) : undefined;
};

const parseBuild = (value: unknown, folder: string): Build | undefined => {
  if (typeof value === 'string') return { context: resolve(folder, value), args: {} };
  if (!isRecord(value)) return undefined;
  return {
    context: resolve(folder, text(value.context) ?? '.'),
    args: environment(value.args, {}),
    ...withoutUndefined({ dockerfile: text(value.dockerfile), target: text(value.target) }),
  };
};

const environment = (
  value: unknown,
  env: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> => {
  const variables: Record<string, string> = {};
  for (const [key, item] of Object.entries(asMapping(value))) {
    const given = text(item) ?? env[key];
    if (given !== undefined) variables[key] = given;
  }
  return variables;
};

const ports = (value: unknown, { name, yaml, diagnostics }: ServiceContext): readonly PublishedPort[] =>
  list(value).flatMap((entry, index) => {
    const location = yaml.locate(['services', name, 'ports', index]);
    const parsed = parsePort(entry, location);
    if (typeof parsed !== 'string') return parsed;
    diagnostics.push({ code: 'invalid-port', severity: 'error', message: parsed, location });
    return [];
  });

const mounts = (raw: RawService, { name, yaml, folder, diagnostics }: ServiceContext): readonly Mount[] => [
  ...list(raw.volumes).flatMap((entry, index) => {
    const parsed = parseMount(entry, folder);
    if (typeof parsed !== 'string') return [parsed];
    const location = yaml.locate(['services', name, 'volumes', index]);
    diagnostics.push({ code: 'invalid-volume', severity: 'error', message: parsed, location });
    return [];
  }),
  ...list(raw.tmpfs).map((entry) => parseTmpfs(String(entry))),
];

const dependencies = (value: unknown): readonly Dependency[] => {
  if (Array.isArray(value))
    return value.map((service) => ({ service: String(service), condition: 'service_started' as const }));
  if (!isRecord(value)) return [];
  return Object.entries(value).map(([service, how]) => ({
    service,
    condition: ((isRecord(how) ? how.condition : undefined) ?? 'service_started') as Dependency['condition'],
  }));
};

const restartPolicy = (value: string | undefined): RestartPolicy => {
  const [name = 'no', retries] = (value ?? 'no').split(':');
  return {
    name: name as RestartPolicy['name'],
    ...(retries === undefined ? {} : { maxRetries: Number(retries) }),
  };
};
