import type { Service, System } from '../../compose/model.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { asBuilt } from './images/as-built.ts';
import { KNOWN_IMAGES, imageOf } from './images/images.ts';

/** What of a system the sandbox cannot start. */
export const validate = (system: System): readonly Diagnostic[] => system.services.flatMap(unknownImage);

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
