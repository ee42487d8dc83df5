import { createHash } from 'node:crypto';
import type { Supervisor } from '../../supervisor-model.ts';
import { bool, list, text } from '../flags.ts';
import { formatListing, type Row } from '../format.ts';
import { atLeast, between, none, out, verb } from '../verb.ts';
import { dockerState, imageOf, networkOf } from './container.ts';
import { findObjects } from './inspect.ts';
import { networkObject, volumeObject } from './resources.ts';

const id = (name: string): string => createHash('sha256').update(name).digest('hex');

/** Images that a container of the drill was made of. */
export const imageRows = (supervisor: Supervisor, truncate: boolean): readonly Row[] =>
  [...new Set(supervisor.containers().map((container) => imageOf(supervisor, container)))]
    .sort()
    .map((image) => {
      const [, repository, tag = 'latest'] = /^(.*?)(?::([^:/]+))?$/.exec(image) ?? [];
      const hash = id(image);
      return {
        CreatedAt: 'N/A',
        CreatedSince: 'N/A',
        Digest: '<none>',
        ID: truncate ? hash.slice(0, 12) : `sha256:${hash}`,
        Repository: repository,
        Size: '0B',
        Tag: tag,
      };
    });

export const images = verb({
  names: ['images', 'image ls', 'image list'],
  usage: '[OPTIONS] [REPOSITORY[:TAG]]',
  flags: {
    all: bool('a'),
    digests: bool(),
    filter: list('f'),
    format: text(),
    'no-trunc': bool(),
    quiet: bool('q'),
  },
  arity: between(0, 1),
  async *run({ flags, operands: [wanted], supervisor }) {
    const rows = imageRows(supervisor, !flags['no-trunc']).filter(
      ({ Repository, Tag }) => wanted === undefined || [Repository, `${Repository}:${Tag}`].includes(wanted),
    );
    yield out(
      formatListing({
        format: flags.format,
        columns: ['Repository', 'Tag', 'ID', 'CreatedSince', 'Size'],
        headers: {
          CreatedAt: 'CREATED AT',
          CreatedSince: 'CREATED',
          Digest: 'DIGEST',
          ID: 'IMAGE ID',
          Repository: 'REPOSITORY',
          Size: 'SIZE',
          Tag: 'TAG',
        },
        rows,
        ...(flags.quiet ? { only: 'ID' } : {}),
      }),
    );
  },
});

export const volumeLs = verb({
  names: ['volume ls', 'volume list'],
  usage: '[OPTIONS]',
  flags: { filter: list('f'), format: text(), quiet: bool('q') },
  arity: none,
  async *run({ flags, supervisor }) {
    const rows = supervisor.system.volumes.map((volume) => {
      const { Driver, Mountpoint, Name, Scope } = volumeObject(supervisor, volume);
      return { Driver, Mountpoint, Name, Scope };
    });
    yield out(
      formatListing({
        format: flags.format,
        columns: ['Driver', 'Name'],
        headers: { Driver: 'DRIVER', Mountpoint: 'MOUNTPOINT', Name: 'VOLUME NAME', Scope: 'SCOPE' },
        rows,
        ...(flags.quiet ? { only: 'Name' } : {}),
      }),
    );
  },
});

export const networkLs = verb({
  names: ['network ls', 'network list'],
  usage: '[OPTIONS]',
  flags: { filter: list('f'), format: text(), 'no-trunc': bool(), quiet: bool('q') },
  arity: none,
  async *run({ flags, supervisor }) {
    const { Name, Driver, Scope } = networkObject(supervisor);
    const hash = id(networkOf(supervisor));
    yield out(
      formatListing({
        format: flags.format,
        columns: ['ID', 'Name', 'Driver', 'Scope'],
        headers: { Driver: 'DRIVER', ID: 'NETWORK ID', Name: 'NAME', Scope: 'SCOPE' },
        rows: [{ Driver, ID: flags['no-trunc'] ? hash : hash.slice(0, 12), Name, Scope }],
        ...(flags.quiet ? { only: 'ID' } : {}),
      }),
    );
  },
});

const usageRow = (Type: string, total: number, active: number) => ({
  Active: String(active),
  Reclaimable: '0B',
  Size: '0B',
  TotalCount: String(total),
  Type,
});

export const systemDf = verb({
  names: ['system df'],
  usage: '[OPTIONS]',
  flags: { format: text(), verbose: bool('v') },
  arity: none,
  async *run({ flags, supervisor }) {
    const containers = supervisor.containers();
    const running = containers.filter((container) => dockerState(container) === 'running').length;
    const imageCount = imageRows(supervisor, true).length;
    const volumes = supervisor.system.volumes.length;
    yield out(
      formatListing({
        format: flags.format,
        columns: ['Type', 'TotalCount', 'Active', 'Size', 'Reclaimable'],
        headers: {
          Active: 'ACTIVE',
          Reclaimable: 'RECLAIMABLE',
          Size: 'SIZE',
          TotalCount: 'TOTAL',
          Type: 'TYPE',
        },
        rows: [
          usageRow('Images', imageCount, imageCount),
          usageRow('Containers', containers.length, running),
          usageRow('Local Volumes', volumes, volumes),
          usageRow('Build Cache', 0, 0),
        ],
      }),
    );
  },
});

const inspectOf = (kind: 'volume' | 'network') =>
  verb({
    names: [`${kind} inspect`],
    usage: `[OPTIONS] ${kind.toUpperCase()} [${kind.toUpperCase()}...]`,
    flags: { format: text('f'), verbose: bool('v') },
    arity: atLeast(1),
    run: ({ flags, operands, supervisor }) => findObjects(supervisor, operands, kind, flags.format),
  });

export const volumeInspect = inspectOf('volume');
export const networkInspect = inspectOf('network');
