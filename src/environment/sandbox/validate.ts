import { dirname } from 'node:path';
import { asBuilt } from '../../compose/as-built.ts';
import type { Service, System } from '../../compose/model.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { boundSources } from '../bound-sources.ts';
import { unmountable } from '../unmountable.ts';
import { KNOWN_IMAGES, imageOf } from './images/images.ts';

/** What of a system the sandbox cannot start, and what it does not do as the file says. */
export const validate = (system: System): readonly Diagnostic[] => [
  ...system.services.flatMap((service) => [
    ...unknownImage(service),
    ...unlimitedCpu(service),
    ...noTerminal(service),
    ...udpPorts(service),
  ]),
  ...separated(system),
  ...boundSources(system, 'user'),
  // In a table of file systems nothing escapes it.
  ...unmountable(system, [dirname(system.file)], '"', 'docker'),
];

const unknownImage = (service: Service): readonly Diagnostic[] => {
  if (imageOf(service) !== undefined) return [];
  const image = asBuilt(service).image ?? 'that its Dockerfile starts from';
  return [
    {
      code: 'unknown-image',
      severity: 'error',
      message: `the sandbox has no server that stands for the image ${image} of service ${service.name}`,
      location: service.location,
      hint: `run it with --backend docker, or use one of: ${KNOWN_IMAGES.join(', ')}`,
    },
  ];
};

const unlimitedCpu = ({ name, cpuLimit, location }: Service): readonly Diagnostic[] =>
  cpuLimit === undefined
    ? []
    : [
        {
          code: 'no-cpu-limit',
          severity: 'warning',
          message: `the sandbox does not limit the CPU of service ${name}`,
          location,
          hint: 'if the limit matters to the drill, run it with --backend docker',
        },
      ];

const noTerminal = ({ name, terminal, location }: Service): readonly Diagnostic[] =>
  terminal
    ? [
        {
          code: 'no-terminal',
          severity: 'warning',
          message: `the sandbox gives the program of service ${name} no terminal, only an input that stays open`,
          location,
          hint: 'if its output depends on a terminal, run it with --backend docker',
        },
      ]
    : [];

/** The first two services that the Compose file keeps apart. */
const separated = ({ services }: System): readonly Diagnostic[] => {
  const pairs = services.flatMap((one) =>
    services.filter((other) => !haveCommonNetwork(one, other)).map((other) => [one, other] as const),
  );
  return pairs.slice(0, 1).map(([{ name, location }, { name: other }]) => ({
    code: 'one-network',
    severity: 'warning',
    message: `in the sandbox all services are in one network: ${name} reaches ${other}, with which it has none in common`,
    location,
    hint: 'if that matters to the drill, run it with --backend docker',
  }));
};

const haveCommonNetwork = (one: Service, other: Service): boolean =>
  one.networks.some(({ network }) => other.networks.some((its) => its.network === network));

const udpPorts = ({ name, ports }: Service): readonly Diagnostic[] =>
  ports
    .filter(({ protocol }) => protocol === 'udp')
    .map(({ location, target }) => ({
      code: 'udp-port',
      severity: 'warning' as const,
      message: `the sandbox does not publish port ${target}/udp of service ${name}`,
      location,
      hint: 'services reach it by name; from the host, run the drill with --backend docker',
    }));
