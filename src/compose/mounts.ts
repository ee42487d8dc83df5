import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { isRecord } from '../core/yaml.ts';
import type { Mount, NamedVolume } from './model.ts';
import { parseBytes } from './quantities.ts';

/** One entry of a service's `volumes:`, in its short form (`./data:/data:ro`, `name:/data`, `/data`) or its long one. */
export const parseMount = (entry: unknown, folder: string): Mount | string => {
  if (isRecord(entry)) return longForm(entry, folder);
  const parts = String(entry).split(':');
  const [source, target, options = ''] = parts.length === 1 ? [undefined, parts[0]] : parts;
  if (target === undefined || !target.startsWith('/'))
    return `"${String(entry)}" has no absolute path in the container`;
  const readOnly = options.split(',').includes('ro');
  if (source !== undefined && /^[./~]/.test(source))
    return { type: 'bind', source: hostPath(source, folder), target, readOnly };
  return { type: 'volume', target, readOnly, ...(source === undefined ? {} : { source }) };
};

const longForm = (entry: Record<string, unknown>, folder: string): Mount | string => {
  const { type, source } = entry;
  const target = String(entry.target);
  const readOnly = entry.read_only === true;
  switch (type) {
    case 'bind':
      return { type, source: hostPath(String(source), folder), target, readOnly };
    case 'volume':
      return { type, target, readOnly, ...(source === undefined ? {} : { source: String(source) }) };
    case 'tmpfs': {
      const size = isRecord(entry.tmpfs) ? parseBytes(String(entry.tmpfs.size ?? '')) : undefined;
      return { type, target, ...(size === undefined ? {} : { sizeBytes: size }) };
    }
    default:
      return `a mount of type "${String(type)}" cannot be made in a drill: use bind, volume or tmpfs`;
  }
};

const hostPath = (source: string, folder: string): string =>
  source.startsWith('~') ? resolve(homedir(), source.slice(1).replace(/^\//, '')) : resolve(folder, source);

/** An entry of `tmpfs:`: `/run` or `/run:size=64m`. */
export const parseTmpfs = (entry: string): Mount => {
  const [target = entry, options = ''] = entry.split(':');
  const size = sizeOption(options);
  return { type: 'tmpfs', target, ...(size === undefined ? {} : { sizeBytes: size }) };
};

/** A top-level volume; `driver_opts: { type: tmpfs, o: "size=64m" }` gives it a size. */
export const parseVolume = (name: string, value: unknown): NamedVolume => {
  const options = isRecord(value) && isRecord(value.driver_opts) ? value.driver_opts : {};
  const size = sizeOption(String(options.o ?? '')) ?? parseBytes(String(options.size ?? ''));
  return { name, ...(size === undefined ? {} : { sizeBytes: size }) };
};

const sizeOption = (options: string): number | undefined => {
  const size = options.split(',').find((option) => option.trim().startsWith('size='));
  return size === undefined ? undefined : parseBytes(size.trim().slice('size='.length));
};
