import { defineToxic } from '../toxic.ts';

/** Ends the connection once `bytes` bytes have passed. */
export const limitData = defineToxic({
  type: 'limit_data',
  attributes: ['bytes'],
  async pipe({ bytes }, stage) {
    for (let chunk = await stage.read(); chunk !== undefined; chunk = await stage.read()) {
      const data = chunk.data.subarray(0, Math.max(0, bytes - stage.passed));
      if (data.length > 0) await stage.pass({ data, at: chunk.at });
      if (stage.passed >= bytes) return 'end';
    }
    return undefined;
  },
});
