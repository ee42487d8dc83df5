import type { Diagnostic } from '../core/diagnostic.ts';
import type { Location } from '../core/location.ts';
import { fieldsOf, type Fields } from './fields.ts';
import { parseHealthcheck, type PartialHealthcheck } from './healthcheck.ts';
import type { Variables } from './interpolate.ts';
import { isRecord } from '../core/yaml.ts';
import { asMapping, asNamed, type Mapping } from './merge.ts';
import type { Build, Dependency, Mount, PublishedPort, RestartPolicy, Service } from './model.ts';
import { parseMount, parseTmpfs } from './mounts.ts';
import { usualContainerName } from './names.ts';
import { serviceNetworks } from './networks.ts';
import { parseExposed, parsePort } from './ports.ts';
import { signalName } from './signal.ts';
import { parseBytes, parseComposeDuration, shellWords } from './quantities.ts';
import { withoutUndefined } from './without-undefined.ts';

const STOP_GRACE = 10_000;

export interface ServiceContext {
  readonly name: string;
  readonly project: string;
  /** Where the service's name stands. */
  readonly location: Location;
  /** Variables of the service's `env_file`s. */
  readonly fileVariables: Readonly<Record<string, string>>;
  /** For variables that `environment:` names without a value. */
  readonly variables: Variables;
}

export interface ReadService {
  /** Without its health check, which may be the image's. */
  readonly service: Service;
  readonly healthcheck: PartialHealthcheck | 'disabled' | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** A service from its interpolated, merged YAML. */
export const readService = (raw: Mapping, context: ServiceContext): ReadService => {
  const { name, project, location, variables, fileVariables } = context;
  const diagnostics: Diagnostic[] = [];
  const fields = fieldsOf(raw, `"${name}"`, location, diagnostics);
  const deploy = fields.inner('deploy');
  const limits = deploy.inner('resources').inner('limits');
  const service = {
    name,
    location,
    containerName: fields.text('container_name') ?? usualContainerName(project, name),
    environment: environment(fields.value('environment'), variables, fileVariables),
    ports: fields.list('ports').flatMap(({ entry, location: at }) => readPort(entry, at, diagnostics)),
    expose: fields
      .list('expose')
      .flatMap(({ entry }) => parseExposed(String(entry)) ?? refuse(fields, 'expose', entry)),
    dependsOn: dependencies(fields.value('depends_on')),
    mounts: mounts(fields, diagnostics),
    restart: fields.read('restart', restartPolicy, 'no, always, on-failure[:TRIES] or unless-stopped') ?? {
      name: 'no',
    },
    stopGraceMs:
      fields.read('stop_grace_period', parseComposeDuration, 'a duration such as 10s or 1m30s') ?? STOP_GRACE,
    networks: serviceNetworks(fields.value('networks')),
    replicas: fields.read('scale', count, 'a number') ?? deploy.read('replicas', count, 'a number') ?? 1,
    ...withoutUndefined({
      unset: unset(fields.value('environment'), variables),
      image: fields.text('image'),
      build: parseBuild(fields, variables),
      command: words(fields, 'command'),
      entrypoint: words(fields, 'entrypoint'),
      workingDir: fields.text('working_dir'),
      user: fields.text('user'),
      memoryLimit: memory(fields, 'mem_limit') ?? memory(limits, 'memory'),
      cpuLimit:
        fields.read('cpus', amount, 'a number such as 0.5') ?? limits.read('cpus', amount, "a number: '0.5'"),
      stopSignal: fields.read('stop_signal', signalName, 'a signal such as SIGQUIT, 3 or SIGRTMIN+3'),
      init: fields.flag('init') || undefined,
      sharedMemory: memory(fields, 'shm_size'),
      keepsInput: fields.flag('stdin_open') || undefined,
      terminal: fields.flag('tty') || undefined,
    }),
  } satisfies Service;
  const healthcheck =
    fields.value('healthcheck') === undefined
      ? undefined
      : parseHealthcheck(fields.inner('healthcheck'), fields.locate('healthcheck'));
  return { service, healthcheck, diagnostics };
};

const amount = (text: string): number | undefined =>
  Number(text) >= 0 ? Number(text) || undefined : undefined;

const count = (text: string): number | undefined => (/^\d+$/.test(text) ? Number(text) : undefined);

const memory = (fields: Fields, key: string): number | undefined =>
  fields.read(key, parseBytes, 'a size such as 64m or 1g') || undefined;

const refuse = (fields: Fields, key: string, entry: unknown): readonly never[] => {
  fields.refuse(key, `"${String(entry)}" is no port`, 'write a container port: "5432"');
  return [];
};

const words = (fields: Fields, key: string): readonly string[] | undefined => {
  const value = fields.value(key);
  if (Array.isArray(value)) return value.map(String);
  if (typeof value !== 'string') return undefined;
  const split = shellWords(value);
  if (split === undefined) {
    const hint = `write it as ["sh", "-c", "…"]`;
    fields.refuse(
      key,
      `Compose runs no shell: "${key}" cannot have pipes, redirections or several commands`,
      hint,
    );
  }
  return split;
};

const parseBuild = (service: Fields, variables: Variables): Build | undefined => {
  const value = service.value('build');
  if (value === undefined) return undefined;
  if (typeof value === 'string') return { context: value, args: {} };
  const fields = service.inner('build');
  const context = fields.text('context') ?? '.';
  return {
    context,
    args: environment(fields.value('args'), variables, {}),
    ...withoutUndefined({ dockerfile: fields.text('dockerfile'), target: fields.text('target') }),
  };
};

/** A name without a value has the one of the surroundings; where they have none it is not there, whatever `others` say. */
const environment = (
  value: unknown,
  variables: Variables,
  others: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> => {
  const named = Object.entries(asMapping(value)).map(
    ([key, item]) => [key, item === null ? variables[key] : String(item)] as const,
  );
  return Object.fromEntries(
    Object.entries({ ...others, ...Object.fromEntries(named) }).flatMap(([key, item]) =>
      item === undefined ? [] : [[key, item] as const],
    ),
  );
};

/** Of a service, unlike of `build.args`, these are not the image's either. */
const unset = (value: unknown, variables: Variables): readonly string[] | undefined => {
  const names = Object.entries(asMapping(value)).flatMap(([key, item]) =>
    item === null && variables[key] === undefined ? [key] : [],
  );
  return names.length === 0 ? undefined : names;
};

const readPort = (
  entry: unknown,
  location: Location,
  diagnostics: Diagnostic[],
): readonly PublishedPort[] => {
  const parsed = parsePort(entry, location);
  if (typeof parsed !== 'string') return parsed;
  diagnostics.push({
    code: 'invalid-port',
    severity: 'error',
    message: parsed,
    location,
    hint: 'write HOST:CONTAINER, such as "8000:80"; ports are 1 to 65535',
  });
  return [];
};

const mounts = (fields: Fields, diagnostics: Diagnostic[]): readonly Mount[] =>
  [
    ...fields
      .list('volumes')
      .map(({ entry, location }) => ({ mount: parseMount(entry, location), location })),
    ...fields.list('tmpfs').map(({ entry, location }) => ({ mount: parseTmpfs(String(entry)), location })),
  ].flatMap(({ mount, location }) => {
    if (typeof mount !== 'string') return [mount];
    diagnostics.push({ code: 'invalid-volume', severity: 'error', message: mount, location });
    return [];
  });

const dependencies = (value: unknown): readonly Dependency[] =>
  Object.entries(asNamed(value ?? [])).map(([service, how]) => {
    const { condition, restart }: Mapping = isRecord(how) ? how : {};
    return {
      service,
      condition: (condition ?? 'service_started') as Dependency['condition'],
      ...(String(restart) === 'true' && { restart: true }),
    };
  });

const restartPolicy = (text: string): RestartPolicy | undefined => {
  const [, name, retries] = /^(no|false|always|unless-stopped|on-failure)(?::(\d+))?$/.exec(text) ?? [];
  if (name === undefined || (retries !== undefined && name !== 'on-failure')) return undefined;
  return {
    name: (name === 'false' ? 'no' : name) as RestartPolicy['name'],
    // As the engine has it: 0 is no limit.
    ...(Number(retries) > 0 && { maxRetries: Number(retries) }),
  };
};
