import { defineToxic } from '../toxic.ts';

/** Holds the end of the connection back for `delay` ms. */
export const slowClose = defineToxic({
  type: 'slow_close',
  attributes: ['delay'],
  async pipe({ delay }, stage) {
    for (let chunk = await stage.read(); chunk !== undefined; chunk = await stage.read())
      await stage.pass(chunk);
    await stage.sleep(delay);
  },
});
