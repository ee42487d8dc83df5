import type { Location } from '../core/location.ts';
import { isRecord } from '../core/yaml.ts';
import type { PublishedPort } from './model.ts';

const SHORT = /^(?:(?:(\[[\da-f:]+\]|[\d.]+):)?([\d-]*):)?(\d+(?:-\d+)?)(?:\/(tcp|udp))?$/i;

/**
 * One entry of `ports:`, in its short form (`8000`, `8000:80`, `127.0.0.1:8000:80/tcp`, `3000-3001:3000-3001`) or its long one. Of several
 * host ports for one in the container (`8000-8009:80`) Docker takes one that is free: where only the drill publishes any, the first.
 * @returns a port each, or what is wrong
 */
export const parsePort = (entry: unknown, location: Location): readonly PublishedPort[] | string => {
  if (isRecord(entry)) return longForm(entry, location);
  const text = String(entry);
  const [, hostIp, published, target, protocol] = SHORT.exec(text) ?? [];
  const targets = range(target);
  if (targets === undefined) return `"${text}" is no port`;
  const hosts = published ? range(published) : undefined;
  if (published && hosts === undefined) return `"${text}" has no valid host port`;
  if (hosts !== undefined && hosts.length !== targets.length && targets.length > 1)
    return `"${text}" has ${hosts.length} host ports for ${targets.length} in the container`;
  return targets.map((port, index) => toPort(location, hostIp, hosts?.[index], port, protocol));
};

const longForm = (entry: Record<string, unknown>, location: Location): readonly PublishedPort[] | string => {
  const target = single(entry.target);
  if (target === undefined) return `the "target" ${String(entry.target)} is no port`;
  const published = entry.published === undefined ? undefined : range(String(entry.published))?.[0];
  if (published === undefined && entry.published !== undefined)
    return `the "published" ${String(entry.published)} is no port`;
  const hostIp = entry.host_ip === undefined ? undefined : String(entry.host_ip);
  return [toPort(location, hostIp, published, target, String(entry.protocol ?? 'tcp'))];
};

const toPort = (
  location: Location,
  hostIp: string | undefined,
  published: number | undefined,
  target: number,
  protocol = 'tcp',
): PublishedPort => ({
  location,
  target,
  protocol: protocol.toLowerCase() === 'udp' ? 'udp' : 'tcp',
  ...(hostIp === undefined ? {} : { hostIp: hostIp.replace(/^\[(.*)\]$/, '$1') }),
  ...(published === undefined ? {} : { published }),
});

/** An entry of `expose:`: `5432`, `5432/tcp`, `3000-3002`. */
export const parseExposed = (text: string): readonly number[] | undefined =>
  range(text.replace(/\/(?:tcp|udp)$/i, ''));

const single = (value: unknown): number | undefined => {
  const ports = range(String(value));
  return ports?.length === 1 ? ports[0] : undefined;
};

const range = (text: string | undefined): readonly number[] | undefined => {
  const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(text ?? '') ?? [];
  const [from, to] = [Number(first), Number(last)];
  if (!isPort(from) || !isPort(to) || to < from) return undefined;
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
};

const isPort = (port: number): boolean => Number.isInteger(port) && port > 0 && port < 65_536;
