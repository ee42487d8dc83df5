import { bool, list, text } from '../flags.ts';
import { formatListing } from '../format.ts';
import { none, out, verb } from '../verb.ts';
import { idOf, networkObject } from './resources.ts';

export const networkLs = verb({
  names: ['network ls', 'network list'],
  usage: '[OPTIONS]',
  flags: { filter: list('f'), format: text(), 'no-trunc': bool(), quiet: bool('q') },
  arity: none,
  async *run({ flags, supervisor }) {
    const rows = supervisor.system.networks.map((network) => {
      const { Driver, Scope } = networkObject(supervisor, network);
      const hash = idOf(network.name);
      return { Driver, ID: flags['no-trunc'] ? hash : hash.slice(0, 12), Name: network.name, Scope };
    });
    yield out(
      formatListing({
        format: flags.format,
        columns: ['ID', 'Name', 'Driver', 'Scope'],
        headers: { Driver: 'DRIVER', ID: 'NETWORK ID', Name: 'NAME', Scope: 'SCOPE' },
        rows: rows.toSorted((a, b) => (a.Name < b.Name ? -1 : 1)),
        ...(flags.quiet ? { only: 'ID' } : {}),
      }),
    );
  },
});
