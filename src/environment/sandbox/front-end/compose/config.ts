import { stringify } from 'yaml';
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
    const { project, volumes } = supervisor.system;
    const services = selectServices(supervisor, operands);
    if (flags.quiet) return;
    if (flags.services) for (const { name } of services) yield line(name);
    else if (flags.volumes) for (const { name } of volumes) yield line(name);
    else if (flags.images) for (const { image, name } of services) yield line(image ?? `${project}-${name}`);
    else {
      const model = {
        name: project,
        services: Object.fromEntries(
          services.map((service) => [service.name, { ...service, location: undefined }]),
        ),
        volumes: Object.fromEntries(volumes.map(({ name }) => [name, { name: `${project}_${name}` }])),
      };
      yield out(flags.format === 'json' ? `${JSON.stringify(model, null, 2)}\n` : stringify(model));
    }
  },
});
