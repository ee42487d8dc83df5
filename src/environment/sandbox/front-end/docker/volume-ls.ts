import { bool, list, text } from '../flags.ts';
import { formatListing } from '../format.ts';
import { none, out, verb } from '../verb.ts';
import { volumeObject } from './resources.ts';

export const volumeLs = verb({
  names: ['volume ls', 'volume list'],
  usage: '[OPTIONS]',
  flags: { filter: list('f'), format: text(), quiet: bool('q') },
  arity: none,
  async *run({ flags, supervisor }) {
    const rows = supervisor.volumes().map((volume) => {
      const { Driver, Mountpoint, Name, Scope } = volumeObject(supervisor, volume);
      return { Driver, Mountpoint, Name, Scope };
    });
    yield out(
      formatListing({
        format: flags.format,
        columns: ['Driver', 'Name'],
        headers: { Driver: 'DRIVER', Mountpoint: 'MOUNTPOINT', Name: 'VOLUME NAME', Scope: 'SCOPE' },
        rows,
        ...(flags.quiet ? { only: 'Name' } : {}),
      }),
    );
  },
});
