import { setTimeout } from 'node:timers/promises';
import { defineToxic } from '../toxic.ts';

/** Swallows the first data and resets the connection `timeout` ms later. */
export const resetPeer = defineToxic({
  type: 'reset_peer',
  attributes: ['timeout'],
  resets: true,
  async pipe({ timeout }, stage) {
    const swallowed = await stage.read();
    if (swallowed === undefined && stage.interrupted) return;
    // Not to be interrupted: what follows lost data is no connection any more.
    await setTimeout(timeout, undefined, { ref: false });
    return 'end';
  },
});
