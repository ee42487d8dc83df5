import { asBuilt } from '../../compose/as-built.ts';
import type { Service, System } from '../../compose/model.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { boundSources } from '../bound-sources.ts';
import { KNOWN_IMAGES, imageOf } from './images/images.ts';

/** What of a system the sandbox cannot start, and what it does not do as the file says. */
export const validate = (system: System): readonly Diagnostic[] => [
  ...system.services.flatMap((service) => [
    ...unknownImage(service),
    ...unlimitedCpu(service),
    ...udpPorts(service),
  ]),
  ...boundSources(system, 'user'),
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
