import { bool, list, text } from '../flags.ts';
import { formatListing } from '../format.ts';
import { none, out, verb } from '../verb.ts';
import { networkOf } from './container.ts';
import { networkObject } from './resources.ts';
import { idOf } from './resources.ts';

export const networkLs = verb({
  names: ['network ls', 'network list'],
  usage: '[OPTIONS]',
  flags: { filter: list('f'), format: text(), 'no-trunc': bool(), quiet: bool('q') },
  arity: none,
  async *run({ flags, supervisor }) {
    const { Name, Driver, Scope } = networkObject(supervisor);
    const hash = idOf(networkOf(supervisor));
    yield out(
      formatListing({
        format: flags.format,
        columns: ['ID', 'Name', 'Driver', 'Scope'],
        headers: { Driver: 'DRIVER', ID: 'NETWORK ID', Name: 'NAME', Scope: 'SCOPE' },
        rows: [{ Driver, ID: flags['no-trunc'] ? hash : hash.slice(0, 12), Name, Scope }],
        ...(flags.quiet ? { only: 'ID' } : {}),
      }),
    );
  },
});
