import { createServer, type Server } from 'node:http';
import {
  dockerState,
  findContainer,
  imageOf,
  isActive,
  labelsOf,
  networksOf,
  statusText,
} from '../../src/environment/sandbox/front-end/docker/container.ts';
import { inspectObject } from '../../src/environment/sandbox/front-end/docker/inspect-object.ts';
import { portsOf } from '../../src/environment/sandbox/front-end/docker/ports.ts';
import type { Container, LogLine } from '../../src/environment/sandbox/supervisor-model.ts';
import type { MemorySupervisor } from './memory-supervisor.ts';

/** What the engine answers: a status and a body, or a stream of frames. */
type Answer = { readonly status: number; readonly body?: unknown } | { readonly frames: readonly Buffer[] };

/**
 * As much of the Docker Engine's HTTP API (docs.docker.com/reference/api/engine) as the real client needs to print what
 * the front ends must print too. It changes nothing.
 */
export const dockerEngine = (supervisor: MemorySupervisor): Server =>
  createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://engine');
    const reply = answer(
      supervisor,
      url.pathname.replace(/^\/v[\d.]+/, ''),
      url.searchParams,
      request.method,
    );
    response.setHeader('api-version', '1.50');
    response.setHeader('ostype', 'linux');
    if ('frames' in reply) {
      response.setHeader('content-type', 'application/vnd.docker.multiplexed-stream');
      response.end(Buffer.concat(reply.frames));
      return;
    }
    response.setHeader('content-type', 'application/json');
    response.writeHead(reply.status);
    response.end(reply.body === undefined ? undefined : JSON.stringify(reply.body));
  });

const answer = (
  supervisor: MemorySupervisor,
  path: string,
  query: URLSearchParams,
  method = 'GET',
): Answer => {
  const [, kind, reference, verb] = path.split('/').map(decodeURIComponent);
  if (kind === '_ping') return { status: 200 };
  if (path === '/containers/json') return { status: 200, body: listing(supervisor, query) };
  if (path === '/volumes') return { status: 200, body: { Volumes: volumes(supervisor) } };
  if (reference === 'prune') return prune(supervisor, kind);
  if (kind !== 'containers' || reference === undefined) return refusal(404, 'page not found');
  try {
    return ofContainer(supervisor, findContainer(supervisor, reference), verb ?? method, query);
  } catch {
    return refusal(404, `No such container: ${reference}`);
  }
};

const refusal = (status: number, message: string): Answer => ({ status, body: { message } });

const prune = (supervisor: MemorySupervisor, kind: string | undefined): Answer => {
  const stopped = supervisor.containers().filter((container) => !isActive(container));
  const deleted = kind === 'containers' ? stopped.map(({ id }) => id) : null;
  return { status: 200, body: { ContainersDeleted: deleted, SpaceReclaimed: 0 } };
};

const ofContainer = (
  supervisor: MemorySupervisor,
  container: Container,
  verb: string,
  query: URLSearchParams,
): Answer => {
  const { id, name } = container;
  const running = isActive(container);
  switch (verb) {
    case 'json':
      return { status: 200, body: inspectObject(supervisor, container) };
    case 'logs':
      return { frames: logs(supervisor, container, query).map(frame) };
    case 'stats':
      return { status: 200, body: stats(container) };
    case 'exec':
      return running ? refusal(501, 'no exec here') : refusal(409, `container ${id} is not running`);
    case 'kill':
      return running
        ? { status: 204 }
        : refusal(409, `cannot kill container: ${name}: container ${id} is not running`);
    case 'DELETE':
      return running && query.get('force') !== '1'
        ? refusal(
            409,
            `cannot remove container "${name}": container is running: stop the container before removing or force remove`,
          )
        : { status: 204 };
    default:
      return { status: 204 };
  }
};

const listing = (supervisor: MemorySupervisor, query: URLSearchParams): readonly unknown[] => {
  const limit = Number(query.get('limit') ?? 0);
  const shown = supervisor
    .containers()
    .filter((container) => query.get('all') === '1' || limit > 0 || isActive(container));
  return (limit > 0 ? shown.slice(0, limit) : shown).map((container) => ({
    Id: container.id,
    Names: [`/${container.name}`],
    Image: imageOf(supervisor, container),
    ImageID: `sha256:${container.id}`,
    Command: container.argv.join(' '),
    Created: Math.trunc(container.createdAt.getTime() / 1000),
    Ports: portsOf(container).map(({ target, protocol, host }) => ({
      IP: host?.ip,
      PrivatePort: target,
      PublicPort: host?.port,
      Type: protocol,
    })),
    Labels: labelsOf(supervisor, container),
    State: dockerState(container),
    Status: statusText(container, new Date()),
    NetworkSettings: { Networks: { [networksOf(supervisor, container)[0] ?? '']: {} } },
    Mounts: container.service.mounts.map((mount) => ({
      Type: mount.type,
      Name: mount.type === 'volume' ? mount.source : '',
      Destination: mount.target,
      Driver: 'local',
    })),
  }));
};

const volumes = ({ system }: MemorySupervisor): readonly unknown[] =>
  system.volumes.map(({ name }) => ({ Name: `${system.project}_${name}`, Driver: 'local', Scope: 'local' }));

const logs = (
  supervisor: MemorySupervisor,
  { service }: Container,
  query: URLSearchParams,
): readonly LogLine[] => {
  const since = Number(query.get('since') ?? 0) * 1000;
  const lines = (supervisor.lines.get(service.name) ?? []).filter(({ time }) => time.getTime() >= since);
  const tail = Number(query.get('tail'));
  return Number.isNaN(tail) || query.get('tail') === null
    ? lines
    : lines.slice(Math.max(0, lines.length - tail));
};

const FRAME_HEADER = 8;

const frame = ({ stream, text }: LogLine): Buffer => {
  const content = Buffer.from(`${text}\n`);
  const header = Buffer.alloc(FRAME_HEADER);
  header[0] = stream === 'stdout' ? 1 : 2;
  header.writeUInt32BE(content.length, 4);
  return Buffer.concat([header, content]);
};

/** The figures of `MemorySupervisor.usage`, as the engine tells them. */
const stats = ({ id, name }: Container) => ({
  id,
  name: `/${name}`,
  read: '2026-11-21T04:00:01Z',
  preread: '2026-11-21T04:00:00Z',
  cpu_stats: { cpu_usage: { total_usage: 12_340_000 }, system_cpu_usage: 1_000_000_000, online_cpus: 1 },
  precpu_stats: { cpu_usage: { total_usage: 0 }, system_cpu_usage: 0 },
  memory_stats: { usage: 25.5 * 1024 ** 2, limit: 512 * 1024 ** 2, stats: {} },
  networks: { eth0: { rx_bytes: 1200, tx_bytes: 640 } },
  blkio_stats: {
    io_service_bytes_recursive: [
      { op: 'Read', value: 0 },
      { op: 'Write', value: 2_500_000 },
    ],
  },
  pids_stats: { current: 7 },
});
