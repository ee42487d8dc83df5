import type { Container } from '../../supervisor-model.ts';
import { isActive } from './container.ts';

/** A container port, and where the drill's host listens for it. */
export interface Port {
  readonly target: number;
  readonly protocol: 'tcp' | 'udp';
  readonly host?: { readonly ip: string; readonly port: number };
}

/** Every open port; none while the container is stopped. */
export const portsOf = (container: Container): readonly Port[] => {
  if (!isActive(container)) return [];
  const { ports, expose } = container.service;
  const published = ports.flatMap(({ hostIp, published: port, target, protocol }): Port[] => {
    if (port === undefined) return [{ target, protocol }];
    const ips = hostIp === undefined ? ['0.0.0.0', '::'] : [hostIp];
    return ips.map((ip) => ({ target, protocol, host: { ip, port } }));
  });
  const exposed = expose
    .filter((target) => !published.some((port) => port.target === target))
    .map((target): Port => ({ target, protocol: 'tcp' }));
  return [...published, ...exposed].toSorted((a, b) => a.target - b.target);
};

export const address = (ip: string, port: number): string =>
  ip.includes(':') ? `[${ip}]:${port}` : `${ip}:${port}`;

/** `0.0.0.0:5432->5432/tcp, [::]:5432->5432/tcp, 9000/tcp` (docker/cli formatter/container.go, DisplayablePorts). */
export const portsText = (ports: readonly Port[]): string =>
  ports
    .map(({ target, protocol, host }) =>
      host === undefined ? `${target}/${protocol}` : `${address(host.ip, host.port)}->${target}/${protocol}`,
    )
    .join(', ');
