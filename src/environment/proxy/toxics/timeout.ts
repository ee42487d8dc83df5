import { defineToxic } from '../toxic.ts';

/** Swallows all data, and ends the connection after `timeout` ms of silence; 0: never. */
export const timeout = defineToxic({
  type: 'timeout',
  attributes: ['timeout'],
  endsOnRemoval: true,
  async pipe({ timeout: limit }, stage) {
    let swallowed;
    do swallowed = await stage.read(limit > 0 ? limit : undefined);
    while (swallowed !== undefined);
  },
});
