import { HarnessError } from '../../../core/errors.ts';
import { forward } from './forwarder.ts';
import type { Link, Links } from './links.ts';

/** Links that cannot be disturbed yet. */
export const openLinks = async (links: readonly Link[], upstream: (link: Link) => string): Promise<Links> => {
  for (const link of links) {
    await forward({ host: link.address, port: link.port }, { host: upstream(link), port: link.port });
  }
  return {
    server: 'embedded',
    names: links.map(({ name }) => name),
    addressOf: (name) => links.find((link) => link.name === name)?.address ?? '',
    addToxic: refuse,
    removeToxic: refuse,
    setEnabled: refuse,
  };
};

const refuse = (): Promise<never> =>
  Promise.reject(new HarnessError('no-toxics', 'the links of this sandbox cannot be disturbed'));
