import type { Supervisor } from '../../supervisor-model.ts';
import { bool, list, text } from '../flags.ts';
import { formatListing, type Row } from '../format.ts';
import { between, out, verb } from '../verb.ts';
import { imageOf } from './container.ts';
import { idOf } from './resources.ts';

/** Images that a container of the drill was made of. */
export const imageRows = (supervisor: Supervisor, truncate: boolean): readonly Row[] =>
  [...new Set(supervisor.containers().map((container) => imageOf(supervisor, container)))]
    .sort()
    .map((image) => {
      const [, repository, tag = 'latest'] = /^(.*?)(?::([^:/]+))?$/.exec(image) ?? [];
      const hash = idOf(image);
      return {
        CreatedAt: 'N/A',
        CreatedSince: 'N/A',
        Digest: '<none>',
        ID: truncate ? hash.slice(0, 12) : `sha256:${hash}`,
        Repository: repository,
        Size: '0B',
        Tag: tag,
      };
    });

export const images = verb({
  names: ['images', 'image ls', 'image list'],
  usage: '[OPTIONS] [REPOSITORY[:TAG]]',
  flags: {
    all: bool('a'),
    digests: bool(),
    filter: list('f'),
    format: text(),
    'no-trunc': bool(),
    quiet: bool('q'),
  },
  arity: between(0, 1),
  async *run({ flags, operands: [wanted], supervisor }) {
    const rows = imageRows(supervisor, !flags['no-trunc']).filter(
      ({ Repository, Tag }) => wanted === undefined || [Repository, `${Repository}:${Tag}`].includes(wanted),
    );
    yield out(
      formatListing({
        format: flags.format,
        columns: ['Repository', 'Tag', 'ID', 'CreatedSince', 'Size'],
        headers: {
          CreatedAt: 'CREATED AT',
          CreatedSince: 'CREATED',
          Digest: 'DIGEST',
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
