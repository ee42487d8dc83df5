import { resolve } from 'node:path';
import { takePlaces } from '../core/places.ts';
import { isRecord } from '../core/yaml.ts';
import type { Mapping } from './merge.ts';
import { splitVolume } from './mounts.ts';
import { homeFolder } from '../core/home.ts';

/**
 * A service whose paths on the host are absolute, so that a service of a file in another folder may extend it. Binds in the
 * short form become the long one.
 */
export const withAbsolutePaths = (service: Mapping, folder: string): Mapping => {
  const absolute: Record<string, unknown> = { ...service };
  if (service.build !== undefined) absolute.build = build(service.build, folder);
  if (service.env_file !== undefined)
    absolute.env_file = each(service.env_file, (entry) => envFile(entry, folder));
  if (service.volumes !== undefined)
    absolute.volumes = each(service.volumes, (entry) => volume(entry, folder));
  return takePlaces(absolute, service);
};

const each = (value: unknown, change: (entry: unknown) => unknown): unknown =>
  Array.isArray(value) ? takePlaces(value.map(change), value) : change(value);

const build = (value: unknown, folder: string): unknown => {
  if (!isRecord(value)) return hostPath(String(value), folder);
  return takePlaces({ ...value, context: hostPath(String(value.context ?? '.'), folder) }, value);
};

const envFile = (entry: unknown, folder: string): unknown =>
  isRecord(entry)
    ? takePlaces({ ...entry, path: hostPath(String(entry.path), folder) }, entry)
    : hostPath(String(entry), folder);

const volume = (entry: unknown, folder: string): unknown => {
  if (isRecord(entry)) {
    return entry.type === 'bind' && typeof entry.source === 'string'
      ? takePlaces({ ...entry, source: hostPath(entry.source, folder) }, entry)
      : entry;
  }
  const parts = splitVolume(String(entry));
  if (parts?.source === undefined) return entry;
  const { source, target, readOnly } = parts;
  return /^[./~]/.test(source)
    ? { type: 'bind', source: hostPath(source, folder), target, read_only: readOnly }
    : { type: 'volume', source, target, read_only: readOnly };
};

const hostPath = (path: string, folder: string): string =>
  path === '~' || path.startsWith('~/') ? resolve(homeFolder(), path.slice(2)) : resolve(folder, path);
