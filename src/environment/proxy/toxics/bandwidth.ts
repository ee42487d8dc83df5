import { defineToxic } from '../toxic.ts';

/** The longest that data is held back before a part of it is let through. */
const SLICE_MS = 100;

/** Lets `rate` KB through in a second. A rate of 0 lets nothing through. */
export const bandwidth = defineToxic({
  type: 'bandwidth',
  attributes: ['rate'],
  async pipe({ rate }, stage) {
    const slice = Math.max(0, rate) * SLICE_MS;
    let owed = 0;
    for (let chunk = await stage.read(); chunk !== undefined; chunk = await stage.read()) {
      let { data } = chunk;
      if (rate > 0) owed += data.length / rate;
      while (data.length > slice && (await stage.sleep(SLICE_MS))) {
        await stage.pass({ data: data.subarray(0, slice), at: chunk.at });
        data = data.subarray(slice);
        owed -= SLICE_MS;
      }
      // Timers are late by up to a millisecond: the next chunk waits that much less.
      const start = performance.now();
      if (owed > 0) await stage.sleep(owed);
      owed -= performance.now() - start;
      await stage.pass({ data, at: chunk.at });
    }
  },
});
