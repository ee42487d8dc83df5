import { SCOPE_LABEL } from '../../src/environment/docker/socket/names.ts';
import type { Passed } from './recording-engine.ts';

/** What belongs to the drill, by the engine's names. */
export interface Owned {
  readonly run: string;
  readonly containers: readonly string[];
  readonly networks: readonly string[];
  readonly volumes: readonly string[];
  readonly images: readonly string[];
}

/**
 * Why a request must not have come through to the engine; written down apart from the filter's own table, from what each endpoint of
 * the engine can do.
 */
export const objection = (passed: Passed, owned: Owned): string | undefined => {
  const { method, path, query, body } = passed;
  const [, kind = '', reference = '', ...verbs] = path.split('/');
  const told = `${method} ${path}?${query.toString()} ${body}`;
  if (/%|\.\.|\/\/|\\|[A-Z]/.test(path.replaceAll(/[a-f0-9]{64}/g, 'id'))) return `odd path: ${told}`;
  if (body !== '' && (method === 'GET' || method === 'DELETE')) return `a body: ${told}`;
  const verb = verbs.at(-1) ?? '';
  switch (kind) {
    case '_ping':
    case 'version':
    case 'info':
    case 'events':
    case 'system':
      return method === 'GET' || method === 'HEAD' ? undefined : told;
    case 'containers':
      if (reference === 'json' || reference === 'prune') return scoped(query, owned) ? undefined : told;
      if (reference === 'create') return created(body, owned) ? undefined : told;
      return owned.containers.includes(reference) && !/^(commit|copy|checkpoints|ws)$/.test(verb)
        ? undefined
        : told;
    case 'exec':
      return /^[0-9a-f]{64}$/.test(reference) && verb === 'json' ? undefined : told;
    case 'networks':
      if (reference === '' || reference === 'prune') return scoped(query, owned) ? undefined : told;
      if (reference === 'create')
        return labelled(body, owned) && !/Options|Subnet/.test(body) ? undefined : told;
      return owned.networks.includes(reference) && connected(body, owned) ? undefined : told;
    case 'volumes':
      if (reference === '' || reference === 'prune') return scoped(query, owned) ? undefined : told;
      if (reference === 'create') return labelled(body, owned) && !/DriverOpts/.test(body) ? undefined : told;
      return owned.volumes.includes(reference) || (method === 'GET' && reference.startsWith(prefix(owned)))
        ? undefined
        : told;
    case 'images': {
      if (path === '/images/json') return method === 'GET' ? undefined : told;
      if (path === '/images/prune') return scoped(query, owned) ? undefined : told;
      const name = [reference, ...verbs.slice(0, -1)].join('/');
      return method === 'GET' && owned.images.includes(name) && /^(json|history)$/.test(verb)
        ? undefined
        : told;
    }
    default:
      return told;
  }
};

const prefix = ({ run }: Owned): string => `drillbook-${run}-`;

const scoped = (query: URLSearchParams, { run }: Owned): boolean => {
  const filters = JSON.parse(query.get('filters') ?? '{}') as { label?: readonly string[] };
  return filters.label?.includes(`${SCOPE_LABEL}=${run}`) === true;
};

const labelled = (body: string, { run }: Owned): boolean => {
  const { Labels } = JSON.parse(body) as { Labels?: Record<string, string> };
  return Labels?.[SCOPE_LABEL] === run;
};

const connected = (body: string, owned: Owned): boolean => {
  const { Container } = JSON.parse(body || '{}') as { Container?: string };
  return Container === undefined || owned.containers.includes(Container);
};

/** All that ties a container to the machine. */
const HARMFUL =
  /Privileged|Binds|"Type":"bind"|Devices|DeviceRequests|CapAdd|SecurityOpt|PidMode|UTSMode|UsernsMode|Sysctls|CgroupParent|Runtime|"NetworkMode":"host"|"IpcMode":"(host|container)|PortBindings|DriverConfig|MaskedPaths/i;

const created = (body: string, owned: Owned): boolean => {
  const { HostConfig } = JSON.parse(body) as {
    HostConfig?: {
      NetworkMode?: string;
      VolumesFrom?: string[];
      Mounts?: { Type: string; Source?: string }[];
    };
  };
  const mode = HostConfig?.NetworkMode ?? '';
  const network =
    mode === 'none' ||
    mode.startsWith(prefix(owned)) ||
    owned.containers.includes(mode.slice('container:'.length));
  const volumes = (HostConfig?.Mounts ?? []).every(
    ({ Source = '' }) => Source === '' || Source.startsWith(prefix(owned)) || owned.volumes.includes(Source),
  );
  const from = (HostConfig?.VolumesFrom ?? []).every((entry) =>
    owned.containers.includes(entry.split(':')[0] ?? ''),
  );
  return labelled(body, owned) && network && volumes && from && !HARMFUL.test(body);
};
