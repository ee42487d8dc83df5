import { own } from '../../../core/own.ts';
import type { Service, System } from '../../../compose/model.ts';
import { asBuilt } from '../../../compose/as-built.ts';
import type { Setup } from '../rpc.ts';
import { hostOverlays } from './binds.ts';
import { dataFolder, fill } from './data.ts';
import { ATTACHED, FILLED, MOUNTED } from './host-progress.ts';
import { linksOf } from './links-of.ts';
import { mountAll } from './mounts.ts';
import { attach, hostNetwork, publishedAddresses } from './network.ts';
import { makeWhiteout } from './userland.ts';
import { Volumes } from './volumes.ts';

/** One of a service's containers. */
export interface Replica {
  readonly service: Service;
  /** 1-based. */
  readonly replica: number;
}

export const replicasOf = (service: Service, count: number): readonly Replica[] =>
  Array.from({ length: count }, (_, index) => ({ service, replica: index + 1 }));

/** The containers that a system starts with. */
export const firstReplicas = (system: System): readonly Replica[] =>
  system.services.flatMap((service) => replicasOf(service, service.replicas));

/** First of the numbers that containers' addresses are made of; 1 is the bridge. */
export const FIRST_NUMBER = 2;

/**
 * The script that makes the drill's host: its mounts, its network, and the networks of the first containers. It runs while the
 * agent is loaded, which takes as long, and tells it on its standard input how it went.
 */
export const prelude = ({ system, templates }: Setup): string =>
  [
    'set -eu',
    limitProcesses,
    protectSettings,
    ...fillVolumes(system, templates),
    makeWhiteout,
    `echo ${MOUNTED}`,
    hostNetwork(linksOf(system.services).length, publishedAddresses(system)),
    attach(firstReplicas(system).map((_, index) => FIRST_NUMBER + index)),
    `echo ${ATTACHED}`,
    'wait "$filling"',
    'wait "$protecting"',
  ].join('\n');

/** A fork bomb fills the drill's host, not the machine. Linux before 6.14 has one limit for all: there it cannot be set. */
const limitProcesses = '{ echo 4096 > /proc/sys/kernel/pid_max; } 2> /dev/null || :';

/**
 * The kernel's settings are the machine's (but for the network's), and root in here may write to them when root started Drillbook. A
 * whole `/proc` stays elsewhere: without one in sight the kernel lets no container mount its own.
 */
const protectSettings = [
  'mkdir /run/.proc',
  'mount --bind /proc /run/.proc',
  'for place in /proc/sys/*/ /proc/irq /proc/bus /proc/sysrq-trigger; do',
  '  [ "$place" = /proc/sys/net/ ] || ! [ -e "$place" ] || echo "$place $place none bind,ro 0 0"',
  'done > /run/.protected',
  'mount --all --fstab /run/.protected &',
  'protecting=$!',
].join('\n');

/** Mounts volumes, and fills them. Copying takes longest: it goes on beside the rest. */
const fillVolumes = (system: System, templates: Setup['templates']): readonly string[] => {
  const volumes = new Volumes(system);
  const first = firstReplicas(system);
  const fills = first.flatMap(({ service, replica }) => {
    const template = own(templates, service.name);
    const folder = dataFolder(asBuilt(service), volumes.binds(service, replica));
    // A bound folder may hold data already: that is looked at when the container is started.
    return template === undefined || folder === undefined ? [] : [fill(template, folder)];
  });
  const systems = [
    ...first.flatMap(({ service, replica }) => volumes.take(service, replica)),
    ...hostOverlays(system),
  ];
  return [mountAll(systems), `{ ${[...fills, `echo ${FILLED}`].join('\n')}\n} &\nfilling=$!`];
};
