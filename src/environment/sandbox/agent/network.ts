import { isIPv4 } from 'node:net';
import type { System } from '../../../compose/model.ts';
import { quote } from '../../../core/quote.ts';
import { paths } from '../paths.ts';

/**
 *     drill's host ── br0 172.18.0.1 ─┬─ v2 ═ eth0 172.18.0.2  (network namespace c2: one container)
 *                                     ├─ v3 ═ eth0 172.18.0.3
 *                                     └─ 172.18.255.N: the proxy before store N
 *
 * A container's network namespace lives as long as the container, so that it keeps its address over restarts.
 */
const SUBNET = '172.18';
const GATEWAY_NUMBER = 1;
/** The drill's host, as the containers see it. */
export const GATEWAY = `${SUBNET}.0.${GATEWAY_NUMBER}`;

/** Of the container with this number; numbers start at 2. */
export const containerAddress = (number: number): string => `${SUBNET}.${number >> 8}.${number & 255}`;

/**
 * As the address does, it stays when a container is made anew: the others have it in their caches. The bridge has one of its
 * own (number 1) for the same reason: without one it takes the lowest of its ports', and another when that container goes.
 */
const hardwareAddress = (number: number): string =>
  `02:42:ac:12:${hexadecimal(number >> 8)}:${hexadecimal(number & 255)}`;

const hexadecimal = (byte: number): string => byte.toString(16).padStart(2, '0');

/** Where the others find the store with this number, from 1. */
export const linkAddress = (number: number): string => `${SUBNET}.255.${number}`;

export const namespaceFile = (number: number): string => `${paths.namespaces}/c${number}`;

/** Addresses that the drill's host must have for ports to be published on them: those of the host that the file is for. */
export const publishedAddresses = ({ services }: System): readonly string[] => {
  const given = services.flatMap(({ ports }) => ports.map(({ hostIp = '' }) => hostIp));
  return [...new Set(given)].filter(
    (address) => isIPv4(address) && !/^(?:0|127)\./.test(address) && !address.startsWith(`${SUBNET}.`),
  );
};

/** The script that makes the drill's host a host. @param links how many stores the others reach through a proxy */
export const hostNetwork = (links: number, addresses: readonly string[]): string =>
  batch('ip', [
    'link set lo up',
    ...addresses.map((address) => `addr add ${address}/32 dev lo`),
    `link add br0 address ${hardwareAddress(GATEWAY_NUMBER)} type bridge`,
    `addr add ${GATEWAY}/16 dev br0`,
    ...Array.from({ length: links }, (_, index) => `addr add ${linkAddress(index + 1)}/16 dev br0`),
    'link set br0 up',
  ]);

/** The script that connects containers. Inside, any port may be opened and pinged from, as in Docker. */
export const attach = (numbers: readonly number[]): string =>
  [
    'setting=',
    batch(
      'ip',
      numbers.flatMap((number) => [
        `netns add c${number}`,
        `link add v${number} type veth peer name eth0 address ${hardwareAddress(number)} netns c${number}`,
        `link set v${number} master br0 up`,
      ]),
    ),
    ...numbers.map(
      (number) =>
        `${batch(
          `nsenter --net=${namespaceFile(number)} sh -euc ${quote(SET_AND_CONNECT)} sh`,
          [
            'link set lo up',
            `addr add ${containerAddress(number)}/16 dev eth0`,
            'link set eth0 up',
            `route add default via ${GATEWAY}`,
          ],
          '&',
        )}\nsetting="$setting $!"`,
    ),
    'for one in $setting; do wait "$one"; done',
  ].join('\n');

const SET_AND_CONNECT = [
  'echo 0 > /proc/sys/net/ipv4/ip_unprivileged_port_start',
  "echo '0 0' > /proc/sys/net/ipv4/ping_group_range",
  'exec ip "$@"',
].join('; ');

/** The script that gives a container's network back. */
export const detach = (number: number): string =>
  batch('ip', [`link del v${number}`, `netns del c${number}`]);

const batch = (command: string, lines: readonly string[], after = ''): string =>
  `${command} -batch - <<'END' ${after}\n${lines.join('\n')}\nEND`;
