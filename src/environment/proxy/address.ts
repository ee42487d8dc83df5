import { lookup } from 'node:dns/promises';
import type { AddressInfo } from 'node:net';
import { isIPv6 } from 'node:net';

export interface Address {
  /** Empty: all interfaces. */
  readonly host: string;
  readonly port: number;
}

/** Reads `host:port`, `:port`, `[::1]:port`. @throws Error in the words of Go's net package */
export const parseAddress = (text: string): Address => {
  const [, bracketed, plain, port] = /^(?:\[([^\]]*)\]|([^:]*)):(.*)$/.exec(text) ?? [];
  if (port === undefined)
    throw new Error(`address ${text}: ${text.includes(':') ? 'too many colons' : 'missing port'} in address`);
  if (port.includes(':')) throw new Error(`address ${text}: too many colons in address`);
  if (!/^\d*$/.test(port)) throw new Error(`lookup tcp/${port}: unknown port`);
  if (Number(port) > 65_535) throw new Error(`address ${port}: invalid port`);
  return { host: bracketed ?? plain ?? '', port: Number(port) };
};

const formatAddress = ({ host, port }: Address): string =>
  isIPv6(host) ? `[${host}]:${port}` : `${host}:${port}`;

export const boundAddress = ({ address, port }: AddressInfo): string =>
  formatAddress({ host: address, port });

/** The address with its host name looked up, IPv4 first. */
export const resolveAddress = async (text: string): Promise<string> => {
  const { host, port } = parseAddress(text);
  if (host === '') return `:${port}`;
  const { address } = await lookup(host, { family: 0, order: 'ipv4first' });
  return formatAddress({ host: address, port });
};
