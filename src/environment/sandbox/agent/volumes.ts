import { join } from 'node:path';
import type { Mount, NamedVolume, Service, System } from '../../../compose/model.ts';
import { asBuilt } from '../../../compose/as-built.ts';
import { quote } from '../../../core/quote.ts';
import { imageOf } from '../images/images.ts';
import { paths } from '../paths.ts';
import type { BoundFolder } from './bubblewrap.ts';
import { builtContent } from './build-context.ts';
import { type FileSystem, mountAll, overlay, unmountVolume, volume } from './mounts.ts';

/** A volume that a container uses: mounted on the drill's host, so that its data outlive the container. */
interface UsedVolume {
  readonly folder: string;
  readonly target: string;
  readonly readOnly: boolean;
  readonly sizeBytes: number | undefined;
  /** What it begins with. */
  readonly content?: string | undefined;
}

/** The volumes of the drill: named ones are shared, anonymous ones belong to one service's replica. */
export class Volumes {
  readonly #system: System;
  readonly #mounted = new Set<string>();

  constructor(system: System) {
    this.#system = system;
  }

  /** What to bind into a container. */
  binds(service: Service, replica: number): readonly BoundFolder[] {
    return this.#used(service, replica).map(({ folder, target, readOnly }) => ({
      source: folder,
      target,
      readOnly,
    }));
  }

  /** What of it is to be mounted now: counts as mounted from here on. */
  take(service: Service, replica: number): readonly FileSystem[] {
    const fresh = this.#used(service, replica).filter(({ folder }) => !this.#mounted.has(folder));
    for (const { folder } of fresh) this.#mounted.add(folder);
    return fresh.map(({ folder, sizeBytes, content }) =>
      content === undefined ? volume(folder, sizeBytes) : overlay([content], folder),
    );
  }

  /** The script that empties a container's tmpfs mounts: they do not outlive its process. */
  renewal(service: Service, replica: number): string {
    const systems = service.mounts.flatMap((mount) =>
      mount.type === 'tmpfs' ? [volume(folderOf(mount, service, replica), mount.sizeBytes)] : [],
    );
    return [...systems.map(({ target }) => `umount ${quote(target)}`), mountAll(systems)].join('\n');
  }

  /** The script that removes a container's anonymous volumes and, if asked to, the named ones; their data with them. */
  remove(service: Service, replica: number, named: boolean): string {
    const own = anonymousPrefix(service, replica);
    const sources = named ? namedFolders(service) : [];
    const gone = [...this.#mounted].filter((folder) => folder.startsWith(own) || sources.includes(folder));
    for (const folder of gone) this.#mounted.delete(folder);
    return gone.map(unmountVolume).join('\n');
  }

  /** The named ones that are there. */
  get named(): readonly NamedVolume[] {
    return this.#system.volumes.filter(({ name }) => this.#mounted.has(named(name)));
  }

  /** The script that removes named volumes that no container has. */
  removeNamed(volumes: readonly NamedVolume[]): string {
    const gone = volumes.map(({ name }) => named(name)).filter((folder) => this.#mounted.delete(folder));
    return gone.map(unmountVolume).join('\n');
  }

  #used(service: Service, replica: number): readonly UsedVolume[] {
    const declared = service.mounts.filter((mount) => mount.type !== 'bind');
    const targets = new Set(service.mounts.map(({ target }) => target));
    const implied = (imageOf(service)?.volumes(asBuilt(service)) ?? []).filter(
      (target) => !targets.has(target),
    );
    return [
      ...declared.map((mount) => ({
        folder: folderOf(mount, service, replica),
        target: mount.target,
        readOnly: mount.type === 'volume' && mount.readOnly,
        sizeBytes: this.#size(mount),
        ...(mount.type === 'volume' && { content: builtContent(service, mount.target) }),
      })),
      ...implied.map((target) => ({
        folder: anonymous(service, replica, target),
        target,
        readOnly: false,
        sizeBytes: undefined,
      })),
    ];
  }

  #size(mount: Exclude<Mount, { type: 'bind' }>): number | undefined {
    if (mount.type === 'tmpfs') return mount.sizeBytes;
    return this.#system.volumes.find(({ name }) => name === mount.source)?.sizeBytes;
  }
}

const folderOf = (mount: Exclude<Mount, { type: 'bind' }>, service: Service, replica: number): string =>
  mount.type === 'volume' && mount.source !== undefined
    ? named(mount.source)
    : anonymous(service, replica, mount.target);

const named = (name: string): string => join(paths.volumes, 'named', name);

const anonymousPrefix = (service: Service, replica: number): string =>
  join(paths.volumes, 'anonymous', `${service.name}-${replica}`, '/');

const anonymous = (service: Service, replica: number, target: string): string =>
  `${anonymousPrefix(service, replica)}${target.replaceAll('/', '-')}`;

const namedFolders = (service: Service): readonly string[] =>
  service.mounts.flatMap((mount) =>
    mount.type === 'volume' && mount.source !== undefined ? [named(mount.source)] : [],
  );
