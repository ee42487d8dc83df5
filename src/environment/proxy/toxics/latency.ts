import { defineToxic } from '../toxic.ts';

/** Delays all data by `latency` ± `jitter` ms, in order and without narrowing the throughput. */
export const latency = defineToxic({
  type: 'latency',
  attributes: ['latency', 'jitter'],
  bufferSize: 1024,
  async pipe({ latency: mean, jitter }, stage) {
    for (let chunk = await stage.read(); chunk !== undefined; chunk = await stage.read()) {
      const delay = mean + (jitter > 0 ? Math.floor(Math.random() * 2 * jitter) - jitter : 0);
      const rest = delay - (performance.now() - chunk.at);
      if (rest > 0) await stage.sleep(rest);
      await stage.pass({ data: chunk.data, at: chunk.at + rest });
    }
  },
});
