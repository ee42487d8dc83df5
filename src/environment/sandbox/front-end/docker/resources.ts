import { createHash } from 'node:crypto';
import type { NamedNetwork, NamedVolume } from '../../../../compose/model.ts';
import { volumeName } from '../../../../compose/names.ts';
import type { Container, Supervisor } from '../../supervisor-model.ts';
import { networksOf } from './container.ts';

/** What `docker inspect` shows of a named volume. */
export const volumeObject = (
  supervisor: Supervisor,
  volume: NamedVolume,
): Readonly<Record<string, unknown>> => ({
  Driver: 'local',
  Labels: {
    'com.docker.compose.project': supervisor.system.project,
    'com.docker.compose.volume': volume.name,
  },
  Mountpoint: '',
  Name: volumeName(supervisor.system, volume),
  Options: null,
  Scope: 'local',
});

/** The containers that have it, also stopped ones. */
export const usersOf = (supervisor: Supervisor, { name }: NamedVolume): readonly Container[] =>
  supervisor
    .containers()
    .filter(({ service }) =>
      service.mounts.some((mount) => mount.type === 'volume' && mount.source === name),
    );

/** What `docker inspect` shows of a network of the file's. Here they are one. */
export const networkObject = (
  supervisor: Supervisor,
  { key, name: network, internal = false, external }: NamedNetwork,
): Readonly<Record<string, unknown>> => ({
  Name: network,
  Scope: 'local',
  Driver: 'bridge',
  Internal: internal,
  Containers: Object.fromEntries(
    supervisor
      .containers()
      .filter((container) => networksOf(supervisor, container).includes(network))
      .map(({ id, name, ipAddress = '' }) => [id, { Name: name, IPv4Address: ipAddress }]),
  ),
  Labels: external
    ? {}
    : { 'com.docker.compose.network': key, 'com.docker.compose.project': supervisor.system.project },
});

/** 64 hex digits for what has a name and no id of its own here. */
export const idOf = (name: string): string => createHash('sha256').update(name).digest('hex');
