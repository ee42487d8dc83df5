import { stringify } from 'yaml';
import { serviceImage, volumeName } from '../../../../compose/names.ts';
import { bool, text } from '../flags.ts';
import { any, line, out, verb } from '../verb.ts';
import { selectServices } from './project.ts';

/** What the drill has read from the Compose file. */
export const config = verb({
  names: ['config', 'convert'],
  usage: '[OPTIONS] [SERVICE...]',
  flags: { format: text(), images: bool(), quiet: bool('q'), services: bool(), volumes: bool() },
  arity: any,
  async *run({ flags, operands, supervisor }) {
    const { system } = supervisor;
    const services = selectServices(supervisor, operands);
    if (flags.quiet) return;
    if (flags.services) for (const { name } of services) yield line(name);
    else if (flags.volumes) for (const { name } of system.volumes) yield line(name);
    else if (flags.images) for (const service of services) yield line(serviceImage(system, service));
    else {
      const model = {
        name: system.project,
        services: Object.fromEntries(
          services.map((service) => [service.name, { ...service, location: undefined }]),
        ),
        volumes: Object.fromEntries(
          system.volumes.map((volume) => [volume.name, { name: volumeName(system, volume) }]),
        ),
      };
      yield out(flags.format === 'json' ? `${JSON.stringify(model, null, 2)}\n` : stringify(model));
    }
  },
});
