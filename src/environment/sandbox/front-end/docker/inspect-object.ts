import { networkName } from '../../../../compose/names.ts';
import type { Container, Supervisor } from '../../supervisor-model.ts';
import { goTime } from '../units.ts';
import { dockerState, imageOf, labelsOf, networksOf } from './container.ts';
import { portsOf } from './ports.ts';

/** What `docker inspect` shows of a container (docs.docker.com/reference/api/engine, ContainerInspect). */
export const inspectObject = (
  supervisor: Supervisor,
  container: Container,
): Readonly<Record<string, unknown>> => {
  const [path = '', ...args] = container.argv;
  return {
    Id: container.id,
    Created: goTime(container.createdAt),
    Path: path,
    Args: args,
    State: state(container),
    Image: imageOf(supervisor, container),
    Name: `/${container.name}`,
    RestartCount: container.status.restarts,
    Driver: 'overlay2',
    Platform: 'linux',
    HostConfig: hostConfig(container, networksOf(supervisor, container)),
    Mounts: mounts(container),
    Config: config(supervisor, container),
    NetworkSettings: networkSettings(supervisor, container),
  };
};

const state = (container: Container) => {
  const { status, startedAt, finishedAt, pid } = container;
  const word = dockerState(container);
  return {
    Status: word,
    Running: !['created', 'exited'].includes(word),
    Paused: word === 'paused',
    Restarting: word === 'restarting',
    OOMKilled: status.oomKilled,
    Dead: false,
    Pid: pid ?? 0,
    ExitCode: status.exitCode ?? 0,
    Error: '',
    StartedAt: goTime(startedAt),
    FinishedAt: goTime(finishedAt),
    ...(status.health === undefined ? {} : { Health: { Status: status.health, FailingStreak: 0, Log: [] } }),
  };
};

const hostConfig = ({ service }: Container, networks: readonly string[]) => ({
  NetworkMode: networks[0],
  PortBindings: Object.fromEntries(
    service.ports.map(({ target, protocol, hostIp = '', published }) => [
      `${target}/${protocol}`,
      [{ HostIp: hostIp, HostPort: published === undefined ? '' : String(published) }],
    ]),
  ),
  RestartPolicy: { Name: service.restart.name, MaximumRetryCount: service.restart.maxRetries ?? 0 },
  Memory: service.memoryLimit ?? 0,
  NanoCpus: Math.round((service.cpuLimit ?? 0) * 1e9),
  Privileged: false,
  ...(service.init && { Init: true }),
});

const mounts = ({ service }: Container) =>
  service.mounts.map((mount) => ({
    Type: mount.type,
    ...(mount.type === 'volume' ? { Name: mount.source ?? '', Driver: 'local' } : {}),
    Source: mount.type === 'bind' ? mount.source : '',
    Destination: mount.target,
    Mode: mount.type !== 'tmpfs' && mount.readOnly ? 'ro' : 'rw',
    RW: mount.type === 'tmpfs' || !mount.readOnly,
  }));

const config = (supervisor: Supervisor, container: Container) => {
  const { service } = container;
  return {
    Hostname: container.id.slice(0, 12),
    User: service.user ?? '',
    Env: Object.entries(service.environment).map(([name, value]) => `${name}=${value}`),
    Cmd: service.command ?? container.argv,
    ...(service.healthcheck === undefined ? {} : { Healthcheck: healthcheck(service.healthcheck) }),
    Image: imageOf(supervisor, container),
    WorkingDir: service.workingDir ?? '',
    Entrypoint: service.entrypoint ?? null,
    Labels: labelsOf(supervisor, container),
    StopSignal: service.stopSignal ?? 'SIGTERM',
  };
};

const NANOSECONDS = 1e6;

const healthcheck = ({
  test,
  interval,
  timeout,
  startPeriod,
  retries,
}: NonNullable<Container['service']['healthcheck']>) => ({
  Test: 'shell' in test ? ['CMD-SHELL', test.shell] : ['CMD', ...test.argv],
  Interval: interval * NANOSECONDS,
  Timeout: timeout * NANOSECONDS,
  StartPeriod: startPeriod * NANOSECONDS,
  Retries: retries,
});

const networkSettings = (supervisor: Supervisor, container: Container) => {
  const { service, name, ipAddress = '' } = container;
  const byPort = Map.groupBy(portsOf(container), ({ target, protocol }) => `${target}/${protocol}`);
  const bindings = [...byPort].map(([port, entries]) => {
    const hosts = entries.flatMap(({ host }) => (host === undefined ? [] : [host]));
    return [
      port,
      hosts.length === 0 ? null : hosts.map((host) => ({ HostIp: host.ip, HostPort: String(host.port) })),
    ];
  });
  return {
    Ports: Object.fromEntries(bindings) as Readonly<Record<string, unknown>>,
    IPAddress: '',
    Networks: Object.fromEntries(
      service.networks.map(({ network, aliases }) => {
        const names = [name, service.name, ...aliases];
        return [
          networkName(supervisor.system, network),
          { Aliases: names, IPAddress: ipAddress, DNSNames: [...names, container.id.slice(0, 12)] },
        ];
      }),
    ),
  };
};
