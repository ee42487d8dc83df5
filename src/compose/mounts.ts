import { posix } from 'node:path';
import type { Location } from '../core/location.ts';
import { isRecord } from '../core/yaml.ts';
import type { Mount } from './model.ts';
import { parseBytes } from './quantities.ts';

/** Options of the short form that change nothing in a drill, next to `ro`. */
const OPTIONS = /^(?:rw|z|Z|nocopy|cached|delegated|consistent|r?(?:private|shared|slave))$/;

/** `SOURCE:TARGET:OPTIONS`, `SOURCE:TARGET` or `TARGET`; `undefined` for anything else. */
export const splitVolume = (
  text: string,
): { readonly source?: string; readonly target: string; readonly readOnly: boolean } | undefined => {
  const [first, second, options = '', ...more] = text.split(':');
  const target = second ?? first;
  if (first === undefined || target === undefined || !target.startsWith('/') || more.length > 0)
    return undefined;
  const others = options.split(',').filter((option) => option !== 'ro' && option !== '');
  if (!others.every((option) => OPTIONS.test(option)) || first === '') return undefined;
  const readOnly = options.split(',').includes('ro');
  return { target: cleaned(target), readOnly, ...(second === undefined ? {} : { source: first }) };
};

/** One entry of a service's `volumes:`; a text is what is wrong with it. */
export const parseMount = (entry: unknown, location: Location): Mount | string => {
  if (isRecord(entry)) return longForm(entry, location);
  const parts = splitVolume(String(entry));
  return parts === undefined
    ? `"${String(entry)}" is no volume: write ./folder:/path, name:/path or /path, with :ro to make it read-only`
    : { type: 'volume', ...parts };
};

const longForm = (entry: Record<string, unknown>, location: Location): Mount | string => {
  const { type, source } = entry;
  if (typeof entry.target !== 'string' || !entry.target.startsWith('/'))
    return 'a volume needs a "target": an absolute path in the container';
  const target = cleaned(entry.target);
  const readOnly = String(entry.read_only) === 'true';
  switch (type) {
    case 'bind':
      if (typeof source !== 'string') return 'a bind needs a "source": a path on the host';
      return { type, source, target, readOnly, location };
    case 'volume':
      return { type, target, readOnly, ...(source === undefined ? {} : { source: String(source) }) };
    case 'tmpfs': {
      const size = isRecord(entry.tmpfs) ? entry.tmpfs.size : undefined;
      if (size === undefined) return { type, target };
      const sizeBytes = parseBytes(String(size));
      return sizeBytes === undefined
        ? `"${String(size)}" is no size: write 64m`
        : { type, target, sizeBytes };
    }
    default:
      return `a mount of type "${String(type)}" cannot be made in a drill: use bind, volume or tmpfs`;
  }
};

const cleaned = (path: string): string => {
  const normal = posix.normalize(path);
  return normal.length > 1 && normal.endsWith('/') ? normal.slice(0, -1) : normal;
};

/** An entry of `tmpfs:`: `/run` or `/run:size=64m`; a text is what is wrong with it. */
export const parseTmpfs = (entry: string): Mount | string => {
  const [target = entry, options = ''] = entry.split(':');
  if (!target.startsWith('/')) return `"${target}" is no absolute path in the container`;
  const size = sizeOption(options);
  if (size === undefined) return { type: 'tmpfs', target: cleaned(target) };
  const sizeBytes = parseBytes(size);
  return sizeBytes === undefined
    ? `"${size}" is no size: write size=64m`
    : { type: 'tmpfs', target: cleaned(target), sizeBytes };
};

/** Of the options of a mount: `size=64m`. */
export const sizeOption = (options: string): string | undefined =>
  options
    .split(',')
    .map((option) => option.trim())
    .find((option) => option.startsWith('size='))
    ?.slice('size='.length);
