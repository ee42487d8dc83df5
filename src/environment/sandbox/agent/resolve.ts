import { hostNames } from '../../../compose/names.ts';
import { LOCAL_NAMES } from '../../local-names.ts';
import type { Sandbox } from './sandbox.ts';
import { tcpPorts } from './published-ports.ts';

/**
 * Where a connection from the drill's host goes. A published port leads straight to the container that it belongs to, without
 * the forwarder between, while that runs: a refusal or reset is then the service's own.
 */
export const resolve = (
  sandbox: Sandbox,
  host: string,
  port: number,
): { readonly host: string; readonly port: number } => {
  const containers = sandbox.containers().filter(({ replica }) => replica === 1);
  if (!LOCAL_NAMES.has(host)) {
    const named = containers.find(({ service, replica }) => hostNames(service, replica).includes(host));
    return { host: named?.ipAddress ?? host, port };
  }
  for (const container of containers) {
    const { service, ipAddress, pid } = container;
    if (sandbox.ports.isTaken(container)) continue;
    const published = tcpPorts(service).find((one) => one.published === port);
    if (published !== undefined && pid !== undefined) return { host: ipAddress, port: published.target };
  }
  return { host, port };
};
