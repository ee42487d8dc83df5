import { createHash } from 'node:crypto';
import type { NamedVolume } from '../../../../compose/model.ts';
import type { Supervisor } from '../../supervisor-model.ts';
import { networkOf } from './container.ts';

/** What `docker inspect` shows of a named volume. */
export const volumeObject = (
  { system }: Supervisor,
  { name }: NamedVolume,
): Readonly<Record<string, unknown>> => ({
  Driver: 'local',
  Labels: { 'com.docker.compose.project': system.project, 'com.docker.compose.volume': name },
  Mountpoint: '',
  Name: `${system.project}_${name}`,
  Options: null,
  Scope: 'local',
});

/** What `docker inspect` shows of the project's network. */
export const networkObject = (supervisor: Supervisor): Readonly<Record<string, unknown>> => ({
  Name: networkOf(supervisor),
  Scope: 'local',
  Driver: 'bridge',
  Internal: false,
  Containers: Object.fromEntries(
    supervisor
      .containers()
      .map(({ id, name, ipAddress = '' }) => [id, { Name: name, IPv4Address: ipAddress }]),
  ),
  Labels: { 'com.docker.compose.project': supervisor.system.project },
});

/** 64 hex digits for what has a name and no id of its own here. */
export const idOf = (name: string): string => createHash('sha256').update(name).digest('hex');
