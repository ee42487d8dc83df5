import { bool, text } from '../flags.ts';
import { formatListing } from '../format.ts';
import { none, out, verb } from '../verb.ts';
import { dockerState } from './container.ts';
import { imageRows } from './images.ts';

const usageRow = (Type: string, total: number, active: number) => ({
  Active: String(active),
  Reclaimable: '0B',
  Size: '0B',
  TotalCount: String(total),
  Type,
});

export const systemDf = verb({
  names: ['system df'],
  usage: '[OPTIONS]',
  flags: { format: text(), verbose: bool('v') },
  arity: none,
  async *run({ flags, supervisor }) {
    const containers = supervisor.containers();
    const running = containers.filter((container) => dockerState(container) === 'running').length;
    const imageCount = imageRows(supervisor, true).length;
    const volumes = supervisor.volumes().length;
    yield out(
      formatListing({
        format: flags.format,
        columns: ['Type', 'TotalCount', 'Active', 'Size', 'Reclaimable'],
        headers: {
          Active: 'ACTIVE',
          Reclaimable: 'RECLAIMABLE',
          Size: 'SIZE',
          TotalCount: 'TOTAL',
          Type: 'TYPE',
        },
        rows: [
          usageRow('Images', imageCount, imageCount),
          usageRow('Containers', containers.length, running),
          usageRow('Local Volumes', volumes, volumes),
          usageRow('Build Cache', 0, 0),
        ],
      }),
    );
  },
});
