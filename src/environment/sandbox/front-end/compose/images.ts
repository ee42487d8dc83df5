import { imageRows } from '../docker/images.ts';
import { imageOf } from '../docker/container.ts';
import { bool, text } from '../flags.ts';
import { formatListing } from '../format.ts';
import { any, out, verb } from '../verb.ts';
import { containersOf, selectServices } from './project.ts';

export const images = verb({
  names: ['images'],
  usage: '[OPTIONS] [SERVICE...]',
  flags: { format: text(), quiet: bool('q') },
  arity: any,
  async *run({ flags, operands, supervisor }) {
    const rows = containersOf(supervisor, selectServices(supervisor, operands)).map((container) => {
      const image = imageOf(supervisor, container);
      const found = imageRows(supervisor, true).find(
        ({ Repository, Tag }) => image === Repository || image === `${Repository}:${Tag}`,
      );
      return { ContainerName: container.name, ...found };
    });
    yield out(
      formatListing({
        format: flags.format,
        columns: ['ContainerName', 'Repository', 'Tag', 'ID', 'Size', 'CreatedSince'],
        headers: {
          ContainerName: 'CONTAINER',
          CreatedSince: 'CREATED',
          ID: 'IMAGE ID',
          Repository: 'REPOSITORY',
          Size: 'SIZE',
          Tag: 'TAG',
        },
        rows,
        ...(flags.quiet ? { only: 'ID' } : {}),
      }),
    );
  },
});
