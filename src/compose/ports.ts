import type { Location } from '../core/location.ts';
import type { PublishedPort } from './model.ts';
import { isRecord } from '../core/yaml.ts';

/**
 * One entry of `ports:`, in its short form (`8000`, `8000:80`, `127.0.0.1:8000:80/tcp`, `3000-3001:3000-3001`) or its long one.
 * @returns a port each, or what is wrong
 */
export const parsePort = (entry: unknown, location: Location): readonly PublishedPort[] | string => {
  if (isRecord(entry)) return longForm(entry, location);
  const text = String(entry);
  const [, hostIp, published, target, protocol = 'tcp'] =
    /^(?:(?:(\[[\da-fA-F:]+\]|[\d.]+):)?([\d-]*):)?(\d+(?:-\d+)?)(?:\/(tcp|udp))?$/.exec(text) ?? [];
  const targets = range(target);
  if (targets === undefined) return `"${text}" is no port: write HOST:CONTAINER, such as "8000:8000"`;
  const publishedPorts = published === undefined || published === '' ? undefined : range(published);
  if (published && (publishedPorts === undefined || publishedPorts.length !== targets.length)) {
    return `"${text}" has different numbers of host and container ports`;
  }
  return targets.map((port, index) => {
    const host = publishedPorts?.[index];
    return {
      location,
      target: port,
      protocol: protocol === 'udp' ? 'udp' : 'tcp',
      ...(hostIp === undefined ? {} : { hostIp }),
      ...(host === undefined ? {} : { published: host }),
    };
  });
};

const longForm = (entry: Record<string, unknown>, location: Location): readonly PublishedPort[] | string => {
  const target = Number(entry.target);
  if (!isPort(target)) return `"${String(entry.target)}" is no container port`;
  const published = entry.published === undefined ? undefined : Number(entry.published);
  if (published !== undefined && !isPort(published)) return `"${String(entry.published)}" is no host port`;
  return [
    {
      location,
      target,
      protocol: entry.protocol === 'udp' ? 'udp' : 'tcp',
      ...(entry.host_ip === undefined ? {} : { hostIp: String(entry.host_ip) }),
      ...(published === undefined ? {} : { published }),
    },
  ];
};

const range = (text: string | undefined): readonly number[] | undefined => {
  const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(text ?? '') ?? [];
  const [from, to] = [Number(first), Number(last)];
  if (!isPort(from) || !isPort(to) || to < from) return undefined;
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
};

const isPort = (port: number): boolean => Number.isInteger(port) && port > 0 && port < 65_536;
